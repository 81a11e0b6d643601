package io.concordat.draft;

import static org.assertj.core.api.Assertions.assertThat;

import io.concordat.contract.export.ExportResult;
import io.concordat.contract.export.Exports;
import io.concordat.contract.odcs.OdcsContract;
import io.concordat.contract.odcs.OdcsReader;
import io.concordat.contract.odcs.Property;
import io.concordat.contract.odcs.SchemaObject;
import io.concordat.localstack.TestEngines;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Table definitions that contracts are exported as, run on engines and read back. */
class TableExportsTest {

  private static final Path MODEL = Path.of("..", "contract-model", "src", "test", "resources");
  private static final Path MESH = Path.of("..", "sample-mesh", "src", "main", "resources", "mesh");

  static OdcsContract contract(String name) {
    return read(MODEL.resolve("io/concordat/contract").resolve(name));
  }

  private static OdcsContract read(Path file) {
    try {
      return OdcsReader.read(Files.readString(file)).contract();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<OdcsContract> all() {
    List<OdcsContract> contracts = new ArrayList<>();
    contracts.add(contract("settlements.odcs.yaml"));
    contracts.add(contract("export/parcels.odcs.yaml"));
    try (Stream<Path> files = Files.walk(MESH)) {
      files
          .filter(file -> file.toString().endsWith(".odcs.yaml"))
          .sorted()
          .forEach(file -> contracts.add(read(file)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return contracts;
  }

  private static String sql(String dialect, OdcsContract contract) {
    ExportResult result = Exports.export("sql-" + dialect, contract);
    return result.files().getFirst().content();
  }

  @Test
  void duckDbMakesTheTables() throws SQLException {
    for (OdcsContract contract : all()) {
      try (Connection duckdb = DriverManager.getConnection("jdbc:duckdb:");
          Statement statement = duckdb.createStatement()) {
        schemas(contract, statement);
        statement.execute(sql("duckdb", contract));
      }
    }
  }

  @Test
  void postgresMakesTheTables() throws SQLException {
    try (Connection postgres = DriverManager.getConnection(TestEngines.postgres());
        Statement statement = postgres.createStatement()) {
      for (OdcsContract contract : all()) {
        postgres.setAutoCommit(false);
        schemas(contract, statement);
        statement.execute("CREATE SCHEMA exported");
        statement.execute("SET LOCAL search_path = exported");
        statement.execute(sql("postgresql", contract));
        if (contract.id().equals("logistics/parcels/tracking")) {
          comments(statement);
        }
        postgres.rollback();
      }
    }
  }

  /** Makes the schemas that physical names of tables begin with. */
  private static void schemas(OdcsContract contract, Statement statement) throws SQLException {
    for (SchemaObject object : contract.objects()) {
      String[] name = String.valueOf(object.physicalName()).split("\\.");
      if (name.length == 2 && name[0].matches("[A-Za-z_]+")) {
        statement.execute("CREATE SCHEMA IF NOT EXISTS \"" + name[0] + "\"");
      }
    }
  }

  private static void comments(Statement statement) throws SQLException {
    try (ResultSet comment =
        statement.executeQuery("SELECT obj_description('tracking.parcel'::regclass)")) {
      comment.next();
      assertThat(comment.getString(1))
          .isEqualTo("One row per parcel; the customer's own words are in \"note\".");
    }
  }

  @Test
  void hostileTextMakesNothingButATable() throws SQLException {
    OdcsContract hostile =
        OdcsReader.read(
                """
                apiVersion: v3.1.0
                kind: DataContract
                id: "a\\nDROP SCHEMA public;"
                version: 1.0.0
                status: active
                schema:
                  - name: "t\\"; DROP TABLE u; --"
                    description: "it's \\\\'; DROP TABLE u; --"
                    properties:
                      - name: "c\\" int); DROP TABLE u; --"
                        logicalType: integer
                        physicalType: "int); DROP TABLE u; --"
                        description: "'); DROP TABLE u; --"
                      - {name: select, logicalType: string}
                """)
            .contract();
    try (Connection duckdb = DriverManager.getConnection("jdbc:duckdb:");
        Connection postgres = DriverManager.getConnection(TestEngines.postgres());
        Statement inDuckDb = duckdb.createStatement();
        Statement inPostgres = postgres.createStatement()) {
      postgres.setAutoCommit(false);
      for (Statement statement : List.of(inDuckDb, inPostgres)) {
        statement.execute("CREATE TABLE u (a integer)");
        statement.execute(sql(statement == inDuckDb ? "duckdb" : "postgresql", hostile));
        statement.execute("SELECT a FROM u");
        statement.execute("SELECT \"select\" FROM \"t\"\"; DROP TABLE u; --\"");
      }
      postgres.rollback();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"postgresql", "snowflake", "bigquery", "spark", "duckdb"})
  void theTablesReadBackAsTheContract(String dialect) {
    for (OdcsContract contract : all()) {
      Draft draft = Drafts.fromSql(sql(dialect, contract));
      for (int i = 0; i < contract.objects().size(); i++) {
        List<Property> properties = contract.objects().get(i).properties();
        List<DraftField> fields = draft.objects().get(i).fields();
        assertThat(fields).hasSameSizeAs(properties);
        for (int j = 0; j < fields.size(); j++) {
          same(dialect, properties.get(j), fields.get(j));
        }
      }
    }
  }

  private static void same(String dialect, Property property, DraftField field) {
    String name = property.physicalName() == null ? property.name() : property.physicalName();
    assertThat(field.name()).isEqualTo(name);
    assertThat(field.required())
        .as(dialect + " " + name)
        .isEqualTo(property.required() || property.primaryKey());
    String promised = property.description() == null ? null : property.description().strip();
    assertThat(field.description()).isEqualTo(promised);
    boolean single =
        !List.of("object", "array", "time").contains(String.valueOf(property.logicalType()))
            && field.physicalType() != null;
    boolean wide = "u64".equals(property.options().format());
    boolean wholeNumber =
        "number".equals(property.logicalType()) && field.logicalType().equals("integer");
    if (single && !wide && !wholeNumber) {
      assertThat(field.logicalType()).as(dialect + " " + name).isEqualTo(property.logicalType());
    }
  }
}

package io.concordat.contract.odcs;

import io.concordat.contract.shape.Check;
import io.concordat.contract.shape.ObjectShape;
import io.concordat.contract.shape.Shape;
import io.concordat.contract.shape.Shapes;
import io.concordat.contract.tree.Mapping;
import io.concordat.contract.tree.Node;
import io.concordat.contract.tree.Scalar;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A server, whose fields depend on its type. */
final class ServerShape implements Shape {

  private static final ObjectShape COMMON =
      CommonShapes.part("a server")
          .needs(Shapes.TEXT, "server")
          .with(Shapes.TEXT, "description", "environment")
          .with(CommonShapes.ROLES, "roles")
          .with(CommonShapes.CUSTOM_PROPERTIES, "customProperties");

  private static final List<String> TYPES_SINCE_31 = List.of("hive", "impala", "zen");

  /** Before 3.1 a few words, as the delimiter was. */
  private static final Shape FILE_FORMAT =
      Shape.changed(
          Shapes.word(List.of("parquet", "delta", "json", "csv")), Editions.V3_1_0, Shapes.TEXT);

  private static final Shape FILE_DELIMITER =
      Shape.changed(Shapes.word(List.of("new_line", "array")), Editions.V3_1_0, Shapes.TEXT);

  private static final Shape SFTP_LOCATION =
      (node, path, check) -> {
        Shapes.TEXT.verify(node, path, check);
        if (node instanceof Scalar scalar
            && scalar.kind() == Scalar.Kind.STRING
            && !scalar.text().startsWith("sftp://")) {
          check.add(path, node, "must begin with sftp://.");
        }
      };

  /** Per type: its own fields, those that it needs with a star. */
  private static final Map<String, ObjectShape> TYPES = new LinkedHashMap<>();

  static {
    type("api", "location*");
    type("athena", "schema* catalog regionName");
    TYPES.computeIfPresent(
        "athena",
        (name, shape) ->
            shape
                .needs(edition -> edition.isFrom(Editions.V3_0_2), Shapes.TEXT, "stagingDir")
                .needs(edition -> !edition.isFrom(Editions.V3_0_2), Shapes.ANY, "staging_dir"));
    type("azure", "location* format* delimiter");
    type("bigquery", "project* dataset*");
    type("clickhouse", "host* port* database*");
    type("databricks", "catalog* schema* host");
    type("denodo", "host* port* database");
    type("dremio", "host* port* schema");
    type("duckdb", "database*");
    TYPES.computeIfPresent(
        "duckdb",
        (name, shape) ->
            shape.with(Shape.changed(Shapes.INTEGER, Editions.V3_1_0, Shapes.TEXT), "schema"));
    type("glue", "account* database* location format");
    type("cloudsql", "host* port* database* schema*");
    type("db2", "host* port* database* schema");
    type("hive", "host* database* port");
    type("impala", "host* database* port");
    type("informix", "host* database* port");
    type("kafka", "host* format");
    type("kinesis", "region format");
    type("local", "path* format*");
    type("mysql", "host* port* database*");
    type("oracle", "host* port* serviceName*");
    type("postgresql", "host* port* database* schema*");
    type("postgres", "host* port* database* schema*");
    type("presto", "host* catalog schema");
    type("pubsub", "project*");
    type("redshift", "database* schema* host region account");
    type("s3", "location* endpointUrl format delimiter");
    type("sftp", "location* format delimiter");
    type("snowflake", "account* database* schema* host port warehouse");
    type("sqlserver", "host* database* schema* port");
    type("synapse", "host* port* database*");
    type("trino", "host* port* catalog* schema*");
    type("vertica", "host* port* database* schema*");
    type("zen", "host* database* port");
    type(
        "custom",
        "account catalog database dataset delimiter endpointUrl format host location path port"
            + " project region regionName schema serviceName stagingDir warehouse");
    TYPES.computeIfPresent(
        "custom", (name, shape) -> shape.since(Editions.V3_1_0, Shapes.TEXT, "stream"));
    for (String stored : List.of("azure", "s3", "sftp")) {
      TYPES.computeIfPresent(
          stored,
          (name, shape) ->
              shape.reshaped("format", FILE_FORMAT).reshaped("delimiter", FILE_DELIMITER));
    }
    TYPES.computeIfPresent("sftp", (name, shape) -> shape.reshaped("location", SFTP_LOCATION));
  }

  private static void type(String name, String fields) {
    ObjectShape shape = COMMON.named("a server of type " + name).with(Shapes.ANY, "type");
    for (String field : fields.split(" ", -1)) {
      boolean needed = field.endsWith("*");
      String plain = needed ? field.substring(0, field.length() - 1) : field;
      Shape value = plain.equals("port") ? Shapes.INTEGER : Shapes.TEXT;
      shape = needed ? shape.needs(value, plain) : shape.with(value, plain);
    }
    TYPES.put(name, shape);
  }

  @Override
  public void verify(Node node, String path, Check check) {
    if (!(node instanceof Mapping mapping)) {
      check.add(path, node, "must be a mapping, " + Shapes.butIs(node) + ".");
      return;
    }
    boolean since31 = CommonShapes.SINCE_31.test(check.edition());
    Scalar type =
        mapping.get("type") instanceof Scalar scalar && scalar.kind() == Scalar.Kind.STRING
            ? scalar
            : null;
    ObjectShape typed = type == null ? null : TYPES.get(type.text());
    if (type == null || typed == null || (!since31 && TYPES_SINCE_31.contains(type.text()))) {
      List<String> types = new ArrayList<>(TYPES.keySet());
      if (!since31) {
        types.removeAll(TYPES_SINCE_31);
      }
      COMMON.needs(Shapes.word(types), "type").closedSince(null).verify(mapping, path, check);
    } else {
      typed.verify(mapping, path, check);
    }
  }
}

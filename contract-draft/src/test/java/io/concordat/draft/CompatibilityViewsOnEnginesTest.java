package io.concordat.draft;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.concordat.contract.export.Exports;
import io.concordat.contract.export.ViewResult;
import io.concordat.contract.odcs.OdcsContract;
import io.concordat.contract.odcs.OdcsReader;
import io.concordat.localstack.TestEngines;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class CompatibilityViewsOnEnginesTest {

  private static final String HEAD =
      """
      apiVersion: v3.1.0
      kind: DataContract
      id: shop/sales/orders
      version: %s
      status: active
      schema:
        - id: orders
          name: orders
          physicalName: %s
          properties:
      """;

  private static final OdcsContract BEFORE =
      read(
          HEAD.formatted("1.4.0", "orders")
              + """
                  - {id: k, name: order, logicalType: integer, physicalType: integer, primaryKey: true}
                  - {name: total, physicalName: amount, logicalType: number, physicalType: "decimal(8,2)"}
                  - {name: note, logicalType: string}
              """);

  private static final OdcsContract AFTER =
      read(
          HEAD.formatted("2.0.0", "orders_2")
              + """
                  - {name: added, logicalType: date}
                  - {id: k, name: order_id, logicalType: integer, physicalType: bigint, primaryKey: true}
                  - {name: sum, physicalName: amount, logicalType: number, physicalType: "decimal(12,2)"}
                  - {name: note, logicalType: string, required: true}
              """);

  private static OdcsContract read(String document) {
    return OdcsReader.read(document).contract();
  }

  private static String view(String dialect) {
    ViewResult result = Exports.view(dialect, BEFORE, AFTER);
    assertThat(result).isInstanceOf(ViewResult.Written.class);
    return ((ViewResult.Written) result).files().getFirst().content();
  }

  private static String tables(String dialect) {
    return Exports.export("sql-" + dialect, AFTER).files().getFirst().content();
  }

  private static void servesTheEarlierVersion(Statement statement, String dialect)
      throws SQLException {
    statement.execute(tables(dialect));
    statement.execute("INSERT INTO orders_2 VALUES (DATE '2026-11-22', 7, 12.50, 'x')");
    statement.execute(view(dialect));
    try (ResultSet row = statement.executeQuery("SELECT * FROM orders")) {
      List<String> columns = new ArrayList<>();
      for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
        columns.add(
            row.getMetaData().getColumnName(i) + " " + row.getMetaData().getColumnTypeName(i));
      }
      assertThat(columns).hasSize(3);
      assertThat(String.join(", ", columns).toLowerCase(Locale.ROOT))
          .matches("order (integer|int4), amount (numeric|decimal\\(8,2\\)), note (text|varchar)");
      assertThat(row.next()).isTrue();
      assertThat(row.getInt(1)).isEqualTo(7);
      assertThat(row.getBigDecimal(2)).isEqualByComparingTo("12.50");
    }
    statement.execute("INSERT INTO orders_2 VALUES (NULL, 3000000000, 1, 'y')");
    assertThatThrownBy(() -> statement.executeQuery("SELECT * FROM orders").next())
        .isInstanceOf(SQLException.class);
  }

  @Test
  void duckDbServesTheEarlierVersion() throws SQLException {
    try (Connection duckdb = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = duckdb.createStatement()) {
      servesTheEarlierVersion(statement, "duckdb");
    }
  }

  @Test
  void postgresServesTheEarlierVersion() throws SQLException {
    try (Connection postgres = DriverManager.getConnection(TestEngines.postgres());
        Statement statement = postgres.createStatement()) {
      postgres.setAutoCommit(false);
      statement.execute("CREATE SCHEMA compatibility");
      statement.execute("SET LOCAL search_path = compatibility");
      servesTheEarlierVersion(statement, "postgresql");
      postgres.rollback();
    }
  }
}

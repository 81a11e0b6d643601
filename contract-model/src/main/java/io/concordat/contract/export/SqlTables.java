package io.concordat.contract.export;

import io.concordat.contract.odcs.OdcsContract;
import io.concordat.contract.odcs.Property;
import io.concordat.contract.odcs.SchemaObject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/** {@code CREATE TABLE} statements, one for each object, in one file. */
final class SqlTables implements Exporter {

  private final SqlDialect dialect;

  SqlTables(SqlDialect dialect) {
    this.dialect = dialect;
  }

  @Override
  public List<ExportFile> files(OdcsContract contract, Notes notes) {
    StringBuilder sql = new StringBuilder();
    sql.append(SqlDialect.comment(contract.id() + " " + contract.version())).append('\n');
    sql.append(
        SqlDialect.comment("Tables for " + dialect.title() + ", as the contract promises them."));
    sql.append('\n');
    SqlTypes types = new SqlTypes(dialect, notes);
    for (SchemaObject object : contract.objects()) {
      if (object.properties().isEmpty()) {
        notes.add(object.name(), "names no fields, so there is no table for it");
        continue;
      }
      sql.append('\n').append(table(object, types, notes));
    }
    return List.of(
        new ExportFile(
            Words.fileName(contract.id()) + "." + dialect.id() + ".sql", sql.toString()));
  }

  private String table(SchemaObject object, SqlTypes types, Notes notes) {
    String table = dialect.table(tableName(object));
    List<Property> columns = columns(object, notes);
    List<String> key =
        names(
            sorted(
                columns.stream().filter(Property::primaryKey).toList(),
                Property::primaryKeyPosition));
    List<String> lines = new ArrayList<>();
    for (Property column : columns) {
      lines.add("  " + column(object, column, key, types, notes));
    }
    if (!key.isEmpty()) {
      switch (dialect) {
        case POSTGRESQL, SNOWFLAKE, DUCKDB ->
            lines.add("  PRIMARY KEY (" + String.join(", ", key) + ")");
        case BIGQUERY -> lines.add("  PRIMARY KEY (" + String.join(", ", key) + ") NOT ENFORCED");
        case SPARK -> notes.add(object.name(), "has a primary key, which Spark does not know");
      }
    }
    StringBuilder sql = new StringBuilder("CREATE TABLE " + table + " (\n");
    sql.append(String.join(",\n", lines)).append("\n)");
    sql.append(
        partitions(
            object,
            sorted(
                columns.stream().filter(Property::partitioned).toList(),
                Property::partitionKeyPosition),
            notes));
    String description = object.description();
    if (description != null) {
      switch (dialect) {
        case SNOWFLAKE -> sql.append("\nCOMMENT = ").append(dialect.literal(description));
        case SPARK -> sql.append("\nCOMMENT ").append(dialect.literal(description));
        case BIGQUERY ->
            sql.append("\nOPTIONS (description = ")
                .append(dialect.literal(description))
                .append(")");
        case POSTGRESQL, DUCKDB -> {}
      }
    }
    sql.append(";\n");
    if (dialect == SqlDialect.POSTGRESQL || dialect == SqlDialect.DUCKDB) {
      comments(sql, table, description, columns);
    }
    return sql.toString();
  }

  private void comments(
      StringBuilder sql, String table, @Nullable String description, List<Property> columns) {
    if (description != null) {
      sql.append("COMMENT ON TABLE %s IS %s;\n".formatted(table, dialect.literal(description)));
    }
    for (Property column : columns) {
      if (column.description() != null) {
        sql.append(
            "COMMENT ON COLUMN %s.%s IS %s;\n"
                .formatted(
                    table,
                    dialect.name(SqlDialect.column(column)),
                    dialect.literal(column.description())));
      }
    }
  }

  private String column(
      SchemaObject object, Property column, List<String> key, SqlTypes types, Notes notes) {
    String element = object.name() + "." + column.name();
    String name = dialect.name(SqlDialect.column(column));
    String type = types.of(column, element);
    StringBuilder line = new StringBuilder(name + " " + type);
    boolean required = column.required() || column.primaryKey();
    if (required && dialect == SqlDialect.BIGQUERY && type.startsWith("ARRAY<")) {
      notes.add(element, "is required; BigQuery's arrays are never null and cannot say so");
    } else if (required) {
      line.append(" NOT NULL");
    }
    boolean keyAlone = key.size() == 1 && key.contains(name);
    if (column.unique() && !keyAlone) {
      switch (dialect) {
        case POSTGRESQL, SNOWFLAKE, DUCKDB -> line.append(" UNIQUE");
        case BIGQUERY, SPARK ->
            notes.add(element, "is unique, which " + dialect.title() + " does not know");
      }
    }
    if (column.description() != null) {
      String text = dialect.literal(column.description());
      switch (dialect) {
        case SNOWFLAKE, SPARK -> line.append(" COMMENT ").append(text);
        case BIGQUERY -> line.append(" OPTIONS (description = ").append(text).append(")");
        case POSTGRESQL, DUCKDB -> {}
      }
    }
    return line.toString();
  }

  private String partitions(SchemaObject object, List<Property> by, Notes notes) {
    if (by.isEmpty()) {
      return "";
    }
    List<String> names = names(by);
    return switch (dialect) {
      case SPARK -> "\nPARTITIONED BY (" + String.join(", ", names) + ")";
      case SNOWFLAKE -> "\nCLUSTER BY (" + String.join(", ", names) + ")";
      case BIGQUERY -> bigqueryPartition(object, by, names, notes);
      case POSTGRESQL, DUCKDB -> {
        notes.add(
            object.name(),
            "is partitioned by %s, which the table leaves to whoever runs the store"
                .formatted(String.join(", ", names)));
        yield "";
      }
    };
  }

  private static String bigqueryPartition(
      SchemaObject object, List<Property> by, List<String> names, Notes notes) {
    if (by.size() > 1) {
      notes.add(
          object.name(),
          "is partitioned by several fields; BigQuery takes the first, and clusters by the others");
    }
    String others =
        names.size() > 1
            ? "\nCLUSTER BY " + String.join(", ", names.subList(1, Math.min(names.size(), 5)))
            : "";
    String logical = by.getFirst().logicalType();
    if ("date".equals(logical)) {
      return "\nPARTITION BY " + names.getFirst() + others;
    }
    if ("timestamp".equals(logical)) {
      boolean zoned =
          Types.of(by.getFirst(), object.name(), new Notes()) instanceof DataType.Timestamp t
              && t.zoned();
      return "\nPARTITION BY %s_TRUNC(%s, DAY)"
              .formatted(zoned ? "TIMESTAMP" : "DATETIME", names.getFirst())
          + others;
    }
    notes.add(
        object.name() + "." + by.getFirst().name(),
        "divides the data; BigQuery partitions by days only");
    return "";
  }

  /**
   * The columns of a table; one whose name differs from an earlier one in case only is left out.
   */
  private static List<Property> columns(SchemaObject object, Notes notes) {
    List<Property> columns = new ArrayList<>();
    Set<String> taken = new HashSet<>();
    for (Property property : object.properties()) {
      if (taken.add(Words.line(SqlDialect.column(property)).toLowerCase(Locale.ROOT))) {
        columns.add(property);
      } else {
        notes.add(
            object.name() + "." + property.name(),
            "has the name of another column, but for its case; it is left out");
      }
    }
    return columns;
  }

  /**
   * The name of the table that holds an object: the physical one of a table or view where the
   * contract gives one. The physical name of a topic or file names no table.
   */
  static String tableName(SchemaObject object) {
    String physical = object.physicalName();
    String kind = object.physicalType();
    boolean inStore = kind == null || kind.toLowerCase(Locale.ROOT).matches(".*(table|view).*");
    return physical == null || physical.isBlank() || !inStore ? object.name() : physical;
  }

  /** Fields by the position that they have in a key; those without one last, in document order. */
  static List<Property> sorted(List<Property> properties, ToIntFunction<Property> position) {
    return properties.stream()
        .sorted(
            Comparator.comparingInt(property -> {
              int place = position.applyAsInt(property);
              return place < 1 ? Integer.MAX_VALUE : place;
            }))
        .toList();
  }

  private List<String> names(List<Property> properties) {
    return properties.stream().map(SqlDialect::column).map(dialect::name).toList();
  }
}

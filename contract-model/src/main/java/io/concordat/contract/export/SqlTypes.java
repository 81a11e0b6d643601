package io.concordat.contract.export;

import io.concordat.contract.odcs.Property;
import java.util.stream.Collectors;

/** How types are written in a dialect of SQL. */
final class SqlTypes {

  private static final int BIGQUERY_NUMERIC_SCALE = 9;
  private static final int BIGQUERY_NUMERIC_WHOLE = 29;

  private final SqlDialect dialect;
  private final Notes notes;

  SqlTypes(SqlDialect dialect, Notes notes) {
    this.dialect = dialect;
    this.notes = notes;
  }

  /** The type of a column or part. */
  String of(Property property, String element) {
    return name(Types.of(property, element, notes), element);
  }

  /** A type by its name in the dialect. */
  String name(DataType type, String element) {
    return switch (dialect) {
      case POSTGRESQL -> postgresql(type, element);
      case SNOWFLAKE -> snowflake(type, element);
      case BIGQUERY -> bigquery(type, element);
      case SPARK -> spark(type, element);
      case DUCKDB -> duckdb(type, element);
    };
  }

  private String postgresql(DataType type, String element) {
    return switch (type) {
      case DataType.Text text -> sized("varchar", text, 10_485_760, "text");
      case DataType.Whole whole ->
          signed(whole, "smallint", "smallint", "integer", "bigint", "numeric");
      case DataType.Decimal decimal -> exact("numeric", decimal);
      case DataType.Floating floating -> floating.bits() == 32 ? "real" : "double precision";
      case DataType.Truth _ -> "boolean";
      case DataType.Day _ -> "date";
      case DataType.TimeOfDay _ -> "time";
      case DataType.Timestamp t -> t.zoned() ? "timestamp with time zone" : "timestamp";
      case DataType.Bytes _ -> "bytea";
      case DataType.Uuid _ -> "uuid";
      case DataType.AnyJson _ -> "jsonb";
      case DataType.Struct _ -> {
        notes.add(element, "is an object; PostgreSQL holds it as jsonb, without its parts' types");
        yield "jsonb";
      }
      case DataType.ListOf list -> {
        DataType items = items(list, element);
        if (items instanceof DataType.Struct
            || items instanceof DataType.ListOf
            || items instanceof DataType.AnyJson) {
          notes.add(element, "is a list of more than single values; PostgreSQL holds it as jsonb");
          yield "jsonb";
        }
        yield postgresql(items, element) + "[]";
      }
    };
  }

  private String snowflake(DataType type, String element) {
    return switch (type) {
      case DataType.Text text -> sized("VARCHAR", text, 16_777_216, "VARCHAR");
      case DataType.Whole whole ->
          signed(whole, "SMALLINT", "SMALLINT", "INTEGER", "BIGINT", "NUMBER");
      case DataType.Decimal decimal -> exact("NUMBER", decimal);
      case DataType.Floating _ -> "FLOAT";
      case DataType.Truth _ -> "BOOLEAN";
      case DataType.Day _ -> "DATE";
      case DataType.TimeOfDay _ -> "TIME";
      case DataType.Timestamp t -> t.zoned() ? "TIMESTAMP_TZ" : "TIMESTAMP_NTZ";
      case DataType.Bytes _ -> "BINARY";
      case DataType.Uuid _ -> "VARCHAR(36)";
      case DataType.AnyJson _ -> "VARIANT";
      case DataType.Struct _ -> {
        notes.add(element, "is an object; Snowflake holds it as OBJECT, without its parts' types");
        yield "OBJECT";
      }
      case DataType.ListOf _ -> {
        notes.add(element, "is a list; Snowflake holds it as ARRAY, without its items' type");
        yield "ARRAY";
      }
    };
  }

  private String bigquery(DataType type, String element) {
    return switch (type) {
      case DataType.Text text -> sized("STRING", text, Integer.MAX_VALUE, "STRING");
      case DataType.Whole whole ->
          whole.bits() < 64 || (whole.bits() == 64 && !whole.unsigned())
              ? "INT64"
              : "BIGNUMERIC(38, 0)";
      case DataType.Decimal decimal -> {
        boolean fits =
            decimal.scale() <= BIGQUERY_NUMERIC_SCALE
                && decimal.precision() - decimal.scale() <= BIGQUERY_NUMERIC_WHOLE;
        yield exact(fits ? "NUMERIC" : "BIGNUMERIC", decimal);
      }
      case DataType.Floating _ -> "FLOAT64";
      case DataType.Truth _ -> "BOOL";
      case DataType.Day _ -> "DATE";
      case DataType.TimeOfDay _ -> "TIME";
      case DataType.Timestamp t -> t.zoned() ? "TIMESTAMP" : "DATETIME";
      case DataType.Bytes _ -> "BYTES";
      case DataType.Uuid _ -> "STRING(36)";
      case DataType.AnyJson _ -> "JSON";
      case DataType.Struct struct -> parts("STRUCT<", " ", ">", struct, element);
      case DataType.ListOf list -> {
        DataType items = items(list, element);
        if (items instanceof DataType.ListOf) {
          notes.add(element, "is a list of lists; BigQuery holds each inner one in a STRUCT");
          yield "ARRAY<STRUCT<item " + bigquery(items, element + "[]") + ">>";
        }
        yield "ARRAY<" + bigquery(items, element + "[]") + ">";
      }
    };
  }

  private String spark(DataType type, String element) {
    return switch (type) {
      case DataType.Text text -> sized("VARCHAR", text, Integer.MAX_VALUE, "STRING");
      case DataType.Whole whole -> signed(whole, "TINYINT", "SMALLINT", "INT", "BIGINT", "DECIMAL");
      case DataType.Decimal decimal -> exact("DECIMAL", decimal);
      case DataType.Floating floating -> floating.bits() == 32 ? "FLOAT" : "DOUBLE";
      case DataType.Truth _ -> "BOOLEAN";
      case DataType.Day _ -> "DATE";
      case DataType.TimeOfDay _ -> {
        notes.add(element, "is a time of day; Spark holds it as STRING");
        yield "STRING";
      }
      case DataType.Timestamp t -> t.zoned() ? "TIMESTAMP" : "TIMESTAMP_NTZ";
      case DataType.Bytes _ -> "BINARY";
      case DataType.Uuid _ -> "STRING";
      case DataType.AnyJson _ -> {
        notes.add(element, "is any JSON; Spark holds it as STRING");
        yield "STRING";
      }
      case DataType.Struct struct -> parts("STRUCT<", ": ", ">", struct, element);
      case DataType.ListOf list -> "ARRAY<" + spark(items(list, element), element + "[]") + ">";
    };
  }

  private String duckdb(DataType type, String element) {
    return switch (type) {
      case DataType.Text text -> {
        if (text.maxLength() != null) {
          notes.add(element, "has a greatest length, which DuckDB does not enforce");
        }
        yield sized("VARCHAR", text, Integer.MAX_VALUE, "VARCHAR");
      }
      case DataType.Whole whole ->
          (whole.unsigned() ? "U" : "")
              + switch (whole.bits()) {
                case 8 -> "TINYINT";
                case 16 -> "SMALLINT";
                case 32 -> "INTEGER";
                case 64 -> "BIGINT";
                default -> "HUGEINT";
              };
      case DataType.Decimal decimal -> exact("DECIMAL", decimal);
      case DataType.Floating floating -> floating.bits() == 32 ? "FLOAT" : "DOUBLE";
      case DataType.Truth _ -> "BOOLEAN";
      case DataType.Day _ -> "DATE";
      case DataType.TimeOfDay _ -> "TIME";
      case DataType.Timestamp t -> t.zoned() ? "TIMESTAMP WITH TIME ZONE" : "TIMESTAMP";
      case DataType.Bytes _ -> "BLOB";
      case DataType.Uuid _ -> "UUID";
      case DataType.AnyJson _ -> "JSON";
      case DataType.Struct struct -> parts("STRUCT(", " ", ")", struct, element);
      case DataType.ListOf list -> duckdb(items(list, element), element + "[]") + "[]";
    };
  }

  private String parts(
      String open, String between, String close, DataType.Struct struct, String element) {
    return struct.parts().stream()
        .map(part -> {
          String place = element + "." + part.name();
          if (part.required()) {
            notes.add(place, "is required within its object, which the table does not enforce");
          }
          return dialect.name(SqlDialect.column(part)) + between + of(part, place);
        })
        .collect(Collectors.joining(", ", open, close));
  }

  private DataType items(DataType.ListOf list, String element) {
    Property items = list.items();
    if (items == null) {
      notes.add(element, "does not say what its items are; they are taken as text");
      return new DataType.Text(null);
    }
    return Types.of(items, element + "[]", notes);
  }

  private static String sized(String name, DataType.Text text, int most, String any) {
    Integer length = text.maxLength();
    return length == null || length > most ? any : name + "(" + length + ")";
  }

  private static String exact(String name, DataType.Decimal decimal) {
    return name + "(" + decimal.precision() + ", " + decimal.scale() + ")";
  }

  /** The smallest signed type that holds all values of an integer type. */
  private static String signed(
      DataType.Whole whole,
      String eight,
      String sixteen,
      String thirtyTwo,
      String sixtyFour,
      String exact) {
    int bits = whole.unsigned() ? whole.bits() * 2 : whole.bits();
    return switch (bits) {
      case 8 -> eight;
      case 16 -> sixteen;
      case 32 -> thirtyTwo;
      case 64 -> sixtyFour;
      default -> exact + (whole.bits() == 64 ? "(20, 0)" : "(38, 0)");
    };
  }
}

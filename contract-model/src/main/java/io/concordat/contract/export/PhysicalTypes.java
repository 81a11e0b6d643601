package io.concordat.contract.export;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Names of types as stores spell them. The text of a contract is only ever looked up here, and
 * never put into a statement.
 */
public final class PhysicalTypes {

  static final int MAX_PRECISION = 38;
  static final int DEFAULT_SCALE = 9;

  private static final Pattern FORM =
      Pattern.compile(
          "([a-z][a-z0-9_ ]{0,40}?) ?(?:\\( ?([0-9]{1,9}|max)(?: (?:char|byte))? ?(?:, ?([0-9]{1,4}) ?)?\\))?"
              + "(?: ?(with time zone|with local time zone|without time zone|unsigned))?");

  private PhysicalTypes() {}

  /** The type that a physical type names; empty where it is not one of the common names. */
  static Optional<DataType> parse(String physicalType) {
    if (physicalType.length() > 100) {
      return Optional.empty();
    }
    String text = physicalType.strip().toLowerCase(Locale.ROOT).replaceAll("\\s+", " ");
    Matcher form = FORM.matcher(text);
    if (!form.matches()) {
      return Optional.empty();
    }
    String name = form.group(1).strip();
    String zone = form.group(4);
    return Optional.ofNullable(
        zone != null && zone.endsWith("zone")
            ? zoned(name, !zone.startsWith("without"))
            : named(name, number(form.group(2)), number(form.group(3)), zone != null));
  }

  /**
   * The logical type of ODCS for what a store calls a physical type, such as {@code integer} for
   * {@code BIGINT UNSIGNED}; empty where the name is not a common one.
   */
  public static Optional<String> logicalType(String physicalType) {
    if (physicalType.strip().toLowerCase(Locale.ROOT).matches("timestamp ?(\\([0-9]\\))?")) {
      return Optional.of("timestamp");
    }
    return parse(physicalType).map(PhysicalTypes::logical);
  }

  private static String logical(DataType type) {
    return switch (type) {
      case DataType.Text _, DataType.Bytes _, DataType.Uuid _ -> "string";
      case DataType.Whole _ -> "integer";
      case DataType.Decimal decimal -> decimal.scale() == 0 ? "integer" : "number";
      case DataType.Floating _ -> "number";
      case DataType.Truth _ -> "boolean";
      case DataType.Day _ -> "date";
      case DataType.TimeOfDay _ -> "time";
      case DataType.Timestamp _ -> "timestamp";
      case DataType.AnyJson _, DataType.Struct _ -> "object";
      case DataType.ListOf _ -> "array";
    };
  }

  private static @Nullable DataType zoned(String name, boolean zoned) {
    return switch (name) {
      case "timestamp" -> new DataType.Timestamp(zoned);
      case "time" -> new DataType.TimeOfDay();
      default -> null;
    };
  }

  private static @Nullable DataType named(
      String name, @Nullable Integer first, @Nullable Integer second, boolean unsigned) {
    return switch (name) {
      case "varchar",
          "character varying",
          "nvarchar",
          "varchar2",
          "nvarchar2",
          "char varying",
          "string",
          "text",
          "clob",
          "nclob",
          "char",
          "character",
          "nchar",
          "bpchar",
          "tinytext",
          "mediumtext",
          "longtext",
          "citext",
          "fixedstring" ->
          new DataType.Text(positive(first));
      case "tinyint" -> new DataType.Whole(8, unsigned);
      case "utinyint" -> new DataType.Whole(8, true);
      case "smallint", "int2", "int16", "short", "smallserial" -> new DataType.Whole(16, unsigned);
      case "usmallint", "uint16" -> new DataType.Whole(16, true);
      case "int", "integer", "int4", "int32", "mediumint", "serial" ->
          new DataType.Whole(32, unsigned);
      case "uinteger", "uint32" -> new DataType.Whole(32, true);
      case "bigint", "int8", "int64", "long", "bigserial" -> new DataType.Whole(64, unsigned);
      case "ubigint", "uint64" -> new DataType.Whole(64, true);
      case "hugeint", "int128" -> new DataType.Whole(128, false);
      case "decimal", "numeric", "number", "dec", "bignumeric", "bigdecimal", "money" ->
          decimal(first, second);
      case "float", "float8", "double", "double precision", "float64", "binary_double" ->
          new DataType.Floating(first != null && first <= 24 ? 32 : 64);
      case "real", "float4", "float32", "binary_float" -> new DataType.Floating(32);
      case "boolean", "bool", "bit" -> new DataType.Truth();
      case "date", "date32" -> new DataType.Day();
      case "time" -> new DataType.TimeOfDay();
      case "timestamptz", "timestamp_tz", "timestamp_ltz", "datetimeoffset" ->
          new DataType.Timestamp(true);
      case "datetime", "datetime2", "smalldatetime", "timestamp_ntz" ->
          new DataType.Timestamp(false);
      case "bytea", "binary", "varbinary", "blob", "bytes", "raw", "image" -> new DataType.Bytes();
      case "uuid", "uniqueidentifier" -> new DataType.Uuid();
      case "json", "jsonb", "variant" -> new DataType.AnyJson();
      default -> null;
    };
  }

  private static @Nullable DataType decimal(@Nullable Integer precision, @Nullable Integer scale) {
    if (precision == null) {
      return new DataType.Decimal(MAX_PRECISION, DEFAULT_SCALE);
    }
    int digitsAfter = scale == null ? 0 : scale;
    boolean possible = precision > 0 && precision <= MAX_PRECISION && digitsAfter <= precision;
    return possible ? new DataType.Decimal(precision, digitsAfter) : null;
  }

  private static @Nullable Integer positive(@Nullable Integer length) {
    return length == null || length == 0 ? null : length;
  }

  private static @Nullable Integer number(@Nullable String digits) {
    return digits == null || digits.equals("max") ? null : Integer.valueOf(digits);
  }
}

package io.concordat.queryside.observed;

import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Whether a column's type, as some engine names it, is one that a logical type of ODCS allows. What
 * is not known to be something else is allowed.
 */
final class ColumnTypes {

  private static final Pattern DETAIL = Pattern.compile("[(<\\[ ].*", Pattern.DOTALL);

  private static final Map<String, String> LOGICAL =
      Map.ofEntries(
          Map.entry("string", "string"),
          Map.entry("varchar", "string"),
          Map.entry("nvarchar", "string"),
          Map.entry("char", "string"),
          Map.entry("bpchar", "string"),
          Map.entry("character", "string"),
          Map.entry("text", "string"),
          Map.entry("int", "integer"),
          Map.entry("integer", "integer"),
          Map.entry("int2", "integer"),
          Map.entry("int4", "integer"),
          Map.entry("int8", "integer"),
          Map.entry("int32", "integer"),
          Map.entry("int64", "integer"),
          Map.entry("bigint", "integer"),
          Map.entry("smallint", "integer"),
          Map.entry("tinyint", "integer"),
          Map.entry("long", "integer"),
          Map.entry("short", "integer"),
          Map.entry("float", "number"),
          Map.entry("float4", "number"),
          Map.entry("float8", "number"),
          Map.entry("float64", "number"),
          Map.entry("double", "number"),
          Map.entry("real", "number"),
          Map.entry("decimal", "number"),
          Map.entry("numeric", "number"),
          Map.entry("number", "number"),
          Map.entry("bool", "boolean"),
          Map.entry("boolean", "boolean"),
          Map.entry("date", "date"),
          Map.entry("datetime", "timestamp"),
          Map.entry("timestamp", "timestamp"),
          Map.entry("timestamptz", "timestamp"),
          Map.entry("timestamp_ntz", "timestamp"),
          Map.entry("timestamp_ltz", "timestamp"),
          Map.entry("timestamp_tz", "timestamp"),
          Map.entry("struct", "object"),
          Map.entry("record", "object"),
          Map.entry("row", "object"),
          Map.entry("array", "array"),
          Map.entry("list", "array"));

  private ColumnTypes() {}

  /**
   * Whether the column's type is known to be another than the promised one.
   *
   * @param promised logical type, null where none is given
   * @param observed as it was sent, null where it was not
   */
  static boolean differ(@Nullable String promised, @Nullable String observed) {
    if (promised == null || observed == null) {
      return false;
    }
    String is =
        LOGICAL.get(DETAIL.matcher(observed.strip().toLowerCase(Locale.ROOT)).replaceFirst(""));
    return is != null
        && LOGICAL.containsValue(promised)
        && !is.equals(promised)
        && !(numeric(promised) && numeric(is) && wholeIfPromised(promised, observed));
  }

  private static boolean numeric(String logical) {
    return logical.equals("integer") || logical.equals("number");
  }

  /** Whole numbers are numbers; decimals without a scale, and Oracle's NUMBER, may be whole. */
  private static boolean wholeIfPromised(String promised, String observed) {
    String type = observed.strip().toLowerCase(Locale.ROOT);
    return promised.equals("number") || type.startsWith("decimal") || type.startsWith("num");
  }
}

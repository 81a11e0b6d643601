package io.concordat.contract.change;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A type of a store, as far as it can be told which values fit in it.
 *
 * @param family types of one family hold values of one kind
 * @param size how much fits: characters of a text, bits of a whole or floating number, digits
 *     before the point of a decimal; largest where there is no limit
 * @param scale digits after the point; 0 where the family has none
 */
record PhysicalType(String family, long size, long scale) {

  /** How one type relates to another. */
  enum Relation {
    SAME,
    /** Holds each value of the other, and more. */
    WIDER,
    /** Each of its values fits in the other. */
    NARROWER,
    OTHER
  }

  private static final long NO_LIMIT = Long.MAX_VALUE;

  private static final Pattern FORM =
      Pattern.compile(
          "([A-Za-z_][A-Za-z0-9_]*(?: [A-Za-z_]+){0,4})\\s*"
              + "(?:\\(\\s*([0-9]{1,9}|max|MAX)\\s*(?:,\\s*([0-9]{1,9})\\s*)?\\))?"
              + "((?: [A-Za-z]+){0,4})");

  /** Families, with the bits of those whose size is their name. */
  private static final Map<String, PhysicalType> NAMES =
      Map.ofEntries(
          named("tinyint", "whole", 8),
          named("byteint", "whole", 8),
          named("smallint", "whole", 16),
          named("int2", "whole", 16),
          named("short", "whole", 16),
          named("int", "whole", 32),
          named("integer", "whole", 32),
          named("int4", "whole", 32),
          named("int32", "whole", 32),
          named("bigint", "whole", 64),
          named("int8", "whole", 64),
          named("int64", "whole", 64),
          named("long", "whole", 64),
          named("real", "float", 32),
          named("float4", "float", 32),
          named("float32", "float", 32),
          named("float8", "float", 64),
          named("float64", "float", 64),
          named("double", "float", 64),
          named("double precision", "float", 64),
          named("varchar", "text", NO_LIMIT),
          named("varchar2", "text", NO_LIMIT),
          named("character varying", "text", NO_LIMIT),
          named("nvarchar", "text", NO_LIMIT),
          named("string", "text", NO_LIMIT),
          named("text", "text", NO_LIMIT),
          named("clob", "text", NO_LIMIT),
          named("char", "padded text", 1),
          named("character", "padded text", 1),
          named("nchar", "padded text", 1),
          named("varbinary", "bytes", NO_LIMIT),
          named("bytea", "bytes", NO_LIMIT),
          named("bytes", "bytes", NO_LIMIT),
          named("blob", "bytes", NO_LIMIT),
          named("bool", "boolean", 1),
          named("boolean", "boolean", 1),
          named("decimal", "decimal", NO_LIMIT),
          named("numeric", "decimal", NO_LIMIT));

  /** Reads a type; one that is not known is a family of its own. */
  static PhysicalType of(String written) {
    String text = written.strip().replaceAll("\\s+", " ");
    Matcher matcher = FORM.matcher(text);
    String whole = text.toLowerCase(Locale.ROOT).replace(" (", "(").replace(", ", ",");
    if (!matcher.matches()) {
      return new PhysicalType(whole, 0, 0);
    }
    PhysicalType known = NAMES.get(matcher.group(1).toLowerCase(Locale.ROOT));
    if (known == null || !matcher.group(4).isEmpty()) {
      return new PhysicalType(whole, 0, 0);
    }
    List<Long> arguments = new ArrayList<>();
    if (matcher.group(2) != null) {
      boolean max = matcher.group(2).equalsIgnoreCase("max");
      arguments.add(max ? NO_LIMIT : Long.parseLong(matcher.group(2)));
    }
    if (matcher.group(3) != null) {
      arguments.add(Long.parseLong(matcher.group(3)));
    }
    return sized(known, arguments);
  }

  private static PhysicalType sized(PhysicalType known, List<Long> arguments) {
    if (arguments.isEmpty()) {
      return known.family.equals("decimal") ? new PhysicalType("decimal", NO_LIMIT, 0) : known;
    }
    return switch (known.family) {
      case "text", "padded text", "bytes" ->
          new PhysicalType(known.family, arguments.getFirst(), 0);
      case "decimal" -> {
        long scale = arguments.size() > 1 ? arguments.get(1) : 0;
        yield new PhysicalType("decimal", arguments.getFirst() - scale, scale);
      }
      default -> known;
    };
  }

  /** How this type relates to the other. */
  Relation to(PhysicalType other) {
    if (equals(other)) {
      return Relation.SAME;
    }
    if (!family.equals(other.family)) {
      return Relation.OTHER;
    }
    boolean unboundedDecimal =
        family.equals("decimal") && (size == NO_LIMIT || other.size == NO_LIMIT);
    if (unboundedDecimal || family.equals("padded text")) {
      return Relation.OTHER;
    }
    if (size <= other.size && scale <= other.scale) {
      return Relation.NARROWER;
    }
    return size >= other.size && scale >= other.scale ? Relation.WIDER : Relation.OTHER;
  }

  private static Map.Entry<String, PhysicalType> named(String name, String family, long size) {
    return Map.entry(name, new PhysicalType(family, size, 0));
  }
}

package io.concordat.contract.export;

import io.concordat.contract.odcs.Bound;
import io.concordat.contract.odcs.LogicalTypeOptions;
import io.concordat.contract.odcs.OdcsContract;
import io.concordat.contract.odcs.Property;
import io.concordat.contract.odcs.SchemaObject;
import io.concordat.contract.tree.Decimals;
import io.concordat.contract.tree.JsonText;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/**
 * JSON Schema 2020-12, one file for each object. A field that is not required may be absent or
 * null. Fields that the contract does not name are allowed, since adding one is no break.
 */
final class JsonSchemas implements Exporter {

  @Override
  public List<ExportFile> files(OdcsContract contract, Notes notes) {
    List<ExportFile> files = new ArrayList<>();
    Set<String> taken = new HashSet<>();
    for (SchemaObject object : contract.objects()) {
      String name = Words.identifier(object.name(), taken);
      files.add(
          new ExportFile(
              name + ".schema.json", JsonText.pretty(schema(contract, object, name, notes))));
    }
    return files;
  }

  private static Map<String, Object> schema(
      OdcsContract contract, SchemaObject object, String name, Notes notes) {
    Map<String, Object> schema = new LinkedHashMap<>();
    schema.put("$schema", "https://json-schema.org/draft/2020-12/schema");
    schema.put(
        "$id",
        "urn:concordat:"
            + contract.id().replaceAll("[^A-Za-z0-9./_-]", "-").replace('/', ':')
            + ":"
            + contract.version()
            + ":"
            + name);
    schema.put("title", object.name());
    if (object.description() != null) {
      schema.put("description", object.description());
    }
    schema.put("type", "object");
    members(schema, object.properties(), List.of(), object.name(), notes);
    return schema;
  }

  private static void members(
      Map<String, Object> schema,
      List<Property> parts,
      List<String> alsoRequired,
      String element,
      Notes notes) {
    Map<String, Object> properties = new LinkedHashMap<>();
    List<String> required = new ArrayList<>();
    for (Property part : parts) {
      if (properties.containsKey(part.name())) {
        notes.add(element + "." + part.name(), "is there twice; the first one counts");
        continue;
      }
      boolean needed = part.required() || part.primaryKey() || alsoRequired.contains(part.name());
      properties.put(part.name(), value(part, needed, element + "." + part.name(), notes));
      if (needed) {
        required.add(part.name());
      }
    }
    schema.put("properties", properties);
    if (!required.isEmpty()) {
      schema.put("required", required);
    }
  }

  private static Map<String, Object> value(
      Property property, boolean required, String element, Notes notes) {
    Facts facts = new Facts(property);
    DataType type = Types.of(property, element, notes);
    Map<String, Object> schema = new LinkedHashMap<>();
    if (property.businessName() != null) {
      schema.put("title", property.businessName());
    }
    if (property.description() != null) {
      schema.put("description", property.description());
    }
    typed(schema, type, required, property.options(), element, notes);
    values(schema, type, required, property, element, notes);
    if (type instanceof DataType.Text && !facts.examples().isEmpty()) {
      schema.put("examples", facts.examples());
    }
    if (property.classification() != null) {
      schema.put("x-classification", property.classification());
    }
    String semanticType = facts.semanticType();
    if (semanticType != null) {
      schema.put("x-semantic-type", semanticType);
    }
    return schema;
  }

  private static void typed(
      Map<String, Object> schema,
      DataType type,
      boolean required,
      LogicalTypeOptions options,
      String element,
      Notes notes) {
    switch (type) {
      case DataType.Text text -> {
        named(schema, "string", required);
        if (text.maxLength() != null) {
          schema.put("maxLength", text.maxLength());
        }
        Facts.count(options.minLength()).ifPresent(least -> schema.put("minLength", least));
        format(options.format()).ifPresent(f -> schema.put("format", f));
      }
      case DataType.Uuid _ -> formatted(schema, "uuid", required);
      case DataType.Bytes _ -> {
        named(schema, "string", required);
        schema.put("contentEncoding", "base64");
      }
      case DataType.Whole whole -> {
        named(schema, "integer", required);
        if (whole.bits() < 64 || whole.unsigned()) {
          BigDecimal[] range = Types.range(whole);
          schema.put("minimum", range[0].toBigInteger());
          schema.put("maximum", range[1].toBigInteger());
        }
      }
      case DataType.Decimal _, DataType.Floating _ -> named(schema, "number", required);
      case DataType.Truth _ -> named(schema, "boolean", required);
      case DataType.Day _ -> formatted(schema, "date", required);
      case DataType.TimeOfDay _ -> {
        named(schema, "string", required);
        notes.add(element, "is a time of day without a zone, for which JSON Schema has no format");
      }
      case DataType.Timestamp timestamp -> {
        named(schema, "string", required);
        if (timestamp.zoned()) {
          schema.put("format", "date-time");
        } else {
          notes.add(element, "is a time without a zone, for which JSON Schema has no format");
        }
      }
      case DataType.AnyJson _ -> {
        if (required) {
          schema.put("not", Map.of("type", "null"));
        }
      }
      case DataType.Struct struct -> {
        named(schema, "object", required);
        Facts.count(options.minProperties()).ifPresent(least -> schema.put("minProperties", least));
        Facts.count(options.maxProperties()).ifPresent(most -> schema.put("maxProperties", most));
        members(schema, struct.parts(), options.required(), element, notes);
      }
      case DataType.ListOf list -> {
        named(schema, "array", required);
        Facts.count(options.minItems()).ifPresent(least -> schema.put("minItems", least));
        Facts.count(options.maxItems()).ifPresent(most -> schema.put("maxItems", most));
        if (options.uniqueItems() != null) {
          schema.put("uniqueItems", options.uniqueItems());
        }
        Property items = list.items();
        if (items != null) {
          schema.put("items", value(items, items.required(), element + "[]", notes));
        }
      }
    }
  }

  /** What options and rules say of single values, whatever their type. */
  private static void values(
      Map<String, Object> schema,
      DataType type,
      boolean required,
      Property property,
      String element,
      Notes notes) {
    Facts facts = new Facts(property);
    if (type instanceof DataType.Text) {
      facts.pattern().ifPresent(pattern -> pattern(schema, pattern, element, notes));
    }
    boolean number =
        type instanceof DataType.Whole
            || type instanceof DataType.Decimal
            || type instanceof DataType.Floating;
    bounds(property.options())
        .forEach((name, bound) -> {
          if (number && bound.number() != null) {
            schema.put(name, plain(bound.number()));
          } else {
            notes.add(element, "has a " + name + " that JSON Schema cannot state for its type");
          }
        });
    BigDecimal step = property.options().multipleOf();
    if (number && step != null && step.signum() > 0) {
      schema.put("multipleOf", plain(step));
    }
    List<String> allowed = facts.allowedValues();
    if (!allowed.isEmpty() && (number || type instanceof DataType.Text)) {
      List<Object> values = new ArrayList<>();
      for (String value : new LinkedHashSet<>(allowed)) {
        values.add(number ? numberOrText(value) : value);
      }
      if (!required) {
        values.add(null);
      }
      schema.put("enum", values);
    }
  }

  private static Map<String, Bound> bounds(LogicalTypeOptions options) {
    Map<String, Bound> bounds = new LinkedHashMap<>();
    bound(bounds, "minimum", options.minimum());
    bound(bounds, "maximum", options.maximum());
    bound(bounds, "exclusiveMinimum", options.exclusiveMinimum());
    bound(bounds, "exclusiveMaximum", options.exclusiveMaximum());
    return bounds;
  }

  private static void bound(Map<String, Bound> bounds, String name, @Nullable Bound bound) {
    if (bound != null) {
      bounds.put(name, bound);
    }
  }

  private static void pattern(
      Map<String, Object> schema, String pattern, String element, Notes notes) {
    try {
      Pattern.compile(pattern);
      schema.put("pattern", pattern);
    } catch (PatternSyntaxException malformed) {
      notes.add(element, "has a pattern that is not a regular expression; it is left out");
    }
  }

  private static Object numberOrText(String value) {
    Optional<BigDecimal> number = Decimals.parse(value);
    return number.isPresent() ? plain(number.get()) : value;
  }

  private static Number plain(BigDecimal number) {
    BigDecimal stripped = number.stripTrailingZeros();
    return stripped.scale() <= 0 ? stripped.toBigInteger() : stripped;
  }

  private static void formatted(Map<String, Object> schema, String format, boolean required) {
    named(schema, "string", required);
    schema.put("format", format);
  }

  private static void named(Map<String, Object> schema, String type, boolean required) {
    schema.put("type", required ? type : List.of(type, "null"));
  }

  private static Optional<String> format(@Nullable String format) {
    return switch (format == null ? "" : format.toLowerCase(Locale.ROOT)) {
      case "email" -> Optional.of("email");
      case "uuid" -> Optional.of("uuid");
      case "uri", "url" -> Optional.of("uri");
      case "hostname" -> Optional.of("hostname");
      case "ipv4" -> Optional.of("ipv4");
      case "ipv6" -> Optional.of("ipv6");
      default -> Optional.empty();
    };
  }
}

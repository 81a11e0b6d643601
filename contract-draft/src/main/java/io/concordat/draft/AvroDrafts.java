package io.concordat.draft;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Drafts from Avro schemas in JSON: a record, or a union of records. */
final class AvroDrafts {

  private static final int DEEPEST = 60;

  private final Map<String, JsonNode> named = new HashMap<>();
  private final List<String> notes = new ArrayList<>();

  private AvroDrafts() {}

  static Draft read(String schema) {
    JsonNode root = JsonSource.read(schema);
    AvroDrafts drafts = new AvroDrafts();
    List<DraftObject> objects = new ArrayList<>();
    for (JsonNode node : root.isArray() ? root : List.of(root)) {
      if (!isRecord(node)) {
        throw new DraftException(
            "an Avro schema of data is a record, or a list of records: {\"type\": \"record\", …}",
            1,
            1);
      }
      objects.add(drafts.object(node));
    }
    if (objects.isEmpty()) {
      throw new DraftException("there is no record here", 1, 1);
    }
    return new Draft(objects, drafts.notes);
  }

  private static boolean isRecord(JsonNode node) {
    return node.isObject() && JsonSource.text(node, "type").filter("record"::equals).isPresent();
  }

  private DraftObject object(JsonNode record) {
    String name = needed(record, "name", "the record");
    List<DraftField> fields = fields(record, name, name, 0);
    return new DraftObject(
        name.substring(name.lastIndexOf('.') + 1),
        JsonSource.text(record, "namespace").map(space -> space + "." + name).orElse(null),
        "topic",
        JsonSource.textOrNull(record, "doc"),
        fields);
  }

  private List<DraftField> fields(JsonNode record, String name, String place, int depth) {
    remember(record, name);
    JsonNode members = record.get("fields");
    if (members == null || !members.isArray()) {
      throw new DraftException("record '" + place + "' has no list of fields", 0, 0);
    }
    List<DraftField> fields = new ArrayList<>();
    for (JsonNode member : members) {
      String field = needed(member, "name", "a field of '" + place + "'");
      JsonNode type = member.get("type");
      if (type == null) {
        throw new DraftException("field '" + place + "." + field + "' has no type", 0, 0);
      }
      fields.add(
          typed(field, type, place + "." + field, depth)
              .described(JsonSource.textOrNull(member, "doc")));
    }
    return fields;
  }

  private void remember(JsonNode type, String name) {
    named.put(name, type);
    named.put(name.substring(name.lastIndexOf('.') + 1), type);
    JsonSource.text(type, "namespace").ifPresent(space -> named.put(space + "." + name, type));
  }

  private DraftField typed(String name, JsonNode type, String place, int depth) {
    if (depth > DEEPEST) {
      throw new DraftException("'" + place + "' is nested too deeply, or within itself", 0, 0);
    }
    if (type.isArray()) {
      return union(name, type, place, depth);
    }
    DraftField field =
        type.isString()
            ? byName(name, type.asString(), place, depth)
            : complex(name, type, place, depth);
    return field.promised(true, false, 0);
  }

  private DraftField union(String name, JsonNode union, String place, int depth) {
    List<JsonNode> others = new ArrayList<>();
    boolean nullable = false;
    for (JsonNode type : union) {
      if (type.isString() && type.asString().equals("null")) {
        nullable = true;
      } else {
        others.add(type);
      }
    }
    if (others.size() != 1) {
      notes.add(
          "'%s' is one of several types, for which ODCS 3.1 has none; it is taken as JSON in a string."
              .formatted(place));
      return DraftField.of(name, "string").typed("json").promised(!nullable, false, 0);
    }
    return typed(name, others.getFirst(), place, depth + 1).promised(!nullable, false, 0);
  }

  private DraftField byName(String name, String type, String place, int depth) {
    return switch (type) {
      case "string", "bytes", "fixed" -> DraftField.of(name, "string").typed(type);
      case "int", "long" -> DraftField.of(name, "integer").typed(type);
      case "float", "double" -> DraftField.of(name, "number").typed(type);
      case "boolean" -> DraftField.of(name, "boolean").typed(type);
      case "null" -> DraftField.of(name, "string");
      default -> {
        JsonNode known = named.get(type);
        if (known == null) {
          throw new DraftException(
              "'%s' has the type '%s', which is not defined before it".formatted(place, type),
              0,
              0);
        }
        yield complex(name, known, place, depth + 1);
      }
    };
  }

  private DraftField complex(String name, JsonNode type, String place, int depth) {
    String kind = JsonSource.text(type, "type").orElse("");
    String logical = JsonSource.text(type, "logicalType").orElse("");
    if (!logical.isEmpty()) {
      return logical(name, kind, logical, type, place, depth);
    }
    return switch (kind) {
      case "record", "error" -> {
        List<DraftField> parts = fields(type, needed(type, "name", place), place, depth + 1);
        yield DraftField.of(name, "object").with(parts, null);
      }
      case "enum" -> {
        remember(type, needed(type, "name", place));
        yield DraftField.of(name, "string")
            .restricted(null, null, JsonSource.texts(type, "symbols"));
      }
      case "fixed" -> {
        remember(type, needed(type, "name", place));
        yield DraftField.of(name, "string").typed("bytes");
      }
      case "array" -> {
        JsonNode items = type.get("items");
        if (items == null) {
          throw new DraftException("list '" + place + "' does not say what its items are", 0, 0);
        }
        yield DraftField.of(name, "array")
            .with(List.of(), typed("", items, place + "[]", depth + 1));
      }
      case "map" -> {
        notes.add(
            "'%s' is a map, for which ODCS 3.1 has no type; it is taken as JSON in a string."
                .formatted(place));
        yield DraftField.of(name, "string").typed("map");
      }
      case "" -> {
        JsonNode inner = type.get("type");
        if (inner == null) {
          throw new DraftException("'" + place + "' has no type", 0, 0);
        }
        yield typed(name, inner, place, depth + 1);
      }
      default -> byName(name, kind, place, depth);
    };
  }

  private DraftField logical(
      String name, String kind, String logical, JsonNode type, String place, int depth) {
    return switch (logical) {
      case "date" -> DraftField.of(name, "date");
      case "time-millis", "time-micros" -> DraftField.of(name, "time");
      case "timestamp-millis", "timestamp-micros", "timestamp-nanos" ->
          DraftField.of(name, "timestamp");
      case "local-timestamp-millis", "local-timestamp-micros", "local-timestamp-nanos" ->
          DraftField.of(name, "timestamp").typed("timestamp without time zone");
      case "uuid" -> DraftField.of(name, "string").restricted("uuid", null, List.of());
      case "decimal" -> {
        int precision = type.path("precision").asInt(38);
        int scale = type.path("scale").asInt(0);
        yield DraftField.of(name, "number").typed("decimal(%d, %d)".formatted(precision, scale));
      }
      default -> byName(name, kind, place, depth);
    };
  }

  private static String needed(JsonNode node, String name, String what) {
    return JsonSource.text(node, name)
        .orElseThrow(() -> new DraftException(what + " has no " + name, 0, 0));
  }
}

package io.concordat.draft;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Drafts from JSON Schema of any version: an object, or a list of objects. */
final class JsonSchemaDrafts {

  private static final int DEEPEST = 60;

  private final JsonNode root;
  private final List<String> notes = new ArrayList<>();

  private JsonSchemaDrafts(JsonNode root) {
    this.root = root;
  }

  static Draft read(String schema, String objectName) {
    JsonNode root = JsonSource.read(schema);
    JsonSchemaDrafts drafts = new JsonSchemaDrafts(root);
    JsonNode rows = drafts.resolved(root, "$", 0);
    if (drafts.type(rows).equals("array") && rows.has("items")) {
      rows = drafts.resolved(rows.get("items"), "$.items", 0);
    }
    if (!rows.path("properties").isObject()) {
      throw new DraftException(
          "a JSON Schema of data is an object with properties, or a list of such objects", 1, 1);
    }
    String name = JsonSource.text(root, "title").orElse(objectName);
    DraftObject object =
        new DraftObject(
            name,
            null,
            "object",
            JsonSource.textOrNull(rows, "description"),
            drafts.fields(rows, "$", 0));
    return new Draft(List.of(object), drafts.notes);
  }

  private List<DraftField> fields(JsonNode object, String path, int depth) {
    List<String> required = JsonSource.texts(object, "required");
    List<DraftField> fields = new ArrayList<>();
    for (Map.Entry<String, JsonNode> property : object.path("properties").properties()) {
      String place = path + "." + property.getKey();
      DraftField field = field(property.getKey(), property.getValue(), place, depth + 1);
      boolean always = required.contains(property.getKey()) && !isNullable(property.getValue());
      fields.add(field.promised(always, false, 0));
    }
    return fields;
  }

  private DraftField field(String name, JsonNode written, String path, int depth) {
    JsonNode schema = resolved(written, path, depth);
    List<String> values = JsonSource.texts(schema, "enum");
    DraftField field =
        switch (type(schema)) {
          case "string" -> string(name, schema, values);
          case "integer" -> DraftField.of(name, "integer");
          case "number" -> DraftField.of(name, "number");
          case "boolean" -> DraftField.of(name, "boolean");
          case "object" -> object(name, schema, path, depth);
          case "array" -> array(name, schema, path, depth);
          default -> {
            notes.add(
                "%s is of any type, for which ODCS 3.1 has none; it is taken as JSON in a string."
                    .formatted(path));
            yield DraftField.of(name, "string").typed("json");
          }
        };
    return field.described(
        JsonSource.text(schema, "description")
            .or(() -> JsonSource.text(schema, "title"))
            .orElse(null));
  }

  private static DraftField string(String name, JsonNode schema, List<String> values) {
    String format = JsonSource.text(schema, "format").orElse("");
    String pattern = JsonSource.textOrNull(schema, "pattern");
    return switch (format) {
      case "date-time" -> DraftField.of(name, "timestamp");
      case "date" -> DraftField.of(name, "date");
      case "time" -> DraftField.of(name, "time");
      case "uuid", "email", "uri", "hostname", "ipv4", "ipv6" ->
          DraftField.of(name, "string").restricted(format, pattern, values);
      default -> DraftField.of(name, "string").restricted(null, pattern, values);
    };
  }

  private DraftField object(String name, JsonNode schema, String path, int depth) {
    if (!schema.path("properties").isObject() || schema.get("properties").isEmpty()) {
      notes.add("%s does not name its parts; it is taken as JSON in a string.".formatted(path));
      return DraftField.of(name, "string").typed("json");
    }
    return DraftField.of(name, "object").with(fields(schema, path, depth), null);
  }

  private DraftField array(String name, JsonNode schema, String path, int depth) {
    JsonNode items = schema.get("items");
    if (items == null || !items.isObject()) {
      notes.add("%s does not say what its items are; they are taken as strings.".formatted(path));
      return DraftField.of(name, "array").with(List.of(), DraftField.of("", "string"));
    }
    DraftField item =
        field("", items, path + "[]", depth + 1).promised(!isNullable(items), false, 0);
    return DraftField.of(name, "array").with(List.of(), item);
  }

  /** The schema itself where another is named, and the one that is left of a choice with null. */
  private JsonNode resolved(JsonNode schema, String path, int depth) {
    if (depth > DEEPEST) {
      throw new DraftException(path + " is nested too deeply, or within itself", 0, 0);
    }
    String reference = JsonSource.text(schema, "$ref").orElse("");
    if (reference.startsWith("#/")) {
      JsonNode target = root.at(reference.substring(1));
      if (target.isMissingNode()) {
        throw new DraftException(path + " refers to " + reference + ", which is not there", 0, 0);
      }
      return resolved(target, path, depth + 1);
    }
    if (!reference.isEmpty()) {
      notes.add("%s refers to another file, which is not read.".formatted(path));
    }
    for (String choice : List.of("anyOf", "oneOf", "allOf")) {
      JsonNode options = schema.get(choice);
      if (options != null && options.isArray() && !schema.has("type")) {
        List<JsonNode> others = new ArrayList<>();
        for (JsonNode option : options) {
          if (!type(option).equals("null")) {
            others.add(option);
          }
        }
        if (others.size() == 1) {
          return resolved(others.getFirst(), path, depth + 1);
        }
      }
    }
    return schema;
  }

  /** The type that is not null; empty where there is none, or several. */
  private String type(JsonNode schema) {
    JsonNode type = schema.get("type");
    if (type != null && type.isString()) {
      return type.asString();
    }
    if (type != null && type.isArray()) {
      List<String> types =
          JsonSource.texts(schema, "type").stream().filter(t -> !t.equals("null")).toList();
      return types.size() == 1 ? types.getFirst() : "";
    }
    if (schema.has("properties")) {
      return "object";
    }
    boolean texts = schema.path("enum").isArray() && !JsonSource.texts(schema, "enum").isEmpty();
    return schema.has("pattern") || texts ? "string" : "";
  }

  private static boolean isNullable(JsonNode schema) {
    boolean byType = JsonSource.texts(schema, "type").contains("null");
    boolean byChoice = false;
    for (String choice : List.of("anyOf", "oneOf")) {
      for (JsonNode option : schema.path(choice)) {
        byChoice |= JsonSource.text(option, "type").filter("null"::equals).isPresent();
      }
    }
    return byType || byChoice;
  }
}

package io.concordat.draft;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Drafts from the {@code manifest.json} of a dbt project, with the types that its {@code
 * catalog.json} found in the store. Models, snapshots, seeds and sources become objects; tests
 * become promises.
 */
final class DbtDrafts {

  private static final List<String> KINDS = List.of("model", "snapshot", "seed", "source");

  private final JsonNode manifest;
  private final @Nullable JsonNode catalog;
  private final Map<String, List<JsonNode>> testsByNode = new HashMap<>();
  private final List<String> notes = new ArrayList<>();

  private DbtDrafts(JsonNode manifest, @Nullable JsonNode catalog) {
    this.manifest = manifest;
    this.catalog = catalog;
  }

  static Draft read(String manifest, @Nullable String catalog, @Nullable String only) {
    DbtDrafts drafts =
        new DbtDrafts(JsonSource.read(manifest), catalog == null ? null : JsonSource.read(catalog));
    return drafts.draft(only);
  }

  private Draft draft(@Nullable String only) {
    if (!manifest.path("nodes").isObject()) {
      throw new DraftException("this is no dbt manifest: it has no nodes", 1, 1);
    }
    for (JsonNode node : manifest.get("nodes")) {
      if (JsonSource.text(node, "resource_type").filter("test"::equals).isPresent()) {
        String attached = JsonSource.text(node, "attached_node").orElse("");
        testsByNode.computeIfAbsent(attached, key -> new ArrayList<>()).add(node);
      }
    }
    List<DraftObject> objects = new ArrayList<>();
    for (String section : List.of("nodes", "sources")) {
      for (Map.Entry<String, JsonNode> entry : manifest.path(section).properties()) {
        JsonNode node = entry.getValue();
        String kind = JsonSource.text(node, "resource_type").orElse("");
        String name = JsonSource.text(node, "name").orElse(entry.getKey());
        boolean wanted = only == null ? kind.equals("model") : name.equals(only);
        if (KINDS.contains(kind) && wanted) {
          objects.add(object(entry.getKey(), name, node));
        }
      }
    }
    if (objects.isEmpty()) {
      throw new DraftException(
          only == null
              ? "the manifest has no models"
              : "the manifest has no model, seed, snapshot or source called '" + only + "'",
          0,
          0);
    }
    return new Draft(objects, notes);
  }

  private DraftObject object(String id, String name, JsonNode node) {
    Map<String, DraftField> fields = new LinkedHashMap<>();
    JsonNode columns = node.path("columns");
    for (Map.Entry<String, JsonNode> column : found(id).properties()) {
      String key = column.getKey().toLowerCase(Locale.ROOT);
      String type = JsonSource.text(column.getValue(), "type").orElse("");
      fields.put(key, typed(column.getKey(), type, name));
    }
    for (Map.Entry<String, JsonNode> column : columns.properties()) {
      String key = column.getKey().toLowerCase(Locale.ROOT);
      String type = JsonSource.text(column.getValue(), "data_type").orElse("");
      DraftField field = fields.get(key);
      if (field == null) {
        field = typed(column.getKey(), type, name);
      }
      fields.put(key, promised(field, column.getValue()));
    }
    for (JsonNode test : testsByNode.getOrDefault(id, List.of())) {
      tested(fields, test);
    }
    if (fields.isEmpty()) {
      notes.add("'%s' has no columns in the manifest or the catalog.".formatted(name));
    }
    String relation =
        JsonSource.text(node, "relation_name")
            .map(text -> text.replaceAll("[`\"\\[\\]]", ""))
            .orElse(null);
    return new DraftObject(
        name,
        relation == null || relation.equals(name) ? null : relation,
        "table",
        JsonSource.textOrNull(node, "description"),
        List.copyOf(fields.values()));
  }

  private JsonNode found(String id) {
    if (catalog == null) {
      return JsonSource.read("{}");
    }
    String section = id.startsWith("source.") ? "sources" : "nodes";
    JsonNode columns = catalog.path(section).path(id).path("columns");
    return columns.isObject() ? columns : JsonSource.read("{}");
  }

  private DraftField typed(String name, String type, String table) {
    if (type.isBlank()) {
      notes.add(
          "'%s.%s' has no type in the manifest or the catalog; it is taken as a string."
              .formatted(table, name));
      return DraftField.of(name, "string");
    }
    return new SqlTypeReader(new TokenReader(SqlTokens.of(type)), notes).read(name);
  }

  private static DraftField promised(DraftField field, JsonNode column) {
    boolean required = field.required();
    boolean unique = field.unique();
    int key = field.keyPosition();
    for (JsonNode constraint : column.path("constraints")) {
      switch (JsonSource.text(constraint, "type").orElse("")) {
        case "not_null" -> required = true;
        case "unique" -> unique = true;
        case "primary_key" -> {
          required = true;
          key = 1;
        }
        default -> {}
      }
    }
    return field
        .promised(required, unique, key)
        .described(JsonSource.textOrNull(column, "description"));
  }

  /** Takes over what a generic test asks, unless it only warns. */
  private static void tested(Map<String, DraftField> fields, JsonNode test) {
    String name = JsonSource.text(test.path("test_metadata"), "name").orElse("");
    String column = JsonSource.text(test, "column_name").orElse("").toLowerCase(Locale.ROOT);
    boolean warns =
        JsonSource.text(test.path("config"), "severity")
            .filter("warn"::equalsIgnoreCase)
            .isPresent();
    if (warns) {
      return;
    }
    fields.computeIfPresent(
        column,
        (key, field) ->
            switch (name) {
              case "not_null" -> field.promised(true, field.unique(), field.keyPosition());
              case "unique" -> field.promised(field.required(), true, field.keyPosition());
              case "accepted_values" -> {
                JsonNode arguments = test.path("test_metadata").path("kwargs");
                JsonNode nested = arguments.path("arguments");
                List<String> values =
                    JsonSource.texts(nested.has("values") ? nested : arguments, "values");
                yield values.isEmpty()
                    ? field
                    : field.restricted(field.format(), field.pattern(), values);
              }
              default -> field;
            });
  }
}

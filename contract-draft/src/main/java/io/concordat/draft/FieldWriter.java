package io.concordat.draft;

import io.concordat.contract.suggestion.SemanticTypeSuggestion;
import io.concordat.contract.suggestion.SemanticTypeSuggestion.Confidence;
import io.concordat.contract.suggestion.SemanticTypeSuggestions;
import io.concordat.contract.tree.YamlText;
import io.concordat.messages.policy.SemanticType;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Writes the schema of a draft: objects, fields, and the least promises about their values. */
final class FieldWriter {

  /** What a field of a type may mean where its name tells nothing; a person has to look. */
  private static final Map<String, String> FALLBACK =
      Map.of(
          "string", "label",
          "integer", "count",
          "number", "metric-value",
          "boolean", "flag",
          "date", "business-date",
          "timestamp", "event-timestamp");

  private final YamlLines yaml;
  private final Draft draft;
  private final List<SemanticType> registry;
  private final @Nullable DraftField complete;
  private final @Nullable DraftField accurate;

  FieldWriter(YamlLines yaml, Draft draft, List<SemanticType> registry) {
    this.yaml = yaml;
    this.draft = draft;
    this.registry = registry;
    List<DraftField> leaves =
        draft.objects().stream()
            .flatMap(object -> object.fields().stream())
            .filter(FieldWriter::isLeaf)
            .toList();
    complete =
        leaves.stream()
            .filter(DraftField::required)
            .findFirst()
            .or(() -> leaves.stream().findFirst())
            .orElse(null);
    boolean promised =
        draft.objects().stream()
            .anyMatch(o -> o.fields().stream().anyMatch(f -> !f.values().isEmpty()));
    accurate =
        promised
            ? null
            : leaves.stream()
                .filter(field -> pattern(field).isPresent())
                .findFirst()
                .or(() -> leaves.stream().findFirst())
                .orElse(null);
  }

  void schema() {
    yaml.comment(
        0,
        "The tables, topics or files, and their fields. A field that is not required may be null."
            + " Its classification (public, internal, confidential, restricted) decides who may"
            + " read it; its semantic type says what its values mean, in all domains alike.");
    yaml.line(0, "schema:");
    for (DraftObject object : draft.objects()) {
      yaml.line(2, "- name: " + YamlText.scalar(object.name()));
      text(4, "physicalName", object.physicalName());
      text(4, "physicalType", object.physicalType());
      text(4, "description", object.description());
      if (object.fields().isEmpty()) {
        continue;
      }
      yaml.line(4, "properties:");
      object.fields().forEach(field -> named(field, 6));
    }
  }

  private void named(DraftField field, int indent) {
    yaml.line(indent, "- name: " + YamlText.scalar(field.name()));
    body(field, indent + 2);
  }

  private void body(DraftField field, int indent) {
    yaml.line(indent, "logicalType: " + field.logicalType());
    options(field, indent);
    text(indent, "physicalType", field.physicalType());
    if (field.required()) {
      yaml.line(indent, "required: true");
    }
    if (field.unique()) {
      yaml.line(indent, "unique: true");
    }
    if (field.keyPosition() > 0) {
      yaml.line(indent, "primaryKey: true");
      yaml.line(indent, "primaryKeyPosition: " + field.keyPosition());
    }
    text(indent, "description", field.description());
    if (isLeaf(field)) {
      meaning(field, indent);
      quality(field, indent);
      return;
    }
    if (!field.parts().isEmpty()) {
      yaml.line(indent, "properties:");
      field.parts().forEach(part -> named(part, indent + 2));
    }
    DraftField items = field.items();
    if (items != null) {
      yaml.line(indent, "items:");
      body(items.name().isEmpty() && isLeaf(items) ? items.named(field.name()) : items, indent + 2);
    }
  }

  private void options(DraftField field, int indent) {
    List<String> options = new ArrayList<>();
    if (field.format() != null) {
      options.add("format: " + YamlText.quoted(field.format()));
    }
    if (field.pattern() != null) {
      options.add("pattern: " + YamlText.quoted(field.pattern()));
    }
    if (!options.isEmpty()) {
      yaml.line(indent, "logicalTypeOptions: {" + String.join(", ", options) + "}");
    }
  }

  private void meaning(DraftField field, int indent) {
    Optional<SemanticTypeSuggestion> suggestion =
        isJson(field) ? Optional.empty() : suggestion(field);
    String fallback = isJson(field) ? "json-payload" : FALLBACK.get(field.logicalType());
    Optional<SemanticType> type =
        suggestion
            .map(SemanticTypeSuggestion::type)
            .or(() ->
                registry.stream()
                    .filter(t -> t.name().equals(fallback))
                    .filter(t -> t.logicalTypes().contains(field.logicalType()))
                    .findFirst());
    boolean sure = suggestion.filter(found -> found.confidence() == Confidence.SURE).isPresent();
    if (type.isEmpty()) {
      yaml.comment(
          indent,
          "No semantic type of the registry fits a field of this type; propose one to the council.");
      yaml.open(indent, "classification: internal");
      return;
    }
    String classification = type.get().leastClassification().name().toLowerCase(Locale.ROOT);
    yaml.line(sure, indent, "classification: " + classification);
    yaml.line(
        sure,
        indent,
        "customProperties: [{property: semanticType, value: " + type.get().name() + "}]");
  }

  private void quality(DraftField field, int indent) {
    List<String> decided = new ArrayList<>();
    List<String> open = new ArrayList<>();
    if (field == complete) {
      List<String> rule = field.required() ? decided : open;
      rule.add(
          field.required()
              ? "- {metric: nullValues, mustBe: 0, unit: percent, dimension: completeness}"
              : "- {metric: nullValues, mustBeLessThan: 1, unit: percent, dimension: completeness}");
    }
    if (!field.values().isEmpty()) {
      String values =
          field.values().stream().map(YamlText::quoted).collect(Collectors.joining(", "));
      decided.add(
          "- {metric: invalidValues, arguments: {validValues: ["
              + values
              + "]}, mustBe: 0, dimension: accuracy}");
    }
    if (field == accurate) {
      open.add(accuracy(field));
    }
    if (decided.isEmpty() && open.isEmpty()) {
      return;
    }
    yaml.comment(
        indent,
        "What is promised of the values. A contract needs completeness and accuracy of some field.");
    yaml.line(!decided.isEmpty(), indent, "quality:");
    decided.forEach(rule -> yaml.line(indent, "  " + rule));
    open.forEach(rule -> yaml.open(indent, "  " + rule));
  }

  private String accuracy(DraftField field) {
    return pattern(field)
        .map(pattern ->
            "- {metric: invalidValues, arguments: {pattern: "
                + YamlText.quoted(pattern)
                + "}, mustBeLessThan: 1, unit: percent, dimension: accuracy}")
        .orElse(
            "- {type: sql, query: "
                + YamlText.quoted("SELECT count(*) FROM {object} WHERE {property} IS NULL")
                + ", mustBe: 0, dimension: accuracy}");
  }

  private Optional<String> pattern(DraftField field) {
    return field.pattern() != null
        ? Optional.of(field.pattern())
        : suggestion(field).map(suggestion -> suggestion.type().pattern());
  }

  /** What the field probably means; words that are the same by chance do not count. */
  private Optional<SemanticTypeSuggestion> suggestion(DraftField field) {
    return SemanticTypeSuggestions.of(field.name(), field.logicalType(), field.pattern(), registry)
        .stream()
        .filter(found -> found.confidence() != Confidence.POSSIBLE)
        .findFirst();
  }

  private void text(int indent, String name, @Nullable String value) {
    if (value != null && !value.isBlank()) {
      yaml.line(indent, name + ": " + YamlText.scalar(value));
    }
  }

  private static boolean isJson(DraftField field) {
    String physical = field.physicalType();
    return field.logicalType().equals("string")
        && physical != null
        && physical.toLowerCase(Locale.ROOT).matches("jsonb?|variant|map|object|super|array");
  }

  private static boolean isLeaf(DraftField field) {
    return field.parts().isEmpty() && field.items() == null;
  }
}

package io.concordat.contract.odcs;

import io.concordat.contract.tree.Mapping;
import io.concordat.contract.tree.Node;
import io.concordat.contract.tree.Paths;
import io.concordat.contract.tree.Scalar;
import io.concordat.contract.tree.Sequence;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes records of a contract's schema: objects, properties, their rules and relationships. */
final class ElementBuilder {

  private ElementBuilder() {}

  static SchemaObject schemaObject(Mapping node, String path) {
    return new SchemaObject(
        new Locus(path, node),
        Parts.text(node, "id"),
        Parts.needed(node, "name"),
        Parts.text(node, "physicalName"),
        Parts.text(node, "physicalType"),
        Parts.text(node, "description"),
        Parts.text(node, "businessName"),
        Parts.text(node, "dataGranularityDescription"),
        Parts.texts(node, "tags"),
        Parts.each(node, path, "quality", ElementBuilder::qualityRule),
        Parts.each(node, path, "relationships", ElementBuilder::relationship),
        Parts.authoritativeDefinitions(node, path),
        Parts.customProperties(node, path),
        Parts.each(node, path, "properties", ElementBuilder::property));
  }

  private static Property property(Mapping node, String path) {
    String name = Parts.text(node, "name");
    return new Property(
        new Locus(path, node),
        Parts.text(node, "id"),
        name == null ? "" : name,
        Parts.text(node, "logicalType"),
        options(node, path),
        Parts.text(node, "physicalType"),
        Parts.text(node, "physicalName"),
        Parts.text(node, "description"),
        Parts.text(node, "businessName"),
        Parts.text(node, "classification"),
        Parts.flag(node, "required"),
        Parts.flag(node, "unique"),
        Parts.flag(node, "primaryKey"),
        Parts.position(node, "primaryKeyPosition"),
        Parts.flag(node, "partitioned"),
        Parts.position(node, "partitionKeyPosition"),
        Parts.flag(node, "criticalDataElement"),
        Parts.text(node, "encryptedName"),
        Parts.texts(node, "tags"),
        Parts.texts(node, "transformSourceObjects"),
        Parts.text(node, "transformLogic"),
        Parts.text(node, "transformDescription"),
        Parts.items(node, "examples"),
        Parts.each(node, path, "quality", ElementBuilder::qualityRule),
        Parts.each(node, path, "relationships", ElementBuilder::relationship),
        Parts.authoritativeDefinitions(node, path),
        Parts.customProperties(node, path),
        Parts.each(node, path, "properties", ElementBuilder::property),
        node.get("items") instanceof Mapping items
            ? property(items, Paths.child(path, "items"))
            : null);
  }

  private static LogicalTypeOptions options(Mapping property, String path) {
    return property.get("logicalTypeOptions") instanceof Mapping written
        ? options(new Locus(Paths.child(path, "logicalTypeOptions"), written), written)
        : options(new Locus(path, property), new Mapping(property.span(), new LinkedHashMap<>()));
  }

  private static LogicalTypeOptions options(Locus at, Mapping node) {
    return new LogicalTypeOptions(
        at,
        Parts.number(node, "minLength"),
        Parts.number(node, "maxLength"),
        Parts.text(node, "pattern"),
        Parts.text(node, "format"),
        Parts.flag(node, "exclusiveMinimum") ? null : bound(node, "minimum"),
        Parts.flag(node, "exclusiveMaximum") ? null : bound(node, "maximum"),
        bound(node, Parts.flag(node, "exclusiveMinimum") ? "minimum" : "exclusiveMinimum"),
        bound(node, Parts.flag(node, "exclusiveMaximum") ? "maximum" : "exclusiveMaximum"),
        Parts.number(node, "multipleOf"),
        Parts.number(node, "minItems"),
        Parts.number(node, "maxItems"),
        Parts.choice(node, "uniqueItems"),
        Parts.number(node, "minProperties"),
        Parts.number(node, "maxProperties"),
        Parts.texts(node, "required"),
        Parts.choice(node, "timezone"),
        Parts.text(node, "defaultTimezone"));
  }

  private static @Nullable Bound bound(Mapping options, String name) {
    boolean value =
        options.get(name) instanceof Scalar scalar
            && !scalar.isNull()
            && scalar.kind() != Scalar.Kind.BOOLEAN;
    return value ? new Bound(Parts.needed(options, name), Parts.number(options, name)) : null;
  }

  private static Relationship relationship(Mapping node, String path) {
    String type = Parts.text(node, "type");
    return new Relationship(
        new Locus(path, node),
        type == null ? "foreignKey" : type,
        ends(node, "from"),
        ends(node, "to"),
        Parts.customProperties(node, path));
  }

  private static List<String> ends(Mapping relationship, String name) {
    String single = Parts.text(relationship, name);
    return single == null ? Parts.texts(relationship, name) : List.of(single);
  }

  private static QualityRule qualityRule(Mapping node, String path) {
    String type = Parts.text(node, "type");
    String metric = Parts.text(node, "metric");
    String operator =
        QualityShape.OPERATORS.stream()
            .filter(name -> node.get(name) != null)
            .findFirst()
            .orElse(null);
    Node operand = operator == null ? null : node.get(operator);
    return new QualityRule(
        new Locus(path, node),
        Parts.text(node, "id"),
        Parts.text(node, "name"),
        type == null ? "library" : type,
        Parts.text(node, "dimension"),
        metric == null ? Parts.text(node, "rule") : metric,
        operator,
        operands(operand),
        operand,
        Parts.text(node, "unit"),
        Parts.text(node, "query"),
        node.get("arguments") instanceof Mapping arguments ? arguments : null,
        Parts.text(node, "engine"),
        node.get("implementation"),
        Parts.text(node, "severity"),
        Parts.text(node, "description"),
        Parts.text(node, "method"),
        Parts.text(node, "businessImpact"),
        Parts.text(node, "schedule"),
        Parts.text(node, "scheduler"),
        Parts.texts(node, "tags"),
        Parts.authoritativeDefinitions(node, path),
        Parts.customProperties(node, path));
  }

  private static List<BigDecimal> operands(@Nullable Node node) {
    List<BigDecimal> numbers = new ArrayList<>();
    if (node instanceof Scalar scalar) {
      scalar.decimal().ifPresent(numbers::add);
    } else if (node instanceof Sequence sequence) {
      sequence.items().forEach(item -> numbers.addAll(operands(item)));
    }
    return numbers;
  }
}

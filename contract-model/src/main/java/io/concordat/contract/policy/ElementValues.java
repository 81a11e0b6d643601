package io.concordat.contract.policy;

import io.concordat.contract.odcs.CustomProperties;
import io.concordat.contract.odcs.CustomProperty;
import io.concordat.contract.odcs.Field;
import io.concordat.contract.odcs.Locus;
import io.concordat.contract.odcs.QualityRule;
import io.concordat.contract.odcs.SchemaObject;
import io.concordat.contract.tree.Mapping;
import io.concordat.contract.tree.Paths;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Objects, fields and their quality rules as the values that policies see. */
final class ElementValues {

  private ElementValues() {}

  static PolicyValues.ObjectValues object(SchemaObject object) {
    Locus at = object.at();
    List<PolicyStruct> fields =
        Field.of(object).stream().map(field -> field(object, field)).toList();
    PolicyStruct value =
        PolicyStruct.builder(PolicyTypes.OBJECT, place(at))
            .set("name", object.name(), member(at, "name"))
            .set("physicalName", object.physicalName(), member(at, "physicalName"))
            .set("physicalType", object.physicalType(), member(at, "physicalType"))
            .set("description", object.description(), member(at, "description"))
            .set("businessName", object.businessName(), member(at, "businessName"))
            .set(
                "dataGranularity",
                object.dataGranularity(),
                member(at, "dataGranularityDescription"))
            .set("tags", given(object.tags()), member(at, "tags"))
            .set("fields", given(fields), member(at, "properties"))
            .set("quality", given(rules(object.quality(), object.name())), member(at, "quality"))
            .set("customProperties", custom(object.customProperties()), customPlace(at))
            .build();
    return new PolicyValues.ObjectValues(value, fields);
  }

  private static PolicyStruct field(SchemaObject object, Field field) {
    Locus at = field.property().at();
    String element = object.name() + "." + field.path();
    return PolicyStruct.builder(PolicyTypes.FIELD, place(at))
        .set("name", field.property().name(), member(at, "name"))
        .set("path", field.path())
        .set("object", object.name())
        .set("logicalType", field.property().logicalType(), member(at, "logicalType"))
        .set("physicalType", field.property().physicalType(), member(at, "physicalType"))
        .set("physicalName", field.property().physicalName(), member(at, "physicalName"))
        .set("semanticType", field.semanticType(), semanticTypePlace(field))
        .set("classification", field.classification(), member(at, "classification"))
        .set("description", field.property().description(), member(at, "description"))
        .set("businessName", field.property().businessName(), member(at, "businessName"))
        .set("isLeaf", field.leaf())
        .set("required", field.property().required(), member(at, "required"))
        .set("unique", field.property().unique(), member(at, "unique"))
        .set("primaryKey", field.property().primaryKey(), member(at, "primaryKey"))
        .set(
            "criticalDataElement",
            field.property().criticalDataElement(),
            member(at, "criticalDataElement"))
        .set("tags", given(field.property().tags()), member(at, "tags"))
        .set("sources", given(field.property().sources()), member(at, "transformSourceObjects"))
        .set("quality", given(rules(field.property().quality(), element)), member(at, "quality"))
        .set("customProperties", custom(field.property().customProperties()), customPlace(at))
        .build();
  }

  static List<PolicyStruct> rules(List<QualityRule> rules, String element) {
    return rules.stream()
        .map(rule ->
            PolicyStruct.builder(PolicyTypes.QUALITY_RULE, place(rule.at()))
                .set("id", rule.id())
                .set("name", rule.name())
                .set("type", rule.type())
                .set("dimension", rule.dimension())
                .set("metric", rule.metric())
                .set("operator", rule.operator())
                .set("operands", rule.operands().stream().map(BigDecimal::doubleValue).toList())
                .set("tolerance", Tolerance.of(rule))
                .set("unit", rule.unit())
                .set("query", rule.query())
                .set("severity", rule.severity())
                .set("description", rule.description())
                .set("element", element)
                .build())
        .toList();
  }

  private static Place semanticTypePlace(Field field) {
    Locus at = field.property().at();
    return CustomProperties.find(field.property().customProperties(), "semanticType")
        .map(found -> place(found.at()))
        .orElse(place(at).absent(Paths.child(at.path(), "customProperties")));
  }

  static Map<String, Object> custom(List<CustomProperty> properties) {
    Map<String, Object> values = new LinkedHashMap<>();
    properties.forEach(
        property -> values.putIfAbsent(property.property(), PlainValues.of(property.value())));
    return values;
  }

  static Place customPlace(Locus at) {
    return member(at, "customProperties");
  }

  static Place place(Locus at) {
    return Place.of(at.path(), at.node().span());
  }

  static Place member(Locus at, String name) {
    return Place.of(
        Paths.child(at.path(), name),
        at.node() instanceof Mapping mapping ? mapping.spanOf(name) : at.node().span());
  }

  static <T> @Nullable List<T> given(List<T> list) {
    return list.isEmpty() ? null : list;
  }
}

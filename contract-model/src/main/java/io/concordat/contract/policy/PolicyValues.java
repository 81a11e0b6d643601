package io.concordat.contract.policy;

import io.concordat.contract.odcs.CustomProperties;
import io.concordat.contract.odcs.CustomProperty;
import io.concordat.contract.odcs.Field;
import io.concordat.contract.odcs.Locus;
import io.concordat.contract.odcs.OdcsContract;
import io.concordat.contract.odcs.QualityRule;
import io.concordat.contract.odcs.SchemaObject;
import io.concordat.contract.odcs.SlaProperty;
import io.concordat.contract.odcs.TeamMember;
import io.concordat.contract.tree.Mapping;
import io.concordat.contract.tree.Node;
import io.concordat.contract.tree.Paths;
import io.concordat.contract.tree.Scalar;
import io.concordat.contract.tree.Sequence;
import io.concordat.messages.policy.SemanticType;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A contract as the values that policies see.
 *
 * @param contract of type {@code concordat.Contract}
 * @param objects in document order
 */
record PolicyValues(PolicyStruct contract, List<ObjectValues> objects) {

  /** One object and its fields, in document order. */
  record ObjectValues(PolicyStruct object, List<PolicyStruct> fields) {}

  static PolicyValues of(OdcsContract contract, Set<String> unknownUpstream) {
    List<ObjectValues> objects = contract.objects().stream().map(PolicyValues::object).toList();
    List<PolicyStruct> fields = new ArrayList<>();
    List<PolicyStruct> quality = new ArrayList<>();
    for (int i = 0; i < objects.size(); i++) {
      SchemaObject object = contract.objects().get(i);
      quality.addAll(rules(object.quality(), object.name()));
      for (Field field : Field.of(object)) {
        quality.addAll(rules(field.property().quality(), object.name() + "." + field.path()));
      }
      fields.addAll(objects.get(i).fields());
    }
    Optional<List<String>> upstream = CustomProperties.upstream(contract);
    Place upstreamPlace = upstreamPlace(contract, unknownUpstream);
    Locus at = contract.at();
    List<PolicyStruct> objectValues = objects.stream().map(ObjectValues::object).toList();
    PolicyStruct value =
        PolicyStruct.builder(PolicyTypes.CONTRACT, place(at))
            .set("id", contract.id(), member(at, "id"))
            .set("version", contract.version().toString(), member(at, "version"))
            .set("apiVersion", contract.apiVersion(), member(at, "apiVersion"))
            .set("status", contract.status(), member(at, "status"))
            .set("name", contract.name(), member(at, "name"))
            .set("domain", contract.domain(), member(at, "domain"))
            .set("dataProduct", contract.dataProduct(), member(at, "dataProduct"))
            .set("tenant", contract.tenant(), member(at, "tenant"))
            .set("description", description(contract), member(at, "description"))
            .set("tags", given(contract.tags()), member(at, "tags"))
            .set("team", given(team(contract)), member(at, "team"))
            .set("owners", given(owners(contract)), member(at, "team"))
            .set("upstream", upstream.orElse(null), upstreamPlace)
            .set("upstreamDeclared", upstream.isPresent(), upstreamPlace)
            .set("unknownUpstream", given(List.copyOf(unknownUpstream)), upstreamPlace)
            .set("slas", given(slas(contract)), member(at, "slaProperties"))
            .set("quality", given(quality), member(at, "schema"))
            .set("exampleQueries", given(exampleQueries(contract)), queriesPlace(contract))
            .set("servers", given(servers(contract)), member(at, "servers"))
            .set("objects", given(objectValues), member(at, "schema"))
            .set("fields", given(fields), member(at, "schema"))
            .set("customProperties", custom(contract.customProperties()), customPlace(at))
            .build();
    return new PolicyValues(value, objects);
  }

  /** The registry of a policy set as the variable {@code semanticTypes}. */
  static Map<String, PolicyStruct> semanticTypes(List<SemanticType> types) {
    Map<String, PolicyStruct> values = new LinkedHashMap<>();
    for (SemanticType type : types) {
      values.put(
          type.name(),
          PolicyStruct.builder(PolicyTypes.SEMANTIC_TYPE, new Place(Paths.ROOT, 1))
              .set("name", type.name())
              .set("description", type.description())
              .set("logicalTypes", type.logicalTypes())
              .set("pattern", type.pattern())
              .set("unit", type.unit())
              .set(
                  "leastClassification", type.leastClassification().name().toLowerCase(Locale.ROOT))
              .set("example", type.example())
              .build());
    }
    return Map.copyOf(values);
  }

  private static PolicyStruct description(OdcsContract contract) {
    Locus root = contract.at();
    Place place = member(root, "description");
    Locus at =
        root.node() instanceof Mapping mapping
                && mapping.get("description") instanceof Mapping description
            ? new Locus(place.path(), description)
            : new Locus(place.path(), root.node());
    return PolicyStruct.builder(PolicyTypes.DESCRIPTION, place)
        .set("purpose", contract.description().purpose(), inside(at, "purpose", place))
        .set("usage", contract.description().usage(), inside(at, "usage", place))
        .set("limitations", contract.description().limitations(), inside(at, "limitations", place))
        .build();
  }

  private static Place inside(Locus at, String name, Place around) {
    boolean written =
        at.node() instanceof Mapping mapping && at.line() != 0 && mapping.get(name) != null;
    return new Place(
        Paths.child(at.path(), name), written ? member(at, name).line() : around.line());
  }

  private static List<PolicyStruct> team(OdcsContract contract) {
    List<PolicyStruct> members = new ArrayList<>();
    for (TeamMember member : contract.team()) {
      members.add(
          PolicyStruct.builder(PolicyTypes.MEMBER, place(member.at()))
              .set("username", member.username())
              .set("name", member.name())
              .set("role", member.role())
              .build());
    }
    return members;
  }

  private static List<String> owners(OdcsContract contract) {
    return contract.team().stream()
        .filter(member -> member.role() != null && member.role().equalsIgnoreCase("owner"))
        .map(TeamMember::username)
        .filter(username -> !username.isBlank())
        .toList();
  }

  private static List<PolicyStruct> slas(OdcsContract contract) {
    List<PolicyStruct> slas = new ArrayList<>();
    for (SlaProperty sla : contract.slaProperties()) {
      BigDecimal number = sla.number();
      slas.add(
          PolicyStruct.builder(PolicyTypes.SLA, place(sla.at()))
              .set("property", ServiceLevels.property(sla))
              .set("value", sla.value())
              .set("unit", sla.unit())
              .set("element", sla.element())
              .set("driver", sla.driver())
              .set("description", sla.description())
              .set("number", number == null ? null : number.doubleValue())
              .set("seconds", ServiceLevels.seconds(sla))
              .set("percent", ServiceLevels.percent(sla))
              .build());
    }
    return slas;
  }

  private static List<PolicyStruct> exampleQueries(OdcsContract contract) {
    List<PolicyStruct> queries = new ArrayList<>();
    Node value =
        CustomProperties.find(contract.customProperties(), CustomProperties.EXAMPLE_QUERIES)
            .map(CustomProperty::value)
            .orElse(null);
    if (value instanceof Sequence sequence) {
      for (Node item : sequence.items()) {
        if (item instanceof Mapping query
            && query.get("sql") instanceof Scalar sql
            && !sql.text().isBlank()) {
          queries.add(
              PolicyStruct.builder(
                      PolicyTypes.EXAMPLE_QUERY,
                      new Place(queriesPlace(contract).path(), query.span().line()))
                  .set("title", query.get("title") instanceof Scalar title ? title.text() : null)
                  .set("sql", sql.text())
                  .build());
        }
      }
    }
    return queries;
  }

  private static List<PolicyStruct> servers(OdcsContract contract) {
    return contract.servers().stream()
        .map(server ->
            PolicyStruct.builder(PolicyTypes.SERVER, place(server.at()))
                .set("server", server.server())
                .set("type", server.type())
                .set("environment", server.environment())
                .build())
        .toList();
  }

  private static ObjectValues object(SchemaObject object) {
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
    return new ObjectValues(value, fields);
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

  private static List<PolicyStruct> rules(List<QualityRule> rules, String element) {
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
        .orElse(new Place(Paths.child(at.path(), "customProperties"), at.line()));
  }

  private static Place queriesPlace(OdcsContract contract) {
    return CustomProperties.find(contract.customProperties(), CustomProperties.EXAMPLE_QUERIES)
        .map(found -> place(found.at()))
        .orElse(customPlace(contract.at()));
  }

  /** The first unknown id where there is one, else the declaration. */
  private static Place upstreamPlace(OdcsContract contract, Set<String> unknown) {
    CustomProperty declared =
        CustomProperties.find(contract.customProperties(), CustomProperties.UPSTREAM).orElse(null);
    if (declared == null) {
      return customPlace(contract.at());
    }
    if (declared.value() instanceof Sequence sequence) {
      for (int i = 0; i < sequence.items().size(); i++) {
        if (sequence.items().get(i) instanceof Scalar id && unknown.contains(id.text())) {
          return new Place(
              Paths.item(Paths.child(declared.at().path(), "value"), i), id.span().line());
        }
      }
    }
    return place(declared.at());
  }

  private static Map<String, Object> custom(List<CustomProperty> properties) {
    Map<String, Object> values = new LinkedHashMap<>();
    properties.forEach(
        property -> values.putIfAbsent(property.property(), PlainValues.of(property.value())));
    return values;
  }

  private static Place customPlace(Locus at) {
    return member(at, "customProperties");
  }

  private static Place place(Locus at) {
    return new Place(at.path(), at.line());
  }

  private static Place member(Locus at, String name) {
    int line = at.node() instanceof Mapping mapping ? mapping.lineOf(name) : at.line();
    return new Place(Paths.child(at.path(), name), line);
  }

  private static <T> @Nullable List<T> given(List<T> list) {
    return list.isEmpty() ? null : list;
  }
}

package io.concordat.contract.policy;

import static io.concordat.contract.policy.ElementValues.custom;
import static io.concordat.contract.policy.ElementValues.customPlace;
import static io.concordat.contract.policy.ElementValues.given;
import static io.concordat.contract.policy.ElementValues.member;
import static io.concordat.contract.policy.ElementValues.place;
import static io.concordat.contract.policy.ElementValues.rules;

import io.concordat.contract.commitment.ServiceLevels;
import io.concordat.contract.odcs.CustomProperties;
import io.concordat.contract.odcs.CustomProperty;
import io.concordat.contract.odcs.Description;
import io.concordat.contract.odcs.ExampleQuery;
import io.concordat.contract.odcs.Field;
import io.concordat.contract.odcs.Locus;
import io.concordat.contract.odcs.OdcsContract;
import io.concordat.contract.odcs.SchemaObject;
import io.concordat.contract.odcs.SlaProperty;
import io.concordat.contract.odcs.TeamMember;
import io.concordat.contract.tree.Mapping;
import io.concordat.contract.tree.Paths;
import io.concordat.contract.tree.Scalar;
import io.concordat.contract.tree.Sequence;
import io.concordat.messages.contract.ContractChange;
import io.concordat.messages.policy.SemanticType;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
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
 * @param slas service levels, in document order
 * @param quality all quality rules, in document order of objects and fields
 */
record PolicyValues(
    PolicyStruct contract,
    List<ObjectValues> objects,
    List<PolicyStruct> slas,
    List<PolicyStruct> quality) {

  /** One object and its fields, in document order. */
  record ObjectValues(PolicyStruct object, List<PolicyStruct> fields) {}

  static PolicyValues of(OdcsContract contract, Set<String> unknownUpstream) {
    List<ObjectValues> objects = contract.objects().stream().map(ElementValues::object).toList();
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
    List<PolicyStruct> slas = slas(contract);
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
            .set("slas", given(slas), member(at, "slaProperties"))
            .set("quality", given(quality), member(at, "schema"))
            .set("exampleQueries", given(exampleQueries(contract)), queriesPlace(contract))
            .set("servers", given(servers(contract)), member(at, "servers"))
            .set("objects", given(objectValues), member(at, "schema"))
            .set("fields", given(fields), member(at, "schema"))
            .set("customProperties", custom(contract.customProperties()), customPlace(at))
            .build();
    return new PolicyValues(value, objects, slas, quality);
  }

  /** The registry of a policy set as the variable {@code semanticTypes}. */
  static Map<String, PolicyStruct> semanticTypes(List<SemanticType> types) {
    Map<String, PolicyStruct> values = new LinkedHashMap<>();
    for (SemanticType type : types) {
      values.put(
          type.name(),
          PolicyStruct.builder(PolicyTypes.SEMANTIC_TYPE, new Place(Paths.ROOT, 1, 1))
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
    return Collections.unmodifiableMap(values);
  }

  /** A contract that is not there: nothing is given. */
  static final PolicyStruct NO_CONTRACT =
      PolicyStruct.builder(PolicyTypes.CONTRACT, new Place(Paths.ROOT, 1, 1)).build();

  /** Changes as the variable {@code changes}, each placed where it stands in the document after. */
  static List<PolicyStruct> changes(List<ContractChange> changes, OdcsContract after) {
    return changes.stream()
        .map(change ->
            PolicyStruct.builder(PolicyTypes.CHANGE, changePlace(change, after))
                .set("kind", change.kind().name().toLowerCase(Locale.ROOT))
                .set("rule", change.rule())
                .set("path", change.path())
                .set("element", change.element())
                .set("description", change.description())
                .set("before", change.before())
                .set("after", change.after())
                .build())
        .toList();
  }

  /** What is gone has no line of its own; the list that it was in stands for it. */
  private static Place changePlace(ContractChange change, OdcsContract after) {
    int item = change.path().lastIndexOf('[');
    String sought =
        change.after() == null && item > 0 ? change.path().substring(0, item) : change.path();
    return Place.of(change.path(), PathSteps.nearest(after.at().node(), sought).span());
  }

  private static PolicyStruct description(OdcsContract contract) {
    Place place = member(contract.at(), "description");
    Mapping written =
        contract.at().node() instanceof Mapping root
                && root.get("description") instanceof Mapping mapping
            ? mapping
            : null;
    Description description = contract.description();
    return PolicyStruct.builder(PolicyTypes.DESCRIPTION, place)
        .set("purpose", description.purpose(), inside(place, written, "purpose"))
        .set("usage", description.usage(), inside(place, written, "usage"))
        .set("limitations", description.limitations(), inside(place, written, "limitations"))
        .build();
  }

  private static Place inside(Place around, @Nullable Mapping written, String name) {
    String path = Paths.child(around.path(), name);
    return written != null && written.get(name) != null
        ? Place.of(path, written.spanOf(name))
        : around.absent(path);
  }

  private static List<PolicyStruct> team(OdcsContract contract) {
    List<PolicyStruct> members = new ArrayList<>();
    for (TeamMember member : contract.team().members()) {
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
    return contract.team().members().stream()
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
    return ExampleQuery.of(contract).stream()
        .map(query ->
            PolicyStruct.builder(
                    PolicyTypes.EXAMPLE_QUERY,
                    Place.of(queriesPlace(contract).path(), query.at().span()))
                .set("title", query.title())
                .set("sql", query.sql())
                .build())
        .toList();
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
          return Place.of(Paths.item(Paths.child(declared.at().path(), "value"), i), id.span());
        }
      }
    }
    return place(declared.at());
  }

  private static Place queriesPlace(OdcsContract contract) {
    return CustomProperties.find(contract.customProperties(), CustomProperties.EXAMPLE_QUERIES)
        .map(found -> place(found.at()))
        .orElse(customPlace(contract.at()));
  }
}

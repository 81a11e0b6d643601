package io.concordat.contract.policy;

import io.concordat.messages.policy.PolicyScope;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The elements of one contract by scope, made once for all policies of a set. */
final class Elements {

  private final Map<String, Object> mesh;
  private final PolicyValues values;
  private final List<PolicyStruct> changes;
  private final Map<PolicyScope, List<Element>> made = new EnumMap<>(PolicyScope.class);

  /**
   * @param mesh variables that do not differ by element
   * @param changes from the version before
   */
  Elements(Map<String, Object> mesh, PolicyValues values, List<PolicyStruct> changes) {
    this.mesh = mesh;
    this.values = values;
    this.changes = changes;
  }

  /** What policies of a scope are evaluated for, in document order. */
  List<Element> of(PolicyScope scope) {
    return made.computeIfAbsent(scope, this::make);
  }

  private List<Element> make(PolicyScope scope) {
    return switch (scope) {
      case CONTRACT -> List.of(new Element(contractId(), values.contract(), variables(Map.of())));
      case OBJECT -> values.objects().stream().map(this::element).toList();
      case FIELD -> values.objects().stream().flatMap(o -> fields(o).stream()).toList();
      case SLA -> elements("sla", "property", values.slas());
      case QUALITY_RULE -> elements("rule", "element", values.quality());
      case CHANGE -> elements("change", "element", changes);
    };
  }

  private List<Element> elements(String variable, String name, List<PolicyStruct> parts) {
    return parts.stream()
        .map(part ->
            new Element(
                part.find(name).map(String.class::cast).orElse(contractId()),
                part,
                variables(Map.of(variable, part))))
        .toList();
  }

  private String contractId() {
    return (String) values.contract().select("id");
  }

  private Element element(PolicyValues.ObjectValues object) {
    return new Element(
        (String) object.object().select("name"),
        object.object(),
        variables(Map.of("object", object.object())));
  }

  private List<Element> fields(PolicyValues.ObjectValues object) {
    return object.fields().stream()
        .map(field ->
            new Element(
                field.select("object") + "." + field.select("path"),
                field,
                variables(Map.of("object", object.object(), "field", field))))
        .toList();
  }

  private Map<String, Object> variables(Map<String, Object> own) {
    Map<String, Object> variables = new HashMap<>(own);
    variables.putAll(mesh);
    return Collections.unmodifiableMap(variables);
  }
}

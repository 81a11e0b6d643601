package io.concordat.contract.policy;

import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import io.concordat.messages.policy.Policy;
import io.concordat.messages.policy.Violation;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One policy held against one contract: once for each element of its scope. */
final class Evaluation {

  private final CompiledPolicy compiled;
  private final Policy policy;
  private final Map<String, Object> mesh;
  private final PolicyValues values;
  private final List<PolicyStruct> changes;
  private final Meter meter;
  private final String told;
  private final List<Violation> violations = new ArrayList<>();

  /**
   * @param mesh variables that do not differ by element
   * @param parameters that messages may name
   * @param changes from the version before
   */
  Evaluation(
      CompiledPolicy compiled,
      Map<String, Object> mesh,
      Map<String, Double> parameters,
      PolicyValues values,
      List<PolicyStruct> changes) {
    this.compiled = compiled;
    this.policy = compiled.policy();
    this.mesh = mesh;
    this.values = values;
    this.changes = changes;
    this.meter = new Meter(compiled.charactersPerStep());
    this.told = withParameters(policy.message(), parameters);
  }

  private static String withParameters(String message, Map<String, Double> parameters) {
    String told = message;
    for (Map.Entry<String, Double> parameter : parameters.entrySet()) {
      String value = BigDecimal.valueOf(parameter.getValue()).stripTrailingZeros().toPlainString();
      told = told.replace("{" + parameter.getKey() + "}", value);
    }
    return told;
  }

  /** All violations; when the policy takes too much work, one that says so and nothing after it. */
  List<Violation> run() {
    for (Element element : elements()) {
      evaluate(element);
      if (meter.exceeded()) {
        break;
      }
    }
    return violations;
  }

  /** What a policy is evaluated for: its variables, and the one that it is about. */
  private record Element(String name, PolicyStruct value, Map<String, Object> variables) {}

  private List<Element> elements() {
    return switch (policy.scope()) {
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
    return variables;
  }

  private void evaluate(Element element) {
    try {
      if (!isKept(compiled.whole(), element)) {
        explain(element);
      }
    } catch (CelEvaluationException failure) {
      violations.add(failed(policy, element.value().place(), reason(failure)));
    }
  }

  private String reason(CelEvaluationException failure) {
    if (meter.exceeded()) {
      return "it takes more work than a policy may";
    }
    return String.valueOf(failure.getMessage());
  }

  private boolean isKept(CelRuntime.Program program, Element element)
      throws CelEvaluationException {
    Object result =
        program.trace(name -> Optional.ofNullable(element.variables().get(name)), meter);
    return Boolean.TRUE.equals(result);
  }

  /** Tells each part that is not kept, where it is not. */
  private void explain(Element element) throws CelEvaluationException {
    List<Violation> told = new ArrayList<>();
    for (CompiledPolicy.Part part : compiled.parts()) {
      if (!isKeptOrFails(part, element)) {
        Place place = placeOf(part.subject(), element);
        String detail = compiled.parts().size() > 1 ? " Not kept: " + part.text() : "";
        told.add(violation(policy, place, message(element, place) + detail));
      }
    }
    if (told.isEmpty()) {
      Place place = element.value().place();
      told.add(violation(policy, place, message(element, place)));
    }
    violations.addAll(told);
  }

  private boolean isKeptOrFails(CompiledPolicy.Part part, Element element)
      throws CelEvaluationException {
    try {
      return isKept(part.program(), element);
    } catch (CelEvaluationException failure) {
      if (meter.exceeded()) {
        throw failure;
      }
      return true;
    }
  }

  private static Place placeOf(List<String> subject, Element element) {
    if (subject.isEmpty()
        || !(element.variables().get(subject.getFirst()) instanceof PolicyStruct struct)) {
      return element.value().place();
    }
    Place place = struct.place();
    PolicyStruct current = struct;
    for (String field : subject.subList(1, subject.size())) {
      place = current.placeOf(field);
      if (!(current.find(field).orElse(null) instanceof PolicyStruct next)) {
        break;
      }
      current = next;
    }
    return place;
  }

  private String message(Element element, Place place) {
    return told.replace("{name}", element.name()).replace("{path}", place.path());
  }

  private static Violation violation(Policy policy, Place place, String message) {
    return new Violation(
        policy.id(), policy.severity(), place.path(), place.line(), place.column(), message);
  }

  /** The violation that stands for a policy that could not be evaluated. */
  static Violation failed(Policy policy, Place place, String reason) {
    return violation(
        policy,
        place,
        "The policy '%s' could not be evaluated here: %s. Nothing passes a policy that fails; the"
                .formatted(policy.id(), reason)
            + " council has to mend it.");
  }
}

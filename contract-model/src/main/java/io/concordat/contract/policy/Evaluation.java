package io.concordat.contract.policy;

import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import io.concordat.messages.policy.Policy;
import io.concordat.messages.policy.Violation;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One policy held against one contract: once for each element of its scope. */
final class Evaluation {

  private final CompiledPolicy compiled;
  private final Policy policy;
  private final List<Element> elements;
  private final Meter meter;
  private final String told;
  private final List<Violation> violations = new ArrayList<>();

  /**
   * @param elements of the policy's scope
   * @param parameters that messages may name
   * @param meter that counts the work, of this evaluation alone
   */
  Evaluation(
      CompiledPolicy compiled,
      List<Element> elements,
      Map<String, Double> parameters,
      Meter meter) {
    this.compiled = compiled;
    this.policy = compiled.policy();
    this.elements = elements;
    this.meter = meter;
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
    for (Element element : elements) {
      evaluate(element);
      if (meter.exceeded()) {
        break;
      }
    }
    return violations;
  }

  private void evaluate(Element element) {
    try {
      if (!isKept(compiled.whole(), element)) {
        explain(element);
      }
      if (meter.exceeded()) {
        violations.add(failed(policy, element.value().place(), meter.excess()));
      }
    } catch (CelEvaluationException failure) {
      if (meter.late()) {
        throw new IllegalStateException(
            "The machine is too slow to hold a document against the policy " + policy.id(),
            failure);
      }
      violations.add(
          notKnown(failure)
              .map(what -> undecided(policy, element.value().place(), what))
              .orElseGet(() -> failed(policy, element.value().place(), reason(failure))));
    }
  }

  private Optional<String> notKnown(CelEvaluationException failure) {
    if (meter.exceeded()) {
      return Optional.empty();
    }
    if (reason(failure).contains(DriftValues.NOT_KNOWN)) {
      return Optional.of(DriftValues.NOT_KNOWN + ", as the lineage graph did not answer");
    }
    return reason(failure).contains(BudgetValues.NOT_KNOWN)
        ? Optional.of(BudgetValues.NOT_KNOWN)
        : Optional.empty();
  }

  private String reason(CelEvaluationException failure) {
    if (meter.exceeded()) {
      return meter.excess();
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
      if (!(current.given(field) instanceof PolicyStruct next)) {
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

  /** The violation that stands for a policy that asks for what is not known now. */
  private static Violation undecided(Policy policy, Place place, String what) {
    return violation(
        policy,
        place,
        "The policy '%s' cannot be held against the document now: %s.".formatted(policy.id(), what)
            + " What is not known is not taken as kept; submit it again later.");
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

package io.concordat.contract.change;

import static io.concordat.contract.change.ChangeRule.*;

import io.concordat.contract.change.Delta.FacetDelta;
import io.concordat.contract.commitment.Measure;
import io.concordat.contract.commitment.ServiceLevels;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which row of the table a difference of a quality rule or a service level is. */
final class PromiseRules {

  /** From harmless to grave; a rule that says nothing counts fully. */
  private static final List<String> SEVERITIES = List.of("info", "warning", "error");

  /** What decides which measures a rule allows. */
  private static final Set<String> DECIDES =
      Set.of("type", "metric", "query", "engine", "implementation", "unit");

  private PromiseRules() {}

  static ChangeRule rule(Delta delta, FacetDelta facet) {
    if (facet.of().startsWith("arguments.")) {
      return argument(delta, facet);
    }
    if (DECIDES.contains(facet.of())) {
      return RULE_CHANGED;
    }
    return switch (facet.of()) {
      case "accepts" -> accepts(facet);
      case "severity" -> severity(facet);
      default -> RULE_NOTE;
    };
  }

  private static ChangeRule accepts(FacetDelta facet) {
    if (facet.before() == null
        || facet.after() == null
        || !(facet.before().meaning() instanceof RuleParts.Accepted before)
        || !(facet.after().meaning() instanceof RuleParts.Accepted after)) {
      return RULE_CHANGED;
    }
    boolean comparable =
        before.unit().equals(after.unit()) || before.unit().isEmpty() || after.unit().isEmpty();
    if (comparable && after.threshold().isWithin(before.threshold())) {
      return RULE_STRENGTHENED;
    }
    return comparable && before.threshold().isWithin(after.threshold())
        ? RULE_WEAKENED
        : RULE_CHANGED;
  }

  /**
   * Arguments that are lists: fewer valid values, more values that count as missing, and fewer
   * fields that must be unique together are stricter.
   */
  private static ChangeRule argument(Delta delta, FacetDelta facet) {
    if (facet.before() == null
        || facet.after() == null
        || !(facet.before().meaning() instanceof Collection<?> before)
        || !(facet.after().meaning() instanceof Collection<?> after)) {
      return RULE_CHANGED;
    }
    boolean fewer = before.containsAll(after);
    boolean more = after.containsAll(before);
    return switch (facet.of()) {
      case "arguments.validValues", "arguments.properties" ->
          fewer ? RULE_STRENGTHENED : more ? RULE_WEAKENED : RULE_CHANGED;
      case "arguments.missingValues" ->
          more ? RULE_STRENGTHENED : fewer ? RULE_WEAKENED : RULE_CHANGED;
      default -> RULE_CHANGED;
    };
  }

  private static ChangeRule severity(FacetDelta facet) {
    int before = severity(facet.before());
    int after = severity(facet.after());
    if (before < 0 || after < 0 || before == after) {
      return RULE_NOTE;
    }
    return after < before ? RULE_SEVERITY_LOWERED : RULE_SEVERITY_RAISED;
  }

  private static int severity(@Nullable Facet facet) {
    return facet == null
        ? SEVERITIES.size() - 1
        : SEVERITIES.indexOf(facet.text().strip().toLowerCase(Locale.ROOT));
  }

  static ChangeRule sla(Delta delta, FacetDelta facet) {
    return switch (facet.of()) {
      case "value" -> level(delta, facet);
      case "valueExt", "element" -> SLA_CHANGED;
      default -> SLA_NOTE;
    };
  }

  private static ChangeRule level(Delta delta, FacetDelta facet) {
    Facet property = delta.after().facet("property");
    if (property == null || facet.before() == null || facet.after() == null) {
      return SLA_CHANGED;
    }
    Integer order = order(facet.before().meaning(), facet.after().meaning());
    if (order == null || order == 0) {
      return SLA_CHANGED;
    }
    boolean later = order > 0;
    return switch (ServiceLevels.better(property.value())) {
      case HIGHER -> later ? SLA_STRENGTHENED : SLA_WEAKENED;
      case LOWER -> later ? SLA_WEAKENED : SLA_STRENGTHENED;
      case LATER_END -> later ? END_LATER : END_EARLIER;
      case UNKNOWN -> SLA_CHANGED;
    };
  }

  /** How the new measure stands to the old one; null where they are of different kinds. */
  private static @Nullable Integer order(@Nullable Object before, @Nullable Object after) {
    if (before instanceof Measure.Span old && after instanceof Measure.Span young) {
      return young.seconds().compareTo(old.seconds());
    }
    if (before instanceof Measure.Percent old && after instanceof Measure.Percent young) {
      return young.value().compareTo(old.value());
    }
    if (before instanceof Measure.Moment old && after instanceof Measure.Moment young) {
      return young.at().compareTo(old.at());
    }
    if (before instanceof Measure.Amount old
        && after instanceof Measure.Amount young
        && java.util.Objects.equals(old.unit(), young.unit())) {
      return young.value().compareTo(old.value());
    }
    return null;
  }
}

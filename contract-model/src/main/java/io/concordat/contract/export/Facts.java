package io.concordat.contract.export;

import io.concordat.contract.odcs.CustomProperties;
import io.concordat.contract.odcs.LogicalTypeOptions;
import io.concordat.contract.odcs.Property;
import io.concordat.contract.odcs.QualityRule;
import io.concordat.contract.tree.Node;
import io.concordat.contract.tree.Scalar;
import io.concordat.contract.tree.Sequence;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a contract says of the values of a field beyond their type. */
final class Facts {

  private final Property property;
  private final LogicalTypeOptions options;

  Facts(Property property) {
    this.property = property;
    options = property.options();
  }

  /** The format of the options, empty text where not given. */
  String format() {
    return Objects.requireNonNullElse(options.format(), "");
  }

  /** A number of the options as a count; empty where it is none or too large to be one. */
  static Optional<Integer> count(@Nullable BigDecimal number) {
    return Optional.ofNullable(number)
        .filter(n -> n.signum() >= 0 && n.compareTo(new BigDecimal(Integer.MAX_VALUE)) <= 0)
        .map(BigDecimal::intValue);
  }

  /** The semantic type of the field, null where not given. */
  @Nullable String semanticType() {
    return CustomProperties.text(property.customProperties(), "semanticType");
  }

  /**
   * The only values that the field may have, from a rule that tolerates no other; empty where it
   * may have any.
   */
  List<String> allowedValues() {
    return property.quality().stream()
        .filter(Facts::toleratesNone)
        .map(Facts::validValues)
        .filter(values -> !values.isEmpty())
        .findFirst()
        .orElse(List.of());
  }

  /** The values that a rule about invalid values calls valid; empty where it lists none. */
  static List<String> validValues(QualityRule rule) {
    return rule.arguments() != null && rule.arguments().get("validValues") instanceof Sequence list
        ? texts(list.items())
        : List.of();
  }

  /** The expression that a rule about invalid values calls valid values by. */
  static Optional<String> pattern(QualityRule rule) {
    return rule.arguments() != null && rule.arguments().get("pattern") instanceof Scalar pattern
        ? Optional.of(pattern.text())
        : Optional.empty();
  }

  /** The expression that all values match, from the options or a rule that tolerates no other. */
  Optional<String> pattern() {
    return Optional.ofNullable(options.pattern())
        .or(() ->
            property.quality().stream()
                .filter(Facts::toleratesNone)
                .flatMap(rule -> pattern(rule).stream())
                .findFirst());
  }

  /** Values that the contract shows as examples, as texts. */
  List<String> examples() {
    return texts(property.examples());
  }

  /** The texts in a list; what is not a single value is left out. */
  static List<String> texts(List<Node> nodes) {
    return nodes.stream()
        .filter(node -> node instanceof Scalar scalar && !scalar.isNull())
        .map(node -> ((Scalar) node).text())
        .toList();
  }

  private static boolean toleratesNone(QualityRule rule) {
    return "invalidValues".equals(rule.metric())
        && "mustBe".equals(rule.operator())
        && rule.operands().size() == 1
        && rule.operands().getFirst().signum() == 0;
  }
}

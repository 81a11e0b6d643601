package io.concordat.contract.policy;

import io.concordat.contract.commitment.ServiceLevels;
import io.concordat.contract.odcs.QualityRule;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** How many bad rows a quality rule lets pass. */
final class Tolerance {

  private static final Set<String> COUNTS_BAD_ROWS =
      Set.of("nullValues", "missingValues", "invalidValues", "duplicateValues");

  private Tolerance() {}

  /**
   * The largest share of rows, in percent, that a library rule tolerates as null, missing, invalid
   * or duplicate. A rule that tolerates no row at all tolerates 0 percent, whatever its unit. Null
   * where the rule does not bound the share from above.
   */
  static @Nullable Double of(QualityRule rule) {
    if (rule.metric() == null || !COUNTS_BAD_ROWS.contains(rule.metric())) {
      return null;
    }
    BigDecimal bound = upperBound(rule);
    if (bound == null) {
      return null;
    }
    boolean none = bound.signum() == 0;
    return none || ServiceLevels.isPercent(rule.unit()) ? bound.doubleValue() : null;
  }

  private static @Nullable BigDecimal upperBound(QualityRule rule) {
    List<BigDecimal> operands = rule.operands();
    String operator = rule.operator();
    if (operator == null || operands.isEmpty()) {
      return null;
    }
    return switch (operator) {
      case "mustBe", "mustBeLessThan", "mustBeLessOrEqualTo" -> operands.getFirst();
      case "mustBeBetween" -> operands.getLast();
      default -> null;
    };
  }
}

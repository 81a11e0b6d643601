package io.concordat.contract.commitment;

import io.concordat.contract.odcs.QualityRule;
import java.util.Locale;
import java.util.Set;

/** What quality rules count, and in which unit. */
public final class Metrics {

  private static final Set<String> COUNTS_BAD_ROWS =
      Set.of("nullValues", "missingValues", "invalidValues", "duplicateValues");

  private Metrics() {}

  /** Whether a rule says how many bad rows it tolerates. */
  public static boolean isTolerance(QualityRule rule) {
    return rule.metric() != null && COUNTS_BAD_ROWS.contains(rule.metric());
  }

  /**
   * The unit of what a rule measures: {@code percent}, or {@code rows} where a library rule names
   * none; else the name as written, lower case; empty where none is known.
   */
  public static String unit(QualityRule rule) {
    String unit = rule.unit();
    if (ServiceLevels.isPercent(unit)) {
      return "percent";
    }
    if (unit != null && !unit.isBlank()) {
      String name = unit.strip().toLowerCase(Locale.ROOT);
      return name.equals("row") ? "rows" : name;
    }
    return rule.metric() == null ? "" : "rows";
  }

  /** What the measured values of a rule can be. */
  public static Threshold.Domain domain(QualityRule rule) {
    String unit = unit(rule);
    if (unit.equals("percent")) {
      return Threshold.Domain.PERCENT;
    }
    return rule.metric() != null && unit.equals("rows")
        ? Threshold.Domain.COUNT
        : Threshold.Domain.ANY;
  }
}

package io.concordat.messages.incident;

import io.concordat.messages.mesh.DomainId;
import io.concordat.messages.scorecard.ScorecardFormula;
import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a domain fared with the incidents that were opened in a month.
 *
 * @param month UTC, of opening
 * @param opened how many
 * @param acknowledged how many of them are acknowledged
 * @param resolved how many of them are resolved
 * @param falseAlarms how many of the resolved were false alarms
 * @param toDetect from when the promise broke to opening, of those of which that is known
 * @param toAcknowledge from opening to acknowledging
 * @param toResolve from opening to the last resolving
 */
public record IncidentFigures(
    DomainId domain,
    YearMonth month,
    int opened,
    int acknowledged,
    int resolved,
    int falseAlarms,
    Spread toDetect,
    Spread toAcknowledge,
    Spread toResolve) {

  /**
   * Times, whole seconds.
   *
   * @param median as the scorecard has it, see {@link ScorecardFormula#median}; null of none
   * @param p90 the nearest rank: the least that nine of ten are not above; null of none
   */
  public record Spread(int count, @Nullable Long median, @Nullable Long p90) {

    private static final int NINETY = 90;
    private static final int PERCENT = 100;

    /** Of times in any order. */
    public static Spread of(List<Long> seconds) {
      List<Long> sorted = seconds.stream().sorted().toList();
      return sorted.isEmpty()
          ? new Spread(0, null, null)
          : new Spread(sorted.size(), ScorecardFormula.median(sorted), rank(sorted));
    }

    private static long rank(List<Long> sorted) {
      return sorted.get((sorted.size() * NINETY + PERCENT - 1) / PERCENT - 1);
    }
  }
}

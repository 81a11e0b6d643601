package io.concordat.messages.scorecard;

import io.concordat.messages.compliance.Standing;
import io.concordat.messages.mesh.DomainId;
import io.concordat.messages.scorecard.ScorecardPublished.NotMeasured;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The formula of the scorecard, in one place.
 *
 * <ul>
 *   <li><b>Compliance</b> of a domain in a month is the checks passed, in percent of the checks
 *       passed and failed, over all windows of all its products that begin within the month (UTC).
 *       Each check counts the same, whatever its product or commitment.
 *   <li><b>No data</b>: a domain of which nothing was checked has no compliance and no rank; it is
 *       named apart.
 *   <li><b>A new product</b> counts from its first window on, <b>a product that is given up</b> up
 *       to its last one. A month that is measured in part stands for what was measured.
 *   <li><b>A product that moves</b> to another domain is another product, since its domain is part
 *       of its id: what was counted before stays with the domain that answered for it then.
 *   <li><b>Rank</b>: the highest compliance is first; equal compliance shares a rank, and the next
 *       rank counts all that are before it (1, 1, 3).
 *   <li><b>Standing</b>: {@link Standing#of}. Percentages are quotients of whole numbers, rounded
 *       once, and exact at both bounds.
 *   <li><b>Trend</b>: compliance less that of the calendar month before, in percentage points; none
 *       where nothing was checked then.
 *   <li><b>Incidents</b> are those opened within the month, resolved or not. <b>Medians</b> are
 *       over those of them that are acknowledged or resolved, whenever that was, in whole seconds;
 *       of an even number, the mean of the two in the middle, rounded down.
 *   <li><b>Drift</b> and <b>waivers</b> are those at the end of the month, or now in the current
 *       one. They change neither compliance nor rank.
 *   <li><b>Months in need</b> are counted in a row. A month in which a domain was not measured
 *       neither adds to them nor ends them: who stops measuring does not stop being in need.
 * </ul>
 */
public final class ScorecardFormula {

  /** So many months in need of support, in a row, are told to the engineering director. */
  public static final int MONTHS_TO_ESCALATE = 3;

  /**
   * So long after its end a month is closed. The last hour of observations is closed a quarter of
   * an hour after it; the rest is for what others record, and for a service that was away.
   */
  public static final Duration GRACE = Duration.ofHours(24);

  private ScorecardFormula() {}

  /**
   * A month ranked.
   *
   * @param rows by rank, then domain
   * @param notMeasured sorted by domain
   */
  public record Ranking(List<ScorecardRow> rows, List<NotMeasured> notMeasured) {

    public Ranking {
      rows = List.copyOf(rows);
      notMeasured = List.copyOf(notMeasured);
    }
  }

  /** When a month may be closed, UTC. */
  public static Instant due(YearMonth month) {
    return end(month).plus(GRACE);
  }

  /** The first instant after a month, UTC. */
  public static Instant end(YearMonth month) {
    return start(month.plusMonths(1));
  }

  /** The first instant of a month, UTC. */
  public static Instant start(YearMonth month) {
    return month.atDay(1).atStartOfDay(ZoneOffset.UTC).toInstant();
  }

  /** The month (UTC) in which an instant lies. */
  public static YearMonth monthOf(Instant instant) {
    return YearMonth.from(instant.atOffset(ZoneOffset.UTC));
  }

  /** Ranks the domains of a month. */
  public static Ranking rank(Map<DomainId, DomainFigures> domains) {
    List<Map.Entry<DomainId, DomainFigures>> measured =
        domains.entrySet().stream()
            .filter(entry -> percent(entry.getValue()) != null)
            .sorted(
                Comparator.<Map.Entry<DomainId, DomainFigures>>comparingDouble(
                        entry -> -percentOf(entry.getValue()))
                    .thenComparing(Map.Entry.comparingByKey()))
            .toList();
    List<ScorecardRow> rows = new ArrayList<>();
    for (Map.Entry<DomainId, DomainFigures> entry : measured) {
      double percent = percentOf(entry.getValue());
      boolean tied = !rows.isEmpty() && rows.getLast().compliancePercent() == percent;
      int rank = tied ? rows.getLast().rank() : rows.size() + 1;
      rows.add(row(rank, entry.getKey(), percent, entry.getValue()));
    }
    return new Ranking(
        rows,
        domains.entrySet().stream()
            .filter(entry -> percent(entry.getValue()) == null)
            .sorted(Map.Entry.comparingByKey())
            .map(entry -> new NotMeasured(entry.getKey(), entry.getValue().monthsInNeedBefore()))
            .toList());
  }

  private static ScorecardRow row(int rank, DomainId domain, double percent, DomainFigures of) {
    return new ScorecardRow(
        rank,
        domain,
        percent,
        of.percentBefore(),
        of.passed() + of.failed(),
        Standing.of(percent),
        monthsInNeed(of.monthsInNeedBefore(), percent),
        of.incidents(),
        median(of.secondsToAcknowledge()),
        median(of.secondsToResolve()),
        of.driftingContracts(),
        of.waivers());
  }

  /**
   * Share of the checks that passed, in percent, 0 to 100; null where nothing was checked.
   *
   * @param passed not negative
   * @param failed not negative
   */
  public static @Nullable Double percent(long passed, long failed) {
    return passed + failed == 0 ? null : 100.0 * passed / (passed + failed);
  }

  /**
   * Months in need of support in a row, after one more.
   *
   * @param before how many there were up to the month before
   * @param percent compliance of the month, 0 to 100; null where nothing was checked
   */
  public static int monthsInNeed(int before, @Nullable Double percent) {
    if (percent == null) {
      return before;
    }
    return switch (Standing.of(percent)) {
      case NEEDS_SUPPORT -> before + 1;
      case STEADY, RECOGNISED -> 0;
    };
  }

  /** Whether a row is to be told to the domain's engineering director. */
  public static boolean escalates(ScorecardRow row) {
    return row.monthsInNeed() >= MONTHS_TO_ESCALATE;
  }

  /** The median in whole seconds; null of nothing. */
  public static @Nullable Long median(List<Long> seconds) {
    if (seconds.isEmpty()) {
      return null;
    }
    List<Long> sorted = seconds.stream().sorted().toList();
    int middle = sorted.size() / 2;
    return sorted.size() % 2 == 1
        ? sorted.get(middle)
        : Math.floorDiv(sorted.get(middle - 1) + sorted.get(middle), 2L);
  }

  private static @Nullable Double percent(DomainFigures of) {
    return percent(of.passed(), of.failed());
  }

  private static double percentOf(DomainFigures of) {
    return 100.0 * of.passed() / (of.passed() + of.failed());
  }
}

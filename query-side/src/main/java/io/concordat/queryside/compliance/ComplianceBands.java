package io.concordat.queryside.compliance;

import io.concordat.messages.compliance.ComplianceBand;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How products' checks of the last 30 days (UTC, today being one) stand. Counted when it is asked
 * for, at most every ten seconds: it is a sum over a month of the mesh, and each look into the
 * catalog asks.
 *
 * <p>Thread safe.
 */
public final class ComplianceBands {

  /** How many days count. */
  public static final int DAYS = 30;

  private static final Duration KEPT = Duration.ofSeconds(10);

  private final ComplianceTotals totals;
  private final Clock clock;
  private volatile @Nullable Counted counted;

  /** Counts what the totals say. */
  public ComplianceBands(ComplianceTotals totals, Clock clock) {
    this.totals = totals;
    this.clock = clock;
  }

  private record Counted(Instant at, Map<String, ComplianceBand> bands) {}

  /** Bands of products by their ids; one of which nothing was checked is left out. */
  public Map<String, ComplianceBand> measured() {
    Instant now = clock.instant();
    Counted last = counted;
    if (last == null || last.at().plus(KEPT).isBefore(now) || last.at().isAfter(now)) {
      LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
      Map<String, ComplianceBand> bands = new HashMap<>();
      totals
          .percentByProduct(today.minusDays(DAYS - 1L), today)
          .forEach((product, percent) -> bands.put(product, ComplianceBand.of(percent)));
      last = new Counted(now, Map.copyOf(bands));
      counted = last;
    }
    return last.bands();
  }
}

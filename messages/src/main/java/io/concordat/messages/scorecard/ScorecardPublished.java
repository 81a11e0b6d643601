package io.concordat.messages.scorecard;

import io.concordat.messages.EventType;
import io.concordat.messages.Subject;
import io.concordat.messages.mesh.DomainId;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;

/**
 * A month was closed, and this is what it came to. What is recorded of it later does not change it.
 *
 * @param month UTC
 * @param rows by rank, then domain
 * @param notMeasured domains of which nothing was checked, sorted
 */
@EventType("scorecard.published")
public record ScorecardPublished(
    YearMonth month,
    List<ScorecardRow> rows,
    List<NotMeasured> notMeasured,
    Instant publishedAt,
    Subject publishedBy)
    implements ScorecardEvent {

  public ScorecardPublished {
    rows = List.copyOf(rows);
    notMeasured = List.copyOf(notMeasured);
  }

  /**
   * A domain of which nothing was checked in the month.
   *
   * @param monthsInNeed months in need of support before it, in a row
   */
  public record NotMeasured(DomainId domain, int monthsInNeed) {}

  /** The stream of a month: {@code scorecard:2026-10}. */
  public static String streamOf(YearMonth month) {
    return "scorecard:" + month;
  }

  @Override
  public String stream() {
    return streamOf(month);
  }
}

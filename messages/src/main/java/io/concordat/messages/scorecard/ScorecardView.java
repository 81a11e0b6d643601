package io.concordat.messages.scorecard;

import io.concordat.messages.mesh.DomainId;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All domains' month, ranked by compliance.
 *
 * @param published whether these rows are the ones that were announced
 * @param publishedAt when the month was closed, UTC; null where it was not
 * @param notMeasured domains of which nothing was checked in the month, sorted
 */
public record ScorecardView(
    YearMonth month,
    boolean published,
    @Nullable Instant publishedAt,
    List<ScorecardRow> rows,
    List<DomainId> notMeasured) {

  public ScorecardView {
    rows = List.copyOf(rows);
    notMeasured = List.copyOf(notMeasured);
  }
}

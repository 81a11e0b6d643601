package io.concordat.messages.scorecard;

import io.concordat.messages.mesh.DomainId;
import java.time.YearMonth;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a month's scorecard is made of.
 *
 * @param domains all that are registered, and others of which anything was counted
 * @param earlierOpen the earliest month before it that has checks and is not closed; null where
 *     there is none
 */
public record MonthFigures(
    YearMonth month, Map<DomainId, DomainFigures> domains, @Nullable YearMonth earlierOpen) {

  public MonthFigures {
    domains = Map.copyOf(domains);
  }
}

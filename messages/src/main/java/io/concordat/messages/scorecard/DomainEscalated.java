package io.concordat.messages.scorecard;

import io.concordat.messages.EventType;
import io.concordat.messages.Subject;
import io.concordat.messages.mesh.DomainId;
import java.time.Instant;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/**
 * A domain has needed support for too many months in a row, and its engineering director is to
 * know.
 *
 * @param month the last of them, UTC
 * @param director to whom the domain answers; null where none is named
 * @param monthsInNeed how many in a row, at least {@link ScorecardFormula#MONTHS_TO_ESCALATE}
 * @param compliancePercent of the last of them, 0 to 100
 */
@EventType("domain.escalated")
public record DomainEscalated(
    DomainId domain,
    YearMonth month,
    @Nullable Subject director,
    int monthsInNeed,
    double compliancePercent,
    Instant escalatedAt)
    implements ScorecardEvent {

  @Override
  public String stream() {
    return ScorecardPublished.streamOf(month);
  }
}

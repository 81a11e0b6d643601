package io.concordat.server.meeting;

import static io.concordat.server.export.MarkdownText.escaped;
import static io.concordat.server.export.MarkdownText.minute;

import io.concordat.messages.Subject;
import io.concordat.messages.council.CouncilEvent;
import io.concordat.messages.council.CouncilFounded;
import io.concordat.messages.council.CouncilRulesChanged;
import io.concordat.messages.council.DelegationRevoked;
import io.concordat.messages.council.RepresentativeAppointed;
import io.concordat.messages.council.SeatDelegated;
import io.concordat.messages.council.SeatVacated;
import java.time.Instant;

/**
 * What happened to the council itself, for minutes.
 *
 * @param at UTC
 * @param sentence Markdown
 */
record Seating(Instant at, String sentence) {

  static Seating of(CouncilEvent event) {
    return switch (event) {
      case CouncilFounded founded ->
          new Seating(
              founded.foundedAt(),
              "the council is founded; a quorum is %d %% of the seats, and %d objections send a proposal back."
                  .formatted(founded.rules().quorumPercent(), founded.rules().objectionLimit()));
      case CouncilRulesChanged changed ->
          new Seating(
              changed.changedAt(),
              "the council has other rules from %s; a quorum is %d %% of the seats, and %d objections send a proposal back."
                  .formatted(
                      minute(changed.effectiveFrom()),
                      changed.rules().quorumPercent(),
                      changed.rules().objectionLimit()));
      case RepresentativeAppointed appointed ->
          new Seating(
              appointed.appointedAt(),
              "%s is represented by %s%s."
                  .formatted(
                      appointed.domain(),
                      who(appointed.representative()),
                      appointed.replaced() == null
                          ? ""
                          : ", in the place of " + who(appointed.replaced())));
      case SeatDelegated delegated ->
          new Seating(
              delegated.delegatedAt(),
              "%s acts for %s from %s until %s, named by %s."
                  .formatted(
                      who(delegated.delegate()),
                      delegated.domain(),
                      minute(delegated.from()),
                      minute(delegated.until()),
                      who(delegated.representative())));
      case DelegationRevoked revoked ->
          new Seating(
              revoked.revokedAt(),
              "%s acts for %s no more.".formatted(who(revoked.delegate()), revoked.domain()));
      case SeatVacated vacated ->
          new Seating(
              vacated.vacatedAt(),
              "%s has no seat any more; it was held by %s."
                  .formatted(vacated.domain(), who(vacated.representative())));
    };
  }

  private static String who(Subject subject) {
    return escaped(subject.value());
  }
}

package io.concordat.messages.council;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The council as it is read.
 *
 * @param rules in force now
 * @param history all rules that there were or that are scheduled, in the order in which they come
 *     into force; never empty
 * @param seats sorted by domain
 */
public record CouncilView(CouncilRules rules, List<Rules> history, List<SeatView> seats) {

  /**
   * Rules of the council.
   *
   * @param from UTC
   * @param proposal whose adoption made them; null for those of the founding
   */
  public record Rules(CouncilRules rules, Instant from, @Nullable ProposalId proposal) {}
}

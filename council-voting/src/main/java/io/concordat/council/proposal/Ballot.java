package io.concordat.council.proposal;

import io.concordat.messages.council.CouncilRules;
import io.concordat.messages.mesh.DomainId;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The votes of one round, at most one for each domain. Immutable.
 *
 * @param votes the last vote of each domain; unmodifiable
 */
record Ballot(Map<DomainId, Vote> votes) {

  static final Ballot EMPTY = new Ballot(Map.of());

  /** The ballot with this vote in the place of the domain's vote before, if there was one. */
  Ballot with(DomainId domain, Vote vote) {
    Map<DomainId, Vote> changed = HashMap.newHashMap(votes.size() + 1);
    changed.putAll(votes);
    changed.put(domain, vote);
    return new Ballot(Collections.unmodifiableMap(changed));
  }

  /** The domain's vote as it stands, null where it has not voted. */
  @Nullable Vote voteOf(DomainId domain) {
    return votes.get(domain);
  }

  /**
   * Counts the votes. Only domains that have a seat now count, each once, whoever cast the vote for
   * it; the order of the votes makes no difference.
   *
   * @param votes the last vote of each domain
   * @param seats the domains that have a seat now
   * @param rules of the round
   */
  static Tally tally(Map<DomainId, Vote> votes, Collection<DomainId> seats, CouncilRules rules) {
    SortedSet<DomainId> consents = new TreeSet<>();
    SortedSet<DomainId> abstentions = new TreeSet<>();
    SortedSet<DomainId> objections = new TreeSet<>();
    for (DomainId domain : seats) {
      Vote vote = votes.get(domain);
      if (vote != null) {
        switch (vote.choice()) {
          case CONSENT -> consents.add(domain);
          case ABSTAIN -> abstentions.add(domain);
          case OBJECT -> objections.add(domain);
        }
      }
    }
    return new Tally(seats.size(), consents, abstentions, objections, rules);
  }
}

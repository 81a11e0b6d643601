package io.concordat.server.meeting;

import io.concordat.council.seat.CouncilState;
import io.concordat.messages.Event;
import io.concordat.messages.council.CouncilEvent;
import io.concordat.messages.council.VoteCast;
import io.concordat.messages.council.VoteChoice;
import io.concordat.messages.mesh.DomainId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Predicate;

/**
 * The votes of a round by the rule of its tally: a domain without a seat has no vote.
 *
 * @param counted by domain
 * @param uncounted domains that voted and had given up their seats since, sorted
 * @param seats number of domains that had one
 */
record CountedVotes(List<VoteCast> counted, List<DomainId> uncounted, int seats) {

  /**
   * Tells the votes that count from the others.
   *
   * @param standing the last vote of each domain, sorted by domain
   * @param council as it counts them
   */
  static CountedVotes of(Collection<VoteCast> standing, CouncilState council) {
    List<VoteCast> counted = new ArrayList<>();
    List<DomainId> uncounted = new ArrayList<>();
    for (VoteCast cast : standing) {
      if (council.countsVoteOf(cast.domain(), cast.castAt())) {
        counted.add(cast);
      } else {
        uncounted.add(cast.domain());
      }
    }
    return new CountedVotes(counted, uncounted, council.seatedDomains().size());
  }

  /** The council as those of its events made it that happened at certain times. */
  static CouncilState councilOf(List<Event> stream, Predicate<Instant> when) {
    CouncilState council = CouncilState.EMPTY;
    for (Event event : stream) {
      CouncilEvent happened = (CouncilEvent) event;
      if (when.test(Seating.of(happened).at())) {
        council = council.evolve(happened);
      }
    }
    return council;
  }

  /** Whether no domain voted, counted or not. */
  boolean none() {
    return counted.isEmpty() && uncounted.isEmpty();
  }

  /** How many counted votes say this. */
  long of(VoteChoice choice) {
    return counted.stream().filter(cast -> cast.choice() == choice).count();
  }
}

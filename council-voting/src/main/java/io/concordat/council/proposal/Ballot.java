package io.concordat.council.proposal;

import io.concordat.council.seat.CouncilState;
import io.concordat.messages.Subject;
import io.concordat.messages.council.CouncilRules;
import io.concordat.messages.mesh.DomainId;
import java.time.Instant;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The votes of one round, at most one for each domain. Immutable.
 *
 * @param votes the last vote of each domain; unmodifiable
 * @param voices for which domain each person who voted did so first, whatever became of the vote;
 *     unmodifiable
 */
record Ballot(Map<DomainId, Cast> votes, Map<Subject, DomainId> voices) {

  static final Ballot EMPTY = new Ballot(Map.of(), Map.of());

  /**
   * A vote as it was cast.
   *
   * @param voter who cast it for the domain
   * @param at UTC
   */
  record Cast(Vote vote, Subject voter, Instant at) {}

  /** The ballot with this vote in the place of the domain's vote before, if there was one. */
  Ballot with(DomainId domain, Cast cast) {
    Map<DomainId, Cast> changed = HashMap.newHashMap(votes.size() + 1);
    changed.putAll(votes);
    changed.put(domain, cast);
    return new Ballot(Collections.unmodifiableMap(changed), voicesWith(cast.voter(), domain));
  }

  /** The domain for which the person has voted; empty where they have not. */
  Optional<DomainId> votedFor(Subject person) {
    return Optional.ofNullable(voices.get(person));
  }

  /** The domain's vote as it counts now, null where it has none. */
  @Nullable Cast standing(DomainId domain, CouncilState council) {
    Cast cast = votes.get(domain);
    return cast != null && council.countsVoteOf(domain, cast.at()) ? cast : null;
  }

  /**
   * Counts the votes. Only domains that have a seat now count, each once, whoever cast the vote for
   * it; a vote from before the domain gave up its seat and took it again does not. The order of the
   * votes makes no difference.
   *
   * @param rules of the round
   */
  Tally tally(CouncilState council, CouncilRules rules) {
    SortedMap<DomainId, Subject> consents = new TreeMap<>();
    SortedSet<DomainId> abstentions = new TreeSet<>();
    SortedSet<DomainId> objections = new TreeSet<>();
    votes.forEach((domain, cast) -> {
      if (council.countsVoteOf(domain, cast.at())) {
        switch (cast.vote().choice()) {
          case CONSENT -> consents.put(domain, cast.voter());
          case ABSTAIN -> abstentions.add(domain);
          case OBJECT -> objections.add(domain);
        }
      }
    });
    return new Tally(council.seatedDomains().size(), consents, abstentions, objections, rules);
  }

  private Map<Subject, DomainId> voicesWith(Subject person, DomainId domain) {
    if (voices.containsKey(person)) {
      return voices;
    }
    Map<Subject, DomainId> more = new HashMap<>(voices);
    more.put(person, domain);
    return Collections.unmodifiableMap(more);
  }
}

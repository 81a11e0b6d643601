package io.concordat.council.proposal;

import io.concordat.messages.council.CouncilRules;
import io.concordat.messages.mesh.DomainId;
import java.util.List;
import java.util.SortedSet;

/**
 * The counted votes of a round, and the council's rules about them, one function each.
 *
 * @param seats number of domains that have a seat
 * @param consents domains in favour
 * @param abstentions domains that voted without taking a side
 * @param objections domains whose objection stands
 * @param rules of the round
 */
record Tally(
    int seats,
    SortedSet<DomainId> consents,
    SortedSet<DomainId> abstentions,
    SortedSet<DomainId> objections,
    CouncilRules rules) {

  /** How a round ends at its closing time. */
  enum Outcome {
    /** Too many domains object. */
    OBJECTED,
    /** Too few domains voted. */
    NO_QUORUM,
    /** Enough voted, too few were in favour. */
    NOT_CARRIED,
    /** The council wants it. */
    CARRIED
  }

  /** The outcome at the closing time; the rules are asked in the order of {@link Outcome}. */
  Outcome outcome(DomainId author) {
    if (objectionLimitReached()) {
      return Outcome.OBJECTED;
    }
    if (!quorumMet()) {
      return Outcome.NO_QUORUM;
    }
    return consentsOutweighObjections() && anotherDomainConsents(author)
        ? Outcome.CARRIED
        : Outcome.NOT_CARRIED;
  }

  /** So many different domains object that the proposal goes back at once. */
  boolean objectionLimitReached() {
    return objections.size() >= rules.objectionLimit();
  }

  /** Enough domains have voted; an abstention is a vote. */
  boolean quorumMet() {
    return voted() >= votesNeeded();
  }

  /** More domains are in favour than against. */
  boolean consentsOutweighObjections() {
    return consents.size() > objections.size();
  }

  /** Somebody else than the author is in favour. */
  boolean anotherDomainConsents(DomainId author) {
    return consents.stream().anyMatch(domain -> !domain.equals(author));
  }

  /** Number of domains that have voted. */
  int voted() {
    return consents.size() + abstentions.size() + objections.size();
  }

  /** Votes that the quorum asks for: its share of the seats, rounded up, and at least one. */
  int votesNeeded() {
    return Math.max(1, Math.ceilDiv(seats * rules.quorumPercent(), 100));
  }

  /** The objecting domains, sorted. */
  List<DomainId> objectors() {
    return List.copyOf(objections);
  }
}

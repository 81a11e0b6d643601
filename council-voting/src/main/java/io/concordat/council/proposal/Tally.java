package io.concordat.council.proposal;

import io.concordat.messages.Subject;
import io.concordat.messages.council.CouncilRules;
import io.concordat.messages.mesh.DomainId;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;

/**
 * The counted votes of a round, and the council's rules about them, one function each.
 *
 * @param seats number of domains that have a seat
 * @param consents domains in favour, with who cast the vote for each
 * @param abstentions domains that voted without taking a side
 * @param objections domains whose objection stands
 * @param rules of the round
 */
record Tally(
    int seats,
    SortedMap<DomainId, Subject> consents,
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

  /**
   * The outcome at the closing time; the rules are asked in the order of {@link Outcome}.
   *
   * @param author the domain that proposes
   * @param writers who wrote the text, in any round
   */
  Outcome outcome(DomainId author, Set<Subject> writers) {
    if (objectionLimitReached()) {
      return Outcome.OBJECTED;
    }
    if (!quorumMet()) {
      return Outcome.NO_QUORUM;
    }
    return consentsOutweighObjections() && fourEyes(author, writers)
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

  /**
   * Four eyes: a domain other than the author's is in favour, by the vote of a person who did not
   * write the text. So neither a domain nor a person carries its own proposal, also where the
   * person has changed seats since.
   */
  boolean fourEyes(DomainId author, Set<Subject> writers) {
    return consents.entrySet().stream()
        .anyMatch(
            consent -> !consent.getKey().equals(author) && !writers.contains(consent.getValue()));
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

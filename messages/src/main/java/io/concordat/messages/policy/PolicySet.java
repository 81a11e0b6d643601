package io.concordat.messages.policy;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The rules in force from a moment on, numbered without gaps from 1.
 *
 * @param number from 1
 * @param effectiveFrom from when it is in force, UTC
 * @param policies sorted by id
 * @param semanticTypes sorted by name
 */
public record PolicySet(
    int number, Instant effectiveFrom, List<Policy> policies, List<SemanticType> semanticTypes) {

  public PolicySet {
    policies = List.copyOf(policies);
    semanticTypes = List.copyOf(semanticTypes);
  }

  /**
   * The set in force at an instant: the one with the highest number whose {@code effectiveFrom} is
   * not after it.
   *
   * @param sets by number, from 1 without gaps
   * @return empty before the first
   */
  public static Optional<PolicySet> inForce(List<PolicySet> sets, Instant at) {
    return sets.reversed().stream().filter(set -> !set.effectiveFrom().isAfter(at)).findFirst();
  }

  /**
   * The set that a change makes. It builds on the set in force when it begins, which is the one
   * before it unless that one begins later: a change that holds at once never pulls a scheduled one
   * forward.
   *
   * @param sets all sets before it, by number, from 1 without gaps
   * @return empty where none is in force by then
   */
  public static Optional<PolicySet> next(
      List<PolicySet> sets, PolicyChange change, Instant effectiveFrom) {
    return inForce(sets, effectiveFrom)
        .map(base ->
            new PolicySet(
                sets.size() + 1,
                effectiveFrom,
                change.applyTo(base.policies()),
                base.semanticTypes()));
  }
}

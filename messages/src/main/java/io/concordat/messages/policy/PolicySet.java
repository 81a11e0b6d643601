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
 * @param parameters sorted by name
 * @param waivers sorted by id, those that had not ended when the set began
 */
public record PolicySet(
    int number,
    Instant effectiveFrom,
    List<Policy> policies,
    List<SemanticType> semanticTypes,
    List<PolicyParameter> parameters,
    List<Waiver> waivers) {

  public PolicySet {
    policies = List.copyOf(policies);
    semanticTypes = List.copyOf(semanticTypes);
    parameters = List.copyOf(parameters);
    waivers = List.copyOf(waivers);
  }

  /** A set without parameters and waivers. */
  public PolicySet(
      int number, Instant effectiveFrom, List<Policy> policies, List<SemanticType> semanticTypes) {
    this(number, effectiveFrom, policies, semanticTypes, List.of(), List.of());
  }

  /** The waiver that covers a violation of this policy by this contract at this time. */
  public Optional<Waiver> waiver(String policy, String contract, Instant at) {
    return waivers.stream().filter(waiver -> waiver.covers(policy, contract, at)).findFirst();
  }

  /** Whether a waiver of this id is in this set and holds at this time. */
  public boolean waives(String waiver, Instant at) {
    return waivers.stream().anyMatch(each -> each.id().equals(waiver) && each.holds(at));
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
        .map(base -> base.after(change, sets.size() + 1, effectiveFrom));
  }

  private PolicySet after(PolicyChange change, int nextNumber, Instant from) {
    return new PolicySet(
        nextNumber,
        from,
        change.applyTo(policies),
        change.applyToTypes(semanticTypes),
        change.applyToParameters(parameters),
        change.applyToWaivers(waivers).stream().filter(waiver -> waiver.holds(from)).toList());
  }
}

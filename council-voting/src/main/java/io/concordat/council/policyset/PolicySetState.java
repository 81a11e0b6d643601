package io.concordat.council.policyset;

import io.concordat.messages.council.ProposalId;
import io.concordat.messages.policy.Policy;
import io.concordat.messages.policy.PolicyParameter;
import io.concordat.messages.policy.PolicySet;
import io.concordat.messages.policy.PolicySetChanged;
import io.concordat.messages.policy.PolicySetEvent;
import io.concordat.messages.policy.PolicySetFounded;
import io.concordat.messages.policy.SemanticType;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Every policy set that there ever was or that is scheduled: the fold of the stream {@code
 * policy-set:mesh}. Immutable.
 *
 * <p><b>In force</b> at an instant is the set with the highest number whose {@code effectiveFrom}
 * is not after it. A set <b>builds on</b> the set that is in force at its own {@code effectiveFrom}
 * by the sets before it, which is the set before it unless that one begins later. So a change that
 * is adopted to be in force at once never pulls a scheduled change forward; the scheduled change is
 * made again, on top of it, under a further number.
 *
 * @param sets by number: the set of number {@code n} is at index {@code n - 1}
 * @param changes that made the sets from number 2 on: that of number {@code n} is at index {@code n
 *     - 2}
 */
public record PolicySetState(List<PolicySet> sets, List<PolicySetChanged> changes) {

  /** Before the founding: no set. */
  public static final PolicySetState EMPTY = new PolicySetState(List.of(), List.of());

  /** Copies both lists. */
  public PolicySetState {
    sets = List.copyOf(sets);
    changes = List.copyOf(changes);
  }

  /**
   * The state after the event.
   *
   * @throws IllegalStateException where the event cannot follow, that is, where numbers have a gap
   */
  public PolicySetState evolve(PolicySetEvent event) {
    return switch (event) {
      case PolicySetFounded founded -> founded(founded);
      case PolicySetChanged changed -> changed(changed);
    };
  }

  /** The set in force at the instant; empty where it is before the founding. */
  public Optional<PolicySet> at(Instant instant) {
    return PolicySet.inForce(sets, instant);
  }

  /** The set of this number, from 1; empty where there is none. */
  public Optional<PolicySet> byNumber(int number) {
    return number >= 1 && number <= sets.size()
        ? Optional.of(sets.get(number - 1))
        : Optional.empty();
  }

  /**
   * The set with the highest number, in force or scheduled; it holds every change that was adopted.
   * Empty before the founding.
   */
  public Optional<PolicySet> latest() {
    return byNumber(sets.size());
  }

  /**
   * The adopted changes that come into force after the instant, in the order in which they do. A
   * change that was made again is there once, with its highest number.
   */
  public List<PolicySetChanged> scheduledAfter(Instant instant) {
    Map<ProposalId, PolicySetChanged> lastOfProposal = new HashMap<>();
    changes.forEach(change -> lastOfProposal.put(change.proposal(), change));
    return lastOfProposal.values().stream()
        .filter(change -> change.effectiveFrom().isAfter(instant))
        .sorted(
            Comparator.comparing(PolicySetChanged::effectiveFrom)
                .thenComparing(PolicySetChanged::number))
        .toList();
  }

  /** The number that the next set gets. */
  public int nextNumber() {
    return sets.size() + 1;
  }

  private PolicySetState founded(PolicySetFounded event) {
    if (!sets.isEmpty()) {
      throw new IllegalStateException("policy-set.founded after set " + sets.size());
    }
    List<Policy> policies =
        event.policies().stream().sorted(Comparator.comparing(Policy::id)).toList();
    List<SemanticType> types =
        event.semanticTypes().stream().sorted(Comparator.comparing(SemanticType::name)).toList();
    List<PolicyParameter> parameters =
        event.parameters().stream().sorted(Comparator.comparing(PolicyParameter::name)).toList();
    return new PolicySetState(
        List.of(new PolicySet(1, event.effectiveFrom(), policies, types, parameters, List.of())),
        List.of());
  }

  private PolicySetState changed(PolicySetChanged event) {
    PolicySet next =
        PolicySet.next(sets, event.change(), event.effectiveFrom())
            .filter(set -> set.number() == event.number())
            .orElseThrow(() ->
                new IllegalStateException(
                    "policy-set.changed with number %d after set %d"
                        .formatted(event.number(), sets.size())));
    List<PolicySet> allSets = new ArrayList<>(sets);
    allSets.add(next);
    List<PolicySetChanged> allChanges = new ArrayList<>(changes);
    allChanges.add(event);
    return new PolicySetState(allSets, allChanges);
  }
}

package io.concordat.council.policyset;

import io.concordat.messages.InvalidValue;
import io.concordat.messages.council.ProposalId;
import io.concordat.messages.decision.Decision;
import io.concordat.messages.decision.DecisionContext;
import io.concordat.messages.decision.Rejection;
import io.concordat.messages.decision.RejectionCode;
import io.concordat.messages.policy.Policy;
import io.concordat.messages.policy.PolicyChange;
import io.concordat.messages.policy.PolicyParameter;
import io.concordat.messages.policy.PolicySetChanged;
import io.concordat.messages.policy.PolicySetEvent;
import io.concordat.messages.policy.PolicySetFounded;
import io.concordat.messages.policy.SemanticType;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Decides how policy sets follow from one another. Pure. */
public final class PolicySetDecider {

  private PolicySetDecider() {}

  /**
   * Founds the first set, in force at once. Where there is a set already, nothing changes.
   *
   * @param policies that compile
   * @throws InvalidValue where two policies, semantic types or parameters have one name
   */
  static Decision<PolicySetEvent> found(
      PolicySetState state,
      List<Policy> policies,
      List<SemanticType> semanticTypes,
      List<PolicyParameter> parameters,
      DecisionContext context) {
    if (!state.sets().isEmpty()) {
      return Decision.nothingToDo();
    }
    namedOnce("policies", policies.stream().map(Policy::id).toList());
    namedOnce("semanticTypes", semanticTypes.stream().map(SemanticType::name).toList());
    namedOnce("parameters", parameters.stream().map(PolicyParameter::name).toList());
    return Decision.accept(
        new PolicySetFounded(
            policies.stream().sorted(Comparator.comparing(Policy::id)).toList(),
            semanticTypes.stream().sorted(Comparator.comparing(SemanticType::name)).toList(),
            context.now(),
            parameters.stream().sorted(Comparator.comparing(PolicyParameter::name)).toList()));
  }

  /**
   * Makes the next set from an adopted proposal: one event for its change, then one for each change
   * that is scheduled for a later day, made again on top of it.
   *
   * <p>Rejects with {@code POLICY_EXISTS}, {@code POLICY_NOT_FOUND} and their like where the change
   * does not fit, and with {@code POLICY_SET_NOT_FOUND} before the founding.
   *
   * @param wished from when the proposal asks to be in force; null or past: at once
   */
  static Decision<PolicySetEvent> adopt(
      PolicySetState state,
      ProposalId proposal,
      PolicyChange change,
      @Nullable Instant wished,
      DecisionContext context) {
    if (state.sets().isEmpty()) {
      return Decision.reject(
          RejectionCode.POLICY_SET_NOT_FOUND, "The council has not been founded.");
    }
    Instant from = inForceFrom(state, wished, context.now());
    List<PolicySetEvent> events = new ArrayList<>();
    PolicySetState after = state;
    for (PolicySetChanged wanted : rebuilt(state, proposal, change, from)) {
      Optional<Rejection> obstacle =
          after
              .at(wanted.effectiveFrom())
              .flatMap(
                  base -> PolicyChanges.obstacle(base, wanted.change(), wanted.effectiveFrom()));
      if (obstacle.isPresent()) {
        return new Decision.Rejected<>(
            events.isEmpty() ? obstacle.get() : blocksScheduled(obstacle.get(), wanted));
      }
      events.add(wanted);
      after = after.evolve(wanted);
    }
    return new Decision.Accepted<>(events);
  }

  /**
   * Why a change could not be adopted as things stand; empty where it could. See {@link #adopt}.
   *
   * @param wished from when it is to be in force; null or past: at once
   */
  public static Optional<Rejection> obstacle(
      PolicySetState state,
      ProposalId proposal,
      PolicyChange change,
      @Nullable Instant wished,
      DecisionContext context) {
    return switch (adopt(state, proposal, change, wished, context)) {
      case Decision.Accepted<PolicySetEvent> _ -> Optional.empty();
      case Decision.Rejected<PolicySetEvent> rejected -> Optional.of(rejected.rejection());
    };
  }

  /** The policy whose text a change brings and that must compile; empty where it brings none. */
  public static Optional<Policy> newText(PolicyChange change) {
    return PolicyChanges.newText(change);
  }

  /** The rejection that tells every compile error. */
  public static Rejection doesNotCompile(List<String> problems) {
    return new Rejection(RejectionCode.POLICY_DOES_NOT_COMPILE, String.join("\n", problems));
  }

  /** The rejection that tells every example that does not show what it says. */
  public static Rejection examplesFail(List<String> complaints) {
    return new Rejection(RejectionCode.POLICY_EXAMPLES_FAIL, String.join("\n", complaints));
  }

  /** Never before now, before the wished day, or before the first set. */
  private static Instant inForceFrom(PolicySetState state, @Nullable Instant wished, Instant now) {
    Instant from = state.sets().getFirst().effectiveFrom();
    from = now.isAfter(from) ? now : from;
    return wished != null && wished.isAfter(from) ? wished : from;
  }

  private static List<PolicySetChanged> rebuilt(
      PolicySetState state, ProposalId proposal, PolicyChange change, Instant from) {
    List<PolicySetChanged> changes = new ArrayList<>();
    int number = state.nextNumber();
    changes.add(new PolicySetChanged(number++, change, proposal, from));
    for (PolicySetChanged later : state.scheduledAfter(from)) {
      changes.add(
          new PolicySetChanged(number++, later.change(), later.proposal(), later.effectiveFrom()));
    }
    return changes;
  }

  private static Rejection blocksScheduled(Rejection obstacle, PolicySetChanged scheduled) {
    return new Rejection(
        obstacle.code(),
        "The adopted change to '%s' that is in force from %s could not be made any more. %s"
            .formatted(scheduled.change().subject(), scheduled.effectiveFrom(), obstacle.detail()));
  }

  private static void namedOnce(String field, List<String> names) {
    Set<String> seen = new HashSet<>();
    names.stream()
        .filter(name -> !seen.add(name))
        .findFirst()
        .ifPresent(name -> {
          throw new InvalidValue(field, "must not name '" + name + "' twice");
        });
  }
}

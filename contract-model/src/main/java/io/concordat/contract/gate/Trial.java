package io.concordat.contract.gate;

import io.concordat.contract.Digest;
import io.concordat.contract.policy.CompiledPolicySet;
import io.concordat.contract.policy.PolicyCompiler;
import io.concordat.contract.policy.PolicyProblem;
import io.concordat.messages.policy.Policy;
import io.concordat.messages.policy.PolicyChange;
import io.concordat.messages.policy.PolicySet;
import io.concordat.messages.policy.Violation;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A change of the policy set, tried on documents before anybody votes on it. A policy that is added
 * or changed is tried alone: all that it says counts, also where its old text said the same. Where
 * semantic types, parameters or waivers change, the whole set is tried, and what the set in force
 * says already does not count. Nothing is said by a policy that is retired.
 */
public final class Trial {

  private final CompiledPolicySet proposed;
  private final @Nullable CompiledPolicySet today;
  private final String digest;

  private Trial(PolicySet proposed, @Nullable PolicySet today) {
    this.proposed = CompiledPolicySet.compile(proposed);
    this.today = today == null ? null : CompiledPolicySet.compile(today);
    this.digest = Digest.sha256(proposed + "\n" + today);
  }

  /**
   * Tries a change of the set in force.
   *
   * @param at when it is tried, UTC; waivers that have ended by then play no part
   */
  public static Trial of(PolicySet inForce, PolicyChange change, Instant at) {
    PolicySet after =
        with(inForce, PolicySet.next(List.of(inForce), change, at).orElse(inForce), at);
    return switch (change) {
      case PolicyChange.AddPolicy(Policy policy) -> new Trial(only(after, policy), null);
      case PolicyChange.ChangePolicy(Policy policy) -> new Trial(only(after, policy), null);
      case PolicyChange.RetirePolicy _,
          PolicyChange.AddSemanticType _,
          PolicyChange.ChangeSemanticType _,
          PolicyChange.RetireSemanticType _,
          PolicyChange.AddParameter _,
          PolicyChange.ChangeParameter _,
          PolicyChange.GrantWaiver _,
          PolicyChange.RevokeWaiver _ ->
          new Trial(after, with(inForce, inForce, at));
    };
  }

  /** What is wrong with the text of a policy that a change brings; empty where nothing is. */
  public static List<PolicyProblem> problems(PolicySet inForce, PolicyChange change) {
    return switch (change) {
      case PolicyChange.AddPolicy(Policy policy) ->
          PolicyCompiler.check(policy, inForce.parameters());
      case PolicyChange.ChangePolicy(Policy policy) ->
          PolicyCompiler.check(policy, inForce.parameters());
      case PolicyChange.RetirePolicy _,
          PolicyChange.AddSemanticType _,
          PolicyChange.ChangeSemanticType _,
          PolicyChange.RetireSemanticType _,
          PolicyChange.AddParameter _,
          PolicyChange.ChangeParameter _,
          PolicyChange.GrantWaiver _,
          PolicyChange.RevokeWaiver _ ->
          List.of();
    };
  }

  /** Whether an answer depends on what jobs were seen to do. */
  public boolean asksDrift() {
    return proposed.asksDrift() || (today != null && today.asksDrift());
  }

  /** Stands for all that the answers depend on besides the documents: equal trials say the same. */
  public String digest() {
    return digest;
  }

  /**
   * What the change brings upon a document; empty where the document can no longer be read as a
   * contract.
   */
  public Optional<List<Violation>> on(Submission submission, UpstreamLookup upstream) {
    GateResult result = Gate.evaluate(submission, proposed, upstream);
    if (result.contract() == null) {
      return Optional.empty();
    }
    Set<Violation> known =
        today == null
            ? Set.of()
            : new HashSet<>(Gate.evaluate(submission, today, upstream).verdict().violations());
    return Optional.of(
        result.verdict().violations().stream()
            .filter(violation -> !known.contains(violation))
            .filter(violation -> violation.waiver() == null || today == null)
            .toList());
  }

  private static PolicySet only(PolicySet set, Policy policy) {
    return new PolicySet(
        set.number(),
        set.effectiveFrom(),
        List.of(policy),
        set.semanticTypes(),
        set.parameters(),
        set.waivers());
  }

  /** The parts of a set under the number and day of the one in force. */
  private static PolicySet with(PolicySet inForce, PolicySet parts, Instant at) {
    return new PolicySet(
        inForce.number(),
        inForce.effectiveFrom(),
        parts.policies(),
        parts.semanticTypes(),
        parts.parameters(),
        parts.waivers().stream().filter(waiver -> waiver.holds(at)).toList());
  }
}

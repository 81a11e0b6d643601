package io.concordat.council.proposal;

import io.concordat.council.policyset.PolicySetDecider;
import io.concordat.council.policyset.PolicySetState;
import io.concordat.council.seat.CouncilRuleBounds;
import io.concordat.council.seat.CouncilState;
import io.concordat.messages.council.ProposalId;
import io.concordat.messages.decision.DecisionContext;
import io.concordat.messages.decision.Rejection;
import io.concordat.messages.mesh.DomainId;
import io.concordat.messages.policy.CouncilRuleChange;
import io.concordat.messages.policy.PolicyChange;
import io.concordat.messages.policy.ProposedChange;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a decision about a proposal may know of other streams.
 *
 * @param council seats and rules
 * @param policySets needed to open, revise and adopt; empty for all else
 * @param problems what the compiler says of the policy that the command brings
 * @param failedExamples what its examples do not show; empty where it does not compile
 */
record CouncilFacts(
    CouncilState council,
    PolicySetState policySets,
    List<String> problems,
    List<String> failedExamples) {

  /** Where the command brings no policy, or one whose examples all hold. */
  CouncilFacts(CouncilState council, PolicySetState policySets, List<String> problems) {
    this(council, policySets, problems, List.of());
  }

  /** The one domain for which the caller proposes and votes; empty where there is none. */
  Optional<DomainId> voice(DecisionContext context) {
    return council.voiceOf(context.actor().subject(), context.now());
  }

  /** Whether the caller acts for the domain that proposes. */
  boolean isAuthor(ProposalState.Opened state, DecisionContext context) {
    return voice(context).filter(state.proposal().author()::equals).isPresent();
  }

  /** Why the change cannot be proposed: its text, its examples, or what is in force. */
  Optional<Rejection> obstacle(
      ProposalId proposal,
      ProposedChange change,
      @Nullable Instant effectiveFrom,
      DecisionContext context) {
    if (!problems.isEmpty()) {
      return Optional.of(PolicySetDecider.doesNotCompile(problems));
    }
    if (!failedExamples.isEmpty()) {
      return Optional.of(PolicySetDecider.examplesFail(failedExamples));
    }
    return misfit(proposal, change, effectiveFrom, context);
  }

  /** Why the change does not fit what is in force, as far as that can be said now. */
  Optional<Rejection> misfit(
      ProposalId proposal,
      ProposedChange change,
      @Nullable Instant effectiveFrom,
      DecisionContext context) {
    return switch (change) {
      case PolicyChange policies ->
          PolicySetDecider.obstacle(policySets, proposal, policies, effectiveFrom, context);
      case CouncilRuleChange rules ->
          CouncilRuleBounds.obstacle(rules.rules(), council.seatedDomains().size());
    };
  }

  /** For decisions that look at the council only. */
  static CouncilFacts of(CouncilState council) {
    return new CouncilFacts(council, PolicySetState.EMPTY, List.of());
  }
}

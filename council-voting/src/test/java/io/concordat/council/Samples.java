package io.concordat.council;

import io.concordat.council.policyset.PolicySetState;
import io.concordat.council.seat.CouncilState;
import io.concordat.messages.Subject;
import io.concordat.messages.council.CouncilFounded;
import io.concordat.messages.council.CouncilRules;
import io.concordat.messages.council.RepresentativeAppointed;
import io.concordat.messages.decision.Actor;
import io.concordat.messages.decision.Decision;
import io.concordat.messages.decision.DecisionContext;
import io.concordat.messages.decision.RejectionCode;
import io.concordat.messages.decision.Role;
import io.concordat.messages.mesh.DomainId;
import io.concordat.messages.policy.Classification;
import io.concordat.messages.policy.Policy;
import io.concordat.messages.policy.PolicyFamily;
import io.concordat.messages.policy.PolicyScope;
import io.concordat.messages.policy.PolicySetFounded;
import io.concordat.messages.policy.SemanticType;
import io.concordat.messages.policy.Severity;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/** Values that tests of this module share. */
public final class Samples {

  public static final Instant NOON = Instant.parse("2026-10-01T12:00:00Z");
  public static final Actor ENGINEER =
      new Actor(new Subject("engineer"), Set.of(Role.GOVERNANCE_ENGINEER));
  public static final Policy OWNED = policy("owned", "contract.id != ''");
  public static final SemanticType EMAIL =
      new SemanticType(
          "email-address",
          "An address that mail can be sent to.",
          List.of("string"),
          null,
          null,
          Classification.CONFIDENTIAL,
          "someone@example.org");

  private Samples() {}

  public static Policy policy(String id, String expression) {
    return new Policy(
        id,
        "Rule " + id,
        PolicyFamily.OTHER,
        PolicyScope.CONTRACT,
        Severity.ERROR,
        expression,
        "{path} breaks " + id,
        "Why " + id + " exists.");
  }

  public static DomainId domain(String id) {
    return new DomainId(id);
  }

  public static Subject representative(String domain) {
    return new Subject("rep-" + domain);
  }

  /** The representative of the domain, with no role at all: the seat is what counts. */
  public static DecisionContext asRepresentative(String domain, Instant now) {
    return new DecisionContext(now, new Actor(representative(domain), Set.of()));
  }

  public static DecisionContext asSystem(Instant now) {
    return new DecisionContext(now, Actor.SYSTEM);
  }

  public static CouncilState council(CouncilRules rules, String... domains) {
    CouncilState state = CouncilState.EMPTY.evolve(new CouncilFounded(rules, NOON));
    for (String domain : domains) {
      state =
          state.evolve(
              new RepresentativeAppointed(domain(domain), representative(domain), null, NOON));
    }
    return state;
  }

  public static PolicySetState founded(Policy... policies) {
    return PolicySetState.EMPTY.evolve(
        new PolicySetFounded(List.of(policies), List.of(EMAIL), NOON, List.of()));
  }

  /** The code with which the decision says no. */
  public static RejectionCode codeOf(Decision<?> decision) {
    return switch (decision) {
      case Decision.Rejected<?> rejected -> rejected.rejection().code();
      case Decision.Accepted<?> accepted ->
          throw new AssertionError("accepted: " + accepted.events());
    };
  }
}

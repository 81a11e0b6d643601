package io.concordat.observation;

import static io.concordat.messages.decision.Role.GOVERNANCE_ENGINEER;
import static io.concordat.messages.decision.Role.MACHINE;

import io.concordat.messages.decision.Actor;
import io.concordat.messages.decision.Decision;
import io.concordat.messages.decision.RejectionCode;
import io.concordat.messages.decision.Role;
import java.util.Set;

/**
 * Who may do what on this side: one row per act. The service itself ({@link Role#SYSTEM}, which no
 * token carries) may do all of it.
 */
public enum Authority {
  /** Recording the counts of a window. */
  RECORD_COMPLIANCE(
      Set.of(MACHINE, GOVERNANCE_ENGINEER),
      "Only a machine or a governance engineer may record compliance."),
  /** Closing a month. */
  PUBLISH_SCORECARD(
      Set.of(GOVERNANCE_ENGINEER), "Only a governance engineer may publish a scorecard.");

  @SuppressWarnings("ImmutableEnumChecker") // each row passes a Set.of
  private final Set<Role> roles;

  private final String whoMay;

  Authority(Set<Role> roles, String whoMay) {
    this.roles = roles;
    this.whoMay = whoMay;
  }

  /** Whether the actor may. */
  public boolean permits(Actor actor) {
    return actor.has(Role.SYSTEM) || roles.stream().anyMatch(actor::has);
  }

  /** The refusal: {@code NOT_ALLOWED}, with a sentence that says who may. */
  public <E> Decision<E> refuse() {
    return Decision.reject(RejectionCode.NOT_ALLOWED, whoMay);
  }
}

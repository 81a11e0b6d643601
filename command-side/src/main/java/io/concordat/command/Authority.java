package io.concordat.command;

import static io.concordat.messages.decision.Role.GOVERNANCE_ENGINEER;
import static io.concordat.messages.decision.Role.MACHINE;
import static io.concordat.messages.decision.Role.PRODUCT_OWNER;

import io.concordat.messages.Subject;
import io.concordat.messages.decision.Actor;
import io.concordat.messages.decision.Decision;
import io.concordat.messages.decision.RejectionCode;
import io.concordat.messages.decision.Role;
import io.concordat.messages.mesh.ProductOwner;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who may do what on this side: one row per act. The service itself ({@link Role#SYSTEM}, which no
 * token carries) may do all of it.
 */
public enum Authority {
  /** Registering a domain. */
  REGISTER_DOMAIN(
      Set.of(GOVERNANCE_ENGINEER), false, "Only a governance engineer may register a domain."),
  /** Registering a data product. */
  REGISTER_PRODUCT(
      Set.of(GOVERNANCE_ENGINEER, PRODUCT_OWNER),
      false,
      "Only a product owner or a governance engineer may register a data product."),
  /** Declaring the ports of a product that is registered already. */
  DECLARE_PORTS(
      Set.of(GOVERNANCE_ENGINEER),
      true,
      "Only the product's owner or a governance engineer may declare its ports."),
  /** Planning maintenance of a product. */
  PLAN_MAINTENANCE(Set.of(), true, "Only the product's owner may plan its maintenance."),
  /** Taking planned maintenance back. */
  CANCEL_MAINTENANCE(
      Set.of(GOVERNANCE_ENGINEER),
      true,
      "Only the product's owner or a governance engineer may cancel its maintenance."),
  /** Declaring a consumer. */
  REGISTER_CONSUMER(
      Set.of(PRODUCT_OWNER, GOVERNANCE_ENGINEER, MACHINE),
      false,
      "Only a product owner, a governance engineer or a machine may register a consumer."),
  /** Declaring other facts of a consumer, and retiring it. */
  CHANGE_CONSUMER(
      Set.of(GOVERNANCE_ENGINEER, MACHINE),
      true,
      "Only who registered the consumer, a governance engineer or a machine may change or retire it."),
  /** Submitting a version of a contract. */
  PUBLISH_CONTRACT(
      Set.of(GOVERNANCE_ENGINEER, MACHINE),
      true,
      "Only the product's owner, a governance engineer or a machine may publish its contracts."),
  /** Retiring a version of a contract. */
  RETIRE_CONTRACT(
      Set.of(GOVERNANCE_ENGINEER, MACHINE),
      true,
      "Only the product's owner, a governance engineer or a machine may retire its contracts."),
  /** Serving a deprecated version for longer. */
  EXTEND_SUPPORT(
      Set.of(GOVERNANCE_ENGINEER),
      true,
      "Only the product's owner or a governance engineer may extend the support of its contracts."),
  /** Holding published versions against rules that came after them. */
  ASSESS_CONTRACT(Set.of(), false, "Only the service itself assesses published contracts."),
  /** Opening, reminding, extending and closing a migration, and letting readers join it. */
  KEEP_MIGRATION(Set.of(), false, "Only the service itself keeps the timeline of a migration."),
  /** Saying how far a participant of a migration has come, and asking for more time. */
  SPEAK_FOR_PARTICIPANT(
      Set.of(GOVERNANCE_ENGINEER),
      true,
      "Only who registered the consumer, the owner of the deriving product, the representative or"
          + " director of its domain, or a governance engineer may speak for it in a migration."),
  /** Granting or declining more time. */
  ANSWER_EXTENSION(
      Set.of(GOVERNANCE_ENGINEER),
      true,
      "Only the product's owner or a governance engineer may answer a request for more time."),
  /** Accepting, declining and delivering what was asked of a domain. */
  ANSWER_DATA_REQUEST(
      Set.of(GOVERNANCE_ENGINEER),
      true,
      "Only the owner of a product of the domain, its representative or director, or a governance"
          + " engineer may answer what is asked of it."),
  /** Taking a data request back. */
  WITHDRAW_DATA_REQUEST(Set.of(), true, "Only who asked may withdraw a data request."),
  /** Opening an incident. */
  OPEN_INCIDENT(
      Set.of(MACHINE, GOVERNANCE_ENGINEER),
      false,
      "Only a machine or a governance engineer may open an incident."),
  /** Taking an incident on. */
  ACKNOWLEDGE_INCIDENT(
      Set.of(GOVERNANCE_ENGINEER),
      true,
      "Only the product's owner, the assignee or a governance engineer may acknowledge its"
          + " incidents."),
  /** Giving an incident to a person. */
  ASSIGN_INCIDENT(
      Set.of(GOVERNANCE_ENGINEER),
      true,
      "Only the product's owner, the assignee or a governance engineer may assign its incidents."),
  /** Saying something about an incident. */
  COMMENT_ON_INCIDENT(
      Set.of(GOVERNANCE_ENGINEER, PRODUCT_OWNER, MACHINE),
      true,
      "Only a product owner, the assignee, a governance engineer or a machine may comment on an"
          + " incident."),
  /** Ending an incident. */
  RESOLVE_INCIDENT(
      Set.of(GOVERNANCE_ENGINEER),
      true,
      "Only the product's owner, the assignee or a governance engineer may resolve its incidents."),
  /** Ending an incident since the promise is measured as kept again. */
  RECOVER_INCIDENT(
      Set.of(), false, "Only the service itself, by what it measures, resolves as RECOVERED."),
  /** Tying incidents to each other, and telling those downstream. */
  RELATE_INCIDENT(
      Set.of(),
      false,
      "Only the service itself, by the lineage, attaches incidents and tells those downstream."),
  /** Telling that a window of a field is unusual. */
  DETECT_ANOMALY(
      Set.of(), false, "Only the service itself, by the profiles it is sent, tells of anomalies."),
  /** Taking an incident to the next person. */
  ESCALATE_INCIDENT(Set.of(), false, "Only the service itself, by the clock, escalates incidents."),
  /** Opening an incident again. */
  REOPEN_INCIDENT(
      Set.of(GOVERNANCE_ENGINEER),
      true,
      "Only the product's owner, the assignee or a governance engineer may reopen its incidents.");

  @SuppressWarnings("ImmutableEnumChecker") // each row passes a Set.of
  private final Set<Role> roles;

  private final boolean owner;
  private final String whoMay;

  Authority(Set<Role> roles, boolean owner, String whoMay) {
    this.roles = roles;
    this.owner = owner;
    this.whoMay = whoMay;
  }

  /** Whether the actor may, on the strength of a role alone. */
  public boolean permits(Actor actor) {
    return permits(actor, Set.of());
  }

  /**
   * Whether the actor may, by a role or as the person who answers for the product concerned.
   *
   * @param productOwner the product's owner, null where no product of that id is registered
   */
  public boolean permits(Actor actor, @Nullable ProductOwner productOwner) {
    return permits(actor, productOwner == null ? Set.of() : Set.of(productOwner.subject()));
  }

  /**
   * Whether the actor may, by a role or as one of the people who answer for what is concerned.
   *
   * @param answering empty where nobody does
   */
  public boolean permits(Actor actor, Set<Subject> answering) {
    return actor.has(Role.SYSTEM)
        || roles.stream().anyMatch(actor::has)
        || (owner && answering.contains(actor.subject()));
  }

  /** The refusal: {@code NOT_ALLOWED}, with a sentence that says who may. */
  public <E> Decision<E> refuse() {
    return Decision.reject(RejectionCode.NOT_ALLOWED, whoMay);
  }
}

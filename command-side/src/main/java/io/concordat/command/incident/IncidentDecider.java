package io.concordat.command.incident;

import io.concordat.command.Authority;
import io.concordat.command.incident.IncidentState.Acknowledged;
import io.concordat.command.incident.IncidentState.Known;
import io.concordat.command.incident.IncidentState.Open;
import io.concordat.command.incident.IncidentState.Resolved;
import io.concordat.command.incident.IncidentState.Unopened;
import io.concordat.messages.decision.Decision;
import io.concordat.messages.decision.DecisionContext;
import io.concordat.messages.decision.RejectionCode;
import io.concordat.messages.incident.AcknowledgeIncident;
import io.concordat.messages.incident.IncidentAcknowledged;
import io.concordat.messages.incident.IncidentCommand;
import io.concordat.messages.incident.IncidentEvent;
import io.concordat.messages.incident.IncidentId;
import io.concordat.messages.incident.IncidentOpened;
import io.concordat.messages.incident.IncidentResolved;
import io.concordat.messages.incident.OpenIncident;
import io.concordat.messages.incident.ResolveIncident;

/** The rules of incidents. */
final class IncidentDecider {

  private IncidentDecider() {}

  /** The answer to a command in a state. */
  static Decision<IncidentEvent> decide(
      IncidentState state, IncidentCommand command, DecisionContext context, IncidentFacts facts) {
    return switch (command) {
      case OpenIncident open -> open(state, open, context, facts);
      case AcknowledgeIncident acknowledge -> acknowledge(state, acknowledge, context, facts);
      case ResolveIncident resolve -> resolve(state, resolve, context, facts);
    };
  }

  /** The state after an event. */
  static IncidentState evolve(IncidentState state, IncidentEvent event) {
    return switch (event) {
      case IncidentOpened opened -> new Open(opened.product());
      case IncidentAcknowledged acknowledged -> new Acknowledged(known(state).product());
      case IncidentResolved resolved -> new Resolved(known(state).product());
    };
  }

  private static Decision<IncidentEvent> open(
      IncidentState state, OpenIncident command, DecisionContext context, IncidentFacts facts) {
    if (!Authority.OPEN_INCIDENT.permits(context.actor())) {
      return Authority.OPEN_INCIDENT.refuse();
    }
    if (state instanceof Known) {
      return Decision.reject(
          RejectionCode.INCIDENT_EXISTS,
          "An incident " + command.incident() + " was opened before; each needs an id of its own.");
    }
    if (facts.owner() == null) {
      return Decision.reject(
          RejectionCode.PRODUCT_NOT_FOUND,
          "No data product " + command.product() + " is registered.");
    }
    if (!facts.contractPublished()) {
      return Decision.reject(
          RejectionCode.CONTRACT_NOT_FOUND,
          "No version of the contract " + command.contract() + " has been published.");
    }
    return Decision.accept(
        new IncidentOpened(
            command.incident(),
            command.product(),
            command.contract(),
            command.commitment(),
            command.severity(),
            command.summary(),
            context.now(),
            context.actor().subject()));
  }

  private static Decision<IncidentEvent> acknowledge(
      IncidentState state,
      AcknowledgeIncident command,
      DecisionContext context,
      IncidentFacts facts) {
    if (!(state instanceof Known known)) {
      return notFound(command.incident());
    }
    if (!Authority.ACKNOWLEDGE_INCIDENT.permits(context.actor(), facts.owner())) {
      return Authority.ACKNOWLEDGE_INCIDENT.refuse();
    }
    return switch (known) {
      case Open(var _) ->
          Decision.accept(
              new IncidentAcknowledged(
                  command.incident(), context.now(), context.actor().subject()));
      case Acknowledged(var _) -> Decision.nothingToDo();
      case Resolved(var _) -> alreadyResolved(command.incident());
    };
  }

  private static Decision<IncidentEvent> resolve(
      IncidentState state, ResolveIncident command, DecisionContext context, IncidentFacts facts) {
    if (state instanceof Unopened) {
      return notFound(command.incident());
    }
    if (!Authority.RESOLVE_INCIDENT.permits(context.actor(), facts.owner())) {
      return Authority.RESOLVE_INCIDENT.refuse();
    }
    if (state instanceof Resolved) {
      return alreadyResolved(command.incident());
    }
    return Decision.accept(
        new IncidentResolved(
            command.incident(),
            command.cause(),
            command.note(),
            context.now(),
            context.actor().subject()));
  }

  private static Decision<IncidentEvent> notFound(IncidentId incident) {
    return Decision.reject(
        RejectionCode.INCIDENT_NOT_FOUND, "No incident " + incident + " was opened.");
  }

  private static Decision<IncidentEvent> alreadyResolved(IncidentId incident) {
    return Decision.reject(
        RejectionCode.INCIDENT_ALREADY_RESOLVED, "The incident " + incident + " is resolved.");
  }

  private static Known known(IncidentState state) {
    return switch (state) {
      case Known known -> known;
      case Unopened() ->
          throw new IllegalStateException("The stream does not begin with incident.opened");
    };
  }
}

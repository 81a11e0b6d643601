package io.concordat.eventstore;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import io.concordat.messages.decision.CommandRejected;
import io.concordat.messages.decision.DecisionContext;
import io.concordat.messages.decision.Rejection;
import io.concordat.messages.decision.RejectionCode;
import io.concordat.messages.incident.AcknowledgeIncident;
import io.concordat.messages.incident.IncidentAcknowledged;
import io.concordat.messages.incident.IncidentEvent;
import io.concordat.messages.incident.IncidentId;
import io.concordat.messages.incident.IncidentOpened;
import io.concordat.messages.incident.IncidentResolved;
import io.concordat.messages.incident.OpenIncident;
import io.concordat.messages.incident.ResolveIncident;
import io.concordat.messages.mesh.DomainRegistered;
import io.concordat.messages.mesh.RegisterDomain;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;

/** The least that uses every part of the event store; not the rules of the house. */
final class TestAggregates {

  static final String FOLLOWS = "follows ";
  private static final String HAS_TO_BE_RESOLVED = "has to be resolved";

  private TestAggregates() {}

  @Aggregate(
      type = "incident",
      cache = "aggregateCache",
      commandTargetResolver = "streamTargetResolver")
  static class Incidents {
    @AggregateIdentifier private String stream;
    private boolean open;
    private int events;

    Incidents() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(OpenIncident command, DecisionContext context) {
      if (events > 0) {
        throw new CommandRejected(new Rejection(RejectionCode.INCIDENT_EXISTS, "It was opened."));
      }
      apply(
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

    /** Never says no, so that many of them show races. */
    @CommandHandler
    void handle(AcknowledgeIncident command, DecisionContext context) {
      apply(new IncidentAcknowledged(command.incident(), context.now(), context.actor().subject()));
    }

    /**
     * A note that names a domain registers it in the same unit of work; one that names another
     * incident has that looked at, which has to be resolved.
     */
    @CommandHandler
    void handle(ResolveIncident command, DecisionContext context, CommandGateway gateway) {
      if (!open) {
        return;
      }
      if (HAS_TO_BE_RESOLVED.equals(command.note())) {
        throw new CommandRejected(new Rejection(RejectionCode.VOTING_STILL_OPEN, "It is open."));
      }
      IncidentId incident = command.incident();
      apply(
          new IncidentResolved(
              incident, command.cause(), command.note(), context.now(), context.actor().subject()));
      if (command.note() != null && command.note().startsWith(FOLLOWS)) {
        IncidentId other = IncidentId.of(command.note().substring(FOLLOWS.length()));
        gateway.sendAndWait(new ResolveIncident(other, command.cause(), HAS_TO_BE_RESOLVED));
      } else if (command.note() != null) {
        gateway.sendAndWait(
            new RegisterDomain(
                new io.concordat.messages.mesh.DomainId(command.note()), "A", "B", null));
      }
    }

    @EventSourcingHandler
    void on(IncidentEvent event) {
      stream = event.stream();
      open = !(event instanceof IncidentResolved);
      events++;
    }
  }

  @Aggregate(
      type = "domain",
      cache = "aggregateCache",
      commandTargetResolver = "streamTargetResolver")
  static class Domains {
    @AggregateIdentifier private String stream;

    Domains() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(RegisterDomain command, DecisionContext context) {
      if (stream != null) {
        return;
      }
      if (command.name().equals("nothing")) {
        return;
      }
      if (command.name().equals("refused")) {
        throw new CommandRejected(new Rejection(RejectionCode.NOT_ALLOWED, "As it was asked for."));
      }
      apply(
          new DomainRegistered(
              command.domain(),
              command.name(),
              command.description(),
              command.director(),
              context.now()));
    }

    @EventSourcingHandler
    void on(DomainRegistered event) {
      stream = event.stream();
    }
  }
}

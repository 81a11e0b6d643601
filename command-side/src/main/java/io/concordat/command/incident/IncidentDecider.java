package io.concordat.command.incident;

import io.concordat.command.Authority;
import io.concordat.command.incident.IncidentState.Acknowledged;
import io.concordat.command.incident.IncidentState.Known;
import io.concordat.command.incident.IncidentState.Open;
import io.concordat.command.incident.IncidentState.Resolved;
import io.concordat.command.incident.IncidentState.Unopened;
import io.concordat.messages.Subject;
import io.concordat.messages.anomaly.AnomalyKind;
import io.concordat.messages.decision.Decision;
import io.concordat.messages.decision.DecisionContext;
import io.concordat.messages.decision.RejectionCode;
import io.concordat.messages.incident.AcknowledgeIncident;
import io.concordat.messages.incident.AssignIncident;
import io.concordat.messages.incident.AttachIncident;
import io.concordat.messages.incident.CommentOnIncident;
import io.concordat.messages.incident.DownstreamTold;
import io.concordat.messages.incident.EscalateIncident;
import io.concordat.messages.incident.EscalationLevel;
import io.concordat.messages.incident.IncidentAcknowledged;
import io.concordat.messages.incident.IncidentAssigned;
import io.concordat.messages.incident.IncidentAttached;
import io.concordat.messages.incident.IncidentCommand;
import io.concordat.messages.incident.IncidentCommented;
import io.concordat.messages.incident.IncidentEscalated;
import io.concordat.messages.incident.IncidentEvent;
import io.concordat.messages.incident.IncidentId;
import io.concordat.messages.incident.IncidentOpened;
import io.concordat.messages.incident.IncidentReopened;
import io.concordat.messages.incident.IncidentResolved;
import io.concordat.messages.incident.OpenIncident;
import io.concordat.messages.incident.ReopenIncident;
import io.concordat.messages.incident.ResolutionCause;
import io.concordat.messages.incident.ResolveIncident;
import io.concordat.messages.incident.TellDownstream;
import io.concordat.messages.mesh.ProductOwner;
import java.time.Instant;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The rules of incidents. */
final class IncidentDecider {

  /** So that one incident stays a document that can be read at once. */
  static final int COMMENTS_MOST = 1_000;

  private IncidentDecider() {}

  /** The answer to a command in a state. */
  static Decision<IncidentEvent> decide(
      IncidentState state, IncidentCommand command, DecisionContext context, IncidentFacts facts) {
    return switch (state) {
      case Unopened() ->
          command instanceof OpenIncident open ? open(open, context, facts) : notFound(command);
      case Known known -> decide(known, command, context, facts);
    };
  }

  /** The state after an event. */
  static IncidentState evolve(IncidentState state, IncidentEvent event) {
    return switch (event) {
      case IncidentOpened opened ->
          new Known(opened.product(), null, 0, null, false, null, new Open());
      case IncidentAcknowledged _ -> known(state).as(new Acknowledged());
      case IncidentAssigned assigned -> known(state).of(assigned.assignee());
      case IncidentCommented _ -> known(state).commented();
      case IncidentResolved resolved -> known(state).as(new Resolved(resolved.resolvedAt()));
      case IncidentReopened _ -> known(state).openedAgain();
      case IncidentAttached attached -> known(state).attachedTo(attached.root());
      case DownstreamTold _ -> known(state).downstreamTold();
      case IncidentEscalated escalated -> known(state).escalatedTo(escalated.level());
    };
  }

  private static Decision<IncidentEvent> decide(
      Known state, IncidentCommand command, DecisionContext context, IncidentFacts facts) {
    Set<Subject> answering = answering(state, facts);
    return switch (command) {
      case OpenIncident open -> openAgain(open, context);
      case AcknowledgeIncident acknowledge -> acknowledge(state, acknowledge, context, answering);
      case AssignIncident assign -> assign(state, assign, context, answering);
      case CommentOnIncident comment -> comment(state, comment, context, answering);
      case ResolveIncident resolve -> resolve(state, resolve, context, answering);
      case ReopenIncident reopen -> reopen(state, reopen, context, answering);
      case AttachIncident attach -> attach(state, attach, context);
      case TellDownstream tell -> tell(state, tell, context);
      case EscalateIncident escalate -> escalate(state, escalate, context);
    };
  }

  private static Set<Subject> answering(Known state, IncidentFacts facts) {
    ProductOwner owner = facts.owner();
    return Stream.of(owner == null ? null : owner.subject(), state.assignee())
        .filter(Objects::nonNull)
        .collect(Collectors.toUnmodifiableSet());
  }

  private static Decision<IncidentEvent> open(
      OpenIncident command, DecisionContext context, IncidentFacts facts) {
    if (!Authority.OPEN_INCIDENT.permits(context.actor())) {
      return Authority.OPEN_INCIDENT.refuse();
    }
    if (AnomalyKind.isCommitment(command.commitment())
        && !Authority.DETECT_ANOMALY.permits(context.actor())) {
      return Authority.DETECT_ANOMALY.refuse();
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
            context.actor().subject(),
            since(command.brokenSince(), context.now())));
  }

  private static @Nullable Instant since(@Nullable Instant broken, Instant now) {
    return broken != null && broken.isAfter(now) ? now : broken;
  }

  private static Decision<IncidentEvent> openAgain(OpenIncident command, DecisionContext context) {
    if (!Authority.OPEN_INCIDENT.permits(context.actor())) {
      return Authority.OPEN_INCIDENT.refuse();
    }
    return Decision.reject(
        RejectionCode.INCIDENT_EXISTS,
        "An incident " + command.incident() + " was opened before; each needs an id of its own.");
  }

  private static Decision<IncidentEvent> acknowledge(
      Known state, AcknowledgeIncident command, DecisionContext context, Set<Subject> answering) {
    if (!Authority.ACKNOWLEDGE_INCIDENT.permits(context.actor(), answering)) {
      return Authority.ACKNOWLEDGE_INCIDENT.refuse();
    }
    return switch (state.standing()) {
      case Open() ->
          Decision.accept(
              new IncidentAcknowledged(
                  command.incident(), context.now(), context.actor().subject()));
      case Acknowledged() -> Decision.nothingToDo();
      case Resolved(var _) -> alreadyResolved(command.incident());
    };
  }

  private static Decision<IncidentEvent> assign(
      Known state, AssignIncident command, DecisionContext context, Set<Subject> answering) {
    if (!Authority.ASSIGN_INCIDENT.permits(context.actor(), answering)) {
      return Authority.ASSIGN_INCIDENT.refuse();
    }
    if (state.standing() instanceof Resolved) {
      return alreadyResolved(command.incident());
    }
    if (command.assignee().equals(state.assignee())) {
      return Decision.nothingToDo();
    }
    return Decision.accept(
        new IncidentAssigned(
            command.incident(), command.assignee(), context.now(), context.actor().subject()));
  }

  private static Decision<IncidentEvent> comment(
      Known state, CommentOnIncident command, DecisionContext context, Set<Subject> answering) {
    if (!Authority.COMMENT_ON_INCIDENT.permits(context.actor(), answering)) {
      return Authority.COMMENT_ON_INCIDENT.refuse();
    }
    if (state.comments() >= COMMENTS_MOST) {
      return Decision.reject(
          RejectionCode.INCIDENT_COMMENTS_FULL,
          "The incident " + command.incident() + " has " + state.comments() + " comments already.");
    }
    return Decision.accept(
        new IncidentCommented(
            command.incident(), command.text(), context.now(), context.actor().subject()));
  }

  private static Decision<IncidentEvent> resolve(
      Known state, ResolveIncident command, DecisionContext context, Set<Subject> answering) {
    if (!Authority.RESOLVE_INCIDENT.permits(context.actor(), answering)) {
      return Authority.RESOLVE_INCIDENT.refuse();
    }
    if (command.cause() == ResolutionCause.RECOVERED
        && !Authority.RECOVER_INCIDENT.permits(context.actor())) {
      return Authority.RECOVER_INCIDENT.refuse();
    }
    if (state.standing() instanceof Resolved) {
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

  private static Decision<IncidentEvent> reopen(
      Known state, ReopenIncident command, DecisionContext context, Set<Subject> answering) {
    if (!Authority.REOPEN_INCIDENT.permits(context.actor(), answering)) {
      return Authority.REOPEN_INCIDENT.refuse();
    }
    if (!(state.standing() instanceof Resolved(var resolvedAt))) {
      return Decision.nothingToDo();
    }
    if (context.now().isAfter(resolvedAt.plus(ReopenIncident.WINDOW))) {
      return Decision.reject(
          RejectionCode.INCIDENT_REOPENED_TOO_LATE,
          "The incident "
              + command.incident()
              + " was resolved at "
              + resolvedAt
              + ", more than 24 hours ago; what is broken now is an incident of its own.");
    }
    return Decision.accept(
        new IncidentReopened(
            command.incident(), command.reason(), context.now(), context.actor().subject()));
  }

  private static Decision<IncidentEvent> attach(
      Known state, AttachIncident command, DecisionContext context) {
    if (!Authority.RELATE_INCIDENT.permits(context.actor())) {
      return Authority.RELATE_INCIDENT.refuse();
    }
    if (state.root() != null
        || state.standing() instanceof Resolved
        || command.root().equals(command.incident())) {
      return Decision.nothingToDo();
    }
    return Decision.accept(
        new IncidentAttached(
            command.incident(), command.root(), context.now(), context.actor().subject()));
  }

  private static Decision<IncidentEvent> tell(
      Known state, TellDownstream command, DecisionContext context) {
    if (!Authority.RELATE_INCIDENT.permits(context.actor())) {
      return Authority.RELATE_INCIDENT.refuse();
    }
    if (state.told() || state.root() != null || state.standing() instanceof Resolved) {
      return Decision.nothingToDo();
    }
    return Decision.accept(
        new DownstreamTold(
            command.incident(), command.readers(), context.now(), context.actor().subject()));
  }

  private static Decision<IncidentEvent> escalate(
      Known state, EscalateIncident command, DecisionContext context) {
    if (!Authority.ESCALATE_INCIDENT.permits(context.actor())) {
      return Authority.ESCALATE_INCIDENT.refuse();
    }
    EscalationLevel before = state.escalated();
    if (!(state.standing() instanceof Open)
        || (before != null && before.compareTo(command.level()) >= 0)) {
      return Decision.nothingToDo();
    }
    return Decision.accept(
        new IncidentEscalated(
            command.incident(),
            command.level(),
            command.to(),
            context.now(),
            context.actor().subject()));
  }

  private static Decision<IncidentEvent> notFound(IncidentCommand command) {
    return Decision.reject(
        RejectionCode.INCIDENT_NOT_FOUND,
        "No incident "
            + command.stream().substring(command.stream().indexOf(':') + 1)
            + " was opened.");
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

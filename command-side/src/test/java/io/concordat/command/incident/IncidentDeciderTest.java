package io.concordat.command.incident;

import static io.concordat.command.Answers.assertAccepted;
import static io.concordat.command.Answers.assertRejected;
import static io.concordat.command.Callers.NOW;
import static io.concordat.command.Callers.as;
import static io.concordat.command.Callers.owner;
import static io.concordat.command.FakeMesh.ANSWERS_FOR_SETTLEMENTS;
import static io.concordat.command.FakeMesh.DAILY;
import static io.concordat.command.FakeMesh.SETTLEMENTS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.concordat.command.Callers;
import io.concordat.command.FakeMesh;
import io.concordat.messages.Subject;
import io.concordat.messages.decision.DecisionContext;
import io.concordat.messages.decision.RejectionCode;
import io.concordat.messages.decision.Role;
import io.concordat.messages.incident.AcknowledgeIncident;
import io.concordat.messages.incident.AssignIncident;
import io.concordat.messages.incident.AttachIncident;
import io.concordat.messages.incident.CommentOnIncident;
import io.concordat.messages.incident.DownstreamReader;
import io.concordat.messages.incident.DownstreamTold;
import io.concordat.messages.incident.IncidentAcknowledged;
import io.concordat.messages.incident.IncidentAssigned;
import io.concordat.messages.incident.IncidentAttached;
import io.concordat.messages.incident.IncidentCommand;
import io.concordat.messages.incident.IncidentCommented;
import io.concordat.messages.incident.IncidentEvent;
import io.concordat.messages.incident.IncidentId;
import io.concordat.messages.incident.IncidentOpened;
import io.concordat.messages.incident.IncidentReopened;
import io.concordat.messages.incident.IncidentResolved;
import io.concordat.messages.incident.IncidentSeverity;
import io.concordat.messages.incident.OpenIncident;
import io.concordat.messages.incident.ReopenIncident;
import io.concordat.messages.incident.ResolutionCause;
import io.concordat.messages.incident.ResolveIncident;
import io.concordat.messages.incident.TellDownstream;
import io.concordat.messages.mesh.DomainId;
import io.concordat.messages.mesh.LineageNodeKind;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class IncidentDeciderTest {

  static final IncidentId ID = IncidentId.of("01935b6e-0a4b-7c3d-8e9f-0123456789ab");
  static final DecisionContext MACHINE = as(Role.MACHINE);
  static final OpenIncident OPEN =
      new OpenIncident(
          ID, SETTLEMENTS, DAILY, "freshness", IncidentSeverity.HIGH, "Nothing since 04:00.");
  static final IncidentOpened OPENED =
      new IncidentOpened(
          ID,
          SETTLEMENTS,
          DAILY,
          "freshness",
          IncidentSeverity.HIGH,
          "Nothing since 04:00.",
          NOW,
          new Subject("machine"));
  static final AcknowledgeIncident ACKNOWLEDGE = new AcknowledgeIncident(ID);
  static final IncidentAcknowledged ACKNOWLEDGED = new IncidentAcknowledged(ID, NOW, Callers.OWNER);
  static final ResolveIncident RESOLVE =
      new ResolveIncident(ID, ResolutionCause.FIXED, "Restarted the export.");
  static final IncidentResolved RESOLVED =
      new IncidentResolved(ID, ResolutionCause.FIXED, "Restarted the export.", NOW, Callers.OWNER);

  static final Subject DORA = new Subject("dora");
  static final AssignIncident ASSIGN = new AssignIncident(ID, DORA);
  static final IncidentAssigned ASSIGNED = new IncidentAssigned(ID, DORA, NOW, Callers.OWNER);
  static final CommentOnIncident COMMENT = new CommentOnIncident(ID, "The export is stuck.");
  static final IncidentCommented COMMENTED =
      new IncidentCommented(ID, "The export is stuck.", NOW, Callers.OWNER);
  static final ReopenIncident REOPEN = new ReopenIncident(ID, "Late again.");
  static final IncidentReopened REOPENED =
      new IncidentReopened(ID, "Late again.", NOW, Callers.OWNER);
  static final ResolveIncident RECOVER = new ResolveIncident(ID, ResolutionCause.RECOVERED, null);

  static final IncidentId ROOT = IncidentId.of("01935b6e-0a4b-7c3d-8e9f-0123456789ac");
  static final AttachIncident ATTACH = new AttachIncident(ID, ROOT);
  static final IncidentAttached ATTACHED =
      new IncidentAttached(ID, ROOT, NOW, new Subject("system"));
  static final TellDownstream TELL =
      new TellDownstream(
          ID,
          List.of(
              new DownstreamReader(
                  "finance:cfo", LineageNodeKind.DASHBOARD, new DomainId("finance"), 1)));
  static final DownstreamTold TOLD =
      new DownstreamTold(ID, TELL.readers(), NOW, new Subject("system"));

  private static final DecisionContext ASSIGNEE = as("dora", Role.VIEWER);
  private static final DecisionContext SERVICE = as(Role.SYSTEM);
  private static final IncidentFacts FACTS = new IncidentFacts(ANSWERS_FOR_SETTLEMENTS, true);
  private static final IncidentState NONE = after();

  private static IncidentState after(IncidentEvent... events) {
    IncidentState state = new IncidentState.Unopened();
    for (IncidentEvent event : events) {
      state = IncidentDecider.evolve(state, event);
    }
    return state;
  }

  /** That the incident ended so long ago. */
  private static IncidentResolved resolved(Duration ago) {
    return new IncidentResolved(ID, ResolutionCause.FIXED, null, NOW.minus(ago), Callers.OWNER);
  }

  private static OpenIncident open(Instant brokenSince) {
    return new OpenIncident(
        ID, SETTLEMENTS, DAILY, "freshness", IncidentSeverity.LOW, "Late.", brokenSince);
  }

  private static IncidentOpened opened(Instant brokenSince) {
    return new IncidentOpened(
        ID,
        SETTLEMENTS,
        DAILY,
        "freshness",
        IncidentSeverity.LOW,
        "Late.",
        NOW,
        new Subject("machine"),
        brokenSince);
  }

  static Stream<Arguments> accepted() {
    return Stream.of(
        arguments(NONE, OPEN, MACHINE, OPENED),
        arguments(NONE, open(NOW.minusSeconds(60)), MACHINE, opened(NOW.minusSeconds(60))),
        arguments(NONE, open(NOW.plusSeconds(60)), MACHINE, opened(NOW)),
        arguments(after(OPENED), ACKNOWLEDGE, owner(), ACKNOWLEDGED),
        arguments(after(OPENED), RESOLVE, owner(), RESOLVED),
        arguments(after(OPENED, ACKNOWLEDGED), RESOLVE, owner(), RESOLVED),
        arguments(after(OPENED), ASSIGN, owner(), ASSIGNED),
        arguments(after(OPENED, ACKNOWLEDGED), ASSIGN, owner(), ASSIGNED),
        arguments(
            after(OPENED, ASSIGNED),
            new AssignIncident(ID, Callers.OWNER),
            owner(),
            new IncidentAssigned(ID, Callers.OWNER, NOW, Callers.OWNER)),
        arguments(
            after(OPENED, ASSIGNED),
            ACKNOWLEDGE,
            ASSIGNEE,
            new IncidentAcknowledged(ID, NOW, DORA)),
        arguments(
            after(OPENED, ASSIGNED, RESOLVED),
            REOPEN,
            ASSIGNEE,
            new IncidentReopened(ID, "Late again.", NOW, DORA)),
        arguments(after(OPENED), COMMENT, owner(), COMMENTED),
        arguments(after(OPENED, RESOLVED), COMMENT, owner(), COMMENTED),
        arguments(
            after(OPENED),
            COMMENT,
            as("owner-orders", Role.PRODUCT_OWNER),
            new IncidentCommented(ID, "The export is stuck.", NOW, new Subject("owner-orders"))),
        arguments(
            after(OPENED),
            RECOVER,
            SERVICE,
            new IncidentResolved(ID, ResolutionCause.RECOVERED, null, NOW, new Subject("system"))),
        arguments(after(OPENED, TOLD), ATTACH, SERVICE, ATTACHED),
        arguments(after(OPENED, ACKNOWLEDGED), TELL, SERVICE, TOLD),
        arguments(after(OPENED, RESOLVED), REOPEN, owner(), REOPENED),
        arguments(after(OPENED, resolved(Duration.ofHours(24))), REOPEN, owner(), REOPENED),
        arguments(after(OPENED, RESOLVED, REOPENED), ACKNOWLEDGE, owner(), ACKNOWLEDGED),
        arguments(after(OPENED, RESOLVED, REOPENED), RESOLVE, owner(), RESOLVED),
        arguments(
            after(OPENED),
            ACKNOWLEDGE,
            as(Role.GOVERNANCE_ENGINEER),
            new IncidentAcknowledged(ID, NOW, new Subject("governance_engineer"))));
  }

  @ParameterizedTest
  @MethodSource("accepted")
  void isAccepted(
      IncidentState state, IncidentCommand command, DecisionContext context, IncidentEvent event) {
    assertAccepted(IncidentDecider.decide(state, command, context, FACTS), event);
  }

  @Test
  void acknowledgingASecondTimeChangesNothing() {
    assertAccepted(
        IncidentDecider.decide(after(OPENED, ACKNOWLEDGED), ACKNOWLEDGE, owner(), FACTS));
  }

  @Test
  void whatIsSoAlreadyChangesNothing() {
    assertAccepted(IncidentDecider.decide(after(OPENED, ASSIGNED), ASSIGN, owner(), FACTS));
    assertAccepted(IncidentDecider.decide(after(OPENED), REOPEN, owner(), FACTS));
    assertAccepted(
        IncidentDecider.decide(after(OPENED, RESOLVED, REOPENED), REOPEN, owner(), FACTS));
  }

  @Test
  void itIsAttachedAndToldOnceAndNotAfterItsEnd() {
    for (IncidentState state :
        List.of(
            after(OPENED, ATTACHED),
            after(OPENED, RESOLVED),
            after(OPENED, ATTACHED, RESOLVED, REOPENED))) {
      assertAccepted(IncidentDecider.decide(state, ATTACH, SERVICE, FACTS));
      assertAccepted(IncidentDecider.decide(state, TELL, SERVICE, FACTS));
    }
    assertAccepted(
        IncidentDecider.decide(after(OPENED, TOLD, RESOLVED, REOPENED), TELL, SERVICE, FACTS));
    assertAccepted(
        IncidentDecider.decide(after(OPENED), new AttachIncident(ID, ID), SERVICE, FACTS));
  }

  @Test
  void commentsHaveAnEnd() {
    IncidentState state = after(OPENED);
    for (int comment = 1; comment < IncidentDecider.COMMENTS_MOST; comment++) {
      state = IncidentDecider.evolve(state, COMMENTED);
    }
    assertAccepted(IncidentDecider.decide(state, COMMENT, owner(), FACTS), COMMENTED);
    assertRejected(
        IncidentDecider.decide(IncidentDecider.evolve(state, COMMENTED), COMMENT, owner(), FACTS),
        RejectionCode.INCIDENT_COMMENTS_FULL,
        "1000");
  }

  static Stream<Arguments> rejected() {
    DecisionContext otherOwner = as("owner-orders", Role.PRODUCT_OWNER);
    IncidentFacts noProduct = new IncidentFacts(null, true);
    IncidentFacts noContract = new IncidentFacts(ANSWERS_FOR_SETTLEMENTS, false);
    return Stream.of(
        arguments(NONE, OPEN, owner(), FACTS, RejectionCode.NOT_ALLOWED, "machine"),
        arguments(
            NONE,
            OPEN,
            MACHINE,
            noProduct,
            RejectionCode.PRODUCT_NOT_FOUND,
            "payments/settlements"),
        arguments(
            NONE,
            OPEN,
            MACHINE,
            noContract,
            RejectionCode.CONTRACT_NOT_FOUND,
            "payments/settlements/daily"),
        arguments(
            after(OPENED), OPEN, MACHINE, FACTS, RejectionCode.INCIDENT_EXISTS, ID.toString()),
        arguments(
            after(OPENED, RESOLVED),
            OPEN,
            MACHINE,
            FACTS,
            RejectionCode.INCIDENT_EXISTS,
            ID.toString()),
        arguments(
            NONE, ACKNOWLEDGE, owner(), noProduct, RejectionCode.INCIDENT_NOT_FOUND, "opened"),
        arguments(NONE, RESOLVE, owner(), noProduct, RejectionCode.INCIDENT_NOT_FOUND, "opened"),
        arguments(
            after(OPENED), ACKNOWLEDGE, otherOwner, FACTS, RejectionCode.NOT_ALLOWED, "owner"),
        arguments(after(OPENED), RESOLVE, otherOwner, FACTS, RejectionCode.NOT_ALLOWED, "owner"),
        arguments(after(OPENED), RESOLVE, MACHINE, FACTS, RejectionCode.NOT_ALLOWED, "owner"),
        arguments(
            after(OPENED), RECOVER, owner(), FACTS, RejectionCode.NOT_ALLOWED, "service itself"),
        arguments(after(OPENED), ASSIGN, otherOwner, FACTS, RejectionCode.NOT_ALLOWED, "assignee"),
        arguments(
            after(OPENED, ASSIGNED, new IncidentAssigned(ID, Callers.OWNER, NOW, Callers.OWNER)),
            RESOLVE,
            ASSIGNEE,
            FACTS,
            RejectionCode.NOT_ALLOWED,
            "assignee"),
        arguments(after(OPENED), COMMENT, ASSIGNEE, FACTS, RejectionCode.NOT_ALLOWED, "comment"),
        arguments(
            after(OPENED, RESOLVED),
            REOPEN,
            otherOwner,
            FACTS,
            RejectionCode.NOT_ALLOWED,
            "reopen"),
        arguments(NONE, ATTACH, SERVICE, noProduct, RejectionCode.INCIDENT_NOT_FOUND, "opened"),
        arguments(after(OPENED), ATTACH, MACHINE, FACTS, RejectionCode.NOT_ALLOWED, "service"),
        arguments(after(OPENED), TELL, owner(), FACTS, RejectionCode.NOT_ALLOWED, "service"),
        arguments(NONE, ASSIGN, owner(), noProduct, RejectionCode.INCIDENT_NOT_FOUND, "opened"),
        arguments(NONE, COMMENT, owner(), noProduct, RejectionCode.INCIDENT_NOT_FOUND, "opened"),
        arguments(NONE, REOPEN, owner(), noProduct, RejectionCode.INCIDENT_NOT_FOUND, "opened"),
        arguments(
            after(OPENED, RESOLVED),
            ASSIGN,
            owner(),
            FACTS,
            RejectionCode.INCIDENT_ALREADY_RESOLVED,
            ID.toString()),
        arguments(
            after(OPENED, resolved(Duration.ofHours(24).plusMillis(1))),
            REOPEN,
            owner(),
            FACTS,
            RejectionCode.INCIDENT_REOPENED_TOO_LATE,
            ID.toString()),
        arguments(
            after(OPENED, RESOLVED),
            ACKNOWLEDGE,
            owner(),
            FACTS,
            RejectionCode.INCIDENT_ALREADY_RESOLVED,
            ID.toString()),
        arguments(
            after(OPENED, RESOLVED),
            RESOLVE,
            owner(),
            FACTS,
            RejectionCode.INCIDENT_ALREADY_RESOLVED,
            ID.toString()));
  }

  @ParameterizedTest
  @MethodSource("rejected")
  void isRejected(
      IncidentState state,
      IncidentCommand command,
      DecisionContext context,
      IncidentFacts facts,
      RejectionCode code,
      String mentioned) {
    assertRejected(IncidentDecider.decide(state, command, context, facts), code, mentioned);
  }

  @Test
  void anIncidentOfAWholeProductNeedsNoContract() {
    OpenIncident command =
        new OpenIncident(ID, SETTLEMENTS, null, "freshness", IncidentSeverity.LOW, "Late.");

    assertThat(IncidentFacts.of(command, new FakeMesh())).isEqualTo(FACTS);
  }

  @Test
  void aStreamThatDoesNotBeginWithOpenedIsAFault() {
    assertThatIllegalStateException().isThrownBy(() -> after(ACKNOWLEDGED));
  }
}

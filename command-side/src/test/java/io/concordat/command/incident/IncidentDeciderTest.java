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
import io.concordat.messages.incident.IncidentAcknowledged;
import io.concordat.messages.incident.IncidentCommand;
import io.concordat.messages.incident.IncidentEvent;
import io.concordat.messages.incident.IncidentId;
import io.concordat.messages.incident.IncidentOpened;
import io.concordat.messages.incident.IncidentResolved;
import io.concordat.messages.incident.IncidentSeverity;
import io.concordat.messages.incident.OpenIncident;
import io.concordat.messages.incident.ResolutionCause;
import io.concordat.messages.incident.ResolveIncident;
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

  private static final IncidentFacts FACTS = new IncidentFacts(ANSWERS_FOR_SETTLEMENTS, true);
  private static final IncidentState NONE = after();

  private static IncidentState after(IncidentEvent... events) {
    IncidentState state = new IncidentState.Unopened();
    for (IncidentEvent event : events) {
      state = IncidentDecider.evolve(state, event);
    }
    return state;
  }

  static Stream<Arguments> accepted() {
    return Stream.of(
        arguments(NONE, OPEN, MACHINE, OPENED),
        arguments(after(OPENED), ACKNOWLEDGE, owner(), ACKNOWLEDGED),
        arguments(after(OPENED), RESOLVE, owner(), RESOLVED),
        arguments(after(OPENED, ACKNOWLEDGED), RESOLVE, owner(), RESOLVED),
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

package io.concordat.command.incident;

import static io.concordat.command.incident.IncidentDeciderTest.ACKNOWLEDGED;
import static io.concordat.command.incident.IncidentDeciderTest.ID;
import static io.concordat.command.incident.IncidentDeciderTest.OPENED;
import static io.concordat.command.incident.IncidentDeciderTest.REOPENED;
import static io.concordat.command.incident.IncidentDeciderTest.RESOLVED;
import static org.assertj.core.api.Assertions.assertThat;

import io.concordat.command.Authority;
import io.concordat.messages.Subject;
import io.concordat.messages.decision.Actor;
import io.concordat.messages.decision.Decision;
import io.concordat.messages.decision.DecisionContext;
import io.concordat.messages.decision.RejectionCode;
import io.concordat.messages.decision.Role;
import io.concordat.messages.incident.EscalateIncident;
import io.concordat.messages.incident.EscalationLevel;
import io.concordat.messages.incident.IncidentEscalated;
import io.concordat.messages.incident.IncidentEvent;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** An incident that nobody acknowledges is taken to each level once. */
class IncidentEscalationTest {

  private static final Instant NOW = Instant.parse("2026-03-01T10:30:00Z");
  private static final Subject BEN = new Subject("ben");
  private static final IncidentFacts FACTS = new IncidentFacts(null, true);

  @Test
  void itIsTakenFromOneToTheNext() {
    assertThat(escalate(EscalationLevel.OWNER, OPENED))
        .isEqualTo(Decision.accept(escalated(EscalationLevel.OWNER)));
    assertThat(escalate(EscalationLevel.REPRESENTATIVE, OPENED, escalated(EscalationLevel.OWNER)))
        .isEqualTo(Decision.accept(escalated(EscalationLevel.REPRESENTATIVE)));
  }

  @Test
  void toOneLevelOnlyOnceAndNeverBack() {
    for (EscalationLevel before : EscalationLevel.values()) {
      for (EscalationLevel level : EscalationLevel.values()) {
        if (level.compareTo(before) <= 0) {
          assertThat(escalate(level, OPENED, escalated(before))).isEqualTo(Decision.nothingToDo());
        }
      }
    }
  }

  @Test
  void notWhereSomebodyIsOnItOrItIsOver() {
    assertThat(escalate(EscalationLevel.OWNER, OPENED, ACKNOWLEDGED))
        .isEqualTo(Decision.nothingToDo());
    assertThat(escalate(EscalationLevel.OWNER, OPENED, RESOLVED)).isEqualTo(Decision.nothingToDo());
  }

  @Test
  void openedAgainItBeginsAgain() {
    assertThat(
            escalate(
                EscalationLevel.OWNER,
                OPENED,
                escalated(EscalationLevel.DIRECTOR),
                RESOLVED,
                REOPENED))
        .isEqualTo(Decision.accept(escalated(EscalationLevel.OWNER)));
  }

  @Test
  void onlyByTheServiceItself() {
    assertThat(decide(Role.GOVERNANCE_ENGINEER, EscalationLevel.OWNER, OPENED))
        .isEqualTo(Authority.ESCALATE_INCIDENT.refuse());
    assertThat(escalate(EscalationLevel.OWNER))
        .isInstanceOfSatisfying(
            Decision.Rejected.class,
            no -> assertThat(no.rejection().code()).isEqualTo(RejectionCode.INCIDENT_NOT_FOUND));
  }

  private static Decision<IncidentEvent> escalate(EscalationLevel level, IncidentEvent... before) {
    return decide(Role.SYSTEM, level, before);
  }

  private static Decision<IncidentEvent> decide(
      Role role, EscalationLevel level, IncidentEvent... before) {
    IncidentState state = new IncidentState.Unopened();
    for (IncidentEvent event : before) {
      state = IncidentDecider.evolve(state, event);
    }
    return IncidentDecider.decide(
        state,
        new EscalateIncident(ID, level, BEN),
        new DecisionContext(NOW, new Actor(new Subject("system"), Set.of(role))),
        FACTS);
  }

  private static IncidentEscalated escalated(EscalationLevel level) {
    return new IncidentEscalated(ID, level, BEN, NOW, new Subject("system"));
  }
}

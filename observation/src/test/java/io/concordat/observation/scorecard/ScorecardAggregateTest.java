package io.concordat.observation.scorecard;

import static io.concordat.observation.scorecard.Figures.OCTOBER;
import static io.concordat.observation.scorecard.Figures.checks;
import static io.concordat.observation.scorecard.Figures.october;
import static org.hamcrest.CoreMatchers.startsWith;

import io.concordat.messages.Command;
import io.concordat.messages.Subject;
import io.concordat.messages.decision.Actor;
import io.concordat.messages.decision.CommandRejected;
import io.concordat.messages.decision.DecisionContext;
import io.concordat.messages.decision.RejectionCode;
import io.concordat.messages.decision.Role;
import io.concordat.messages.mesh.DomainId;
import io.concordat.messages.scorecard.DomainEscalated;
import io.concordat.messages.scorecard.DomainFigures;
import io.concordat.messages.scorecard.MonthFigures;
import io.concordat.messages.scorecard.PublishScorecard;
import io.concordat.messages.scorecard.ScorecardFormula;
import io.concordat.messages.scorecard.ScorecardPublished;
import io.concordat.messages.scorecard.ScorecardPublished.NotMeasured;
import io.concordat.observation.MonthLedger;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.axonframework.modelling.command.VersionedAggregateIdentifier;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.axonframework.test.aggregate.ResultValidator;
import org.junit.jupiter.api.Test;

class ScorecardAggregateTest {

  private static final Instant DUE = Instant.parse("2026-11-02T00:00:00Z");
  private static final Subject PERSON = new Subject("person");
  private static final Map<DomainId, DomainFigures> MESH =
      Map.of(
          new DomainId("finance"), checks(99, 1),
          new DomainId("fraud"), checks(0, 0, 4),
          new DomainId("ledger"), checks(9, 1, 1),
          new DomainId("payments"), checks(94, 6, 2));

  @Test
  void aMonthIsClosedAndWhoHasBeenInNeedForThreeMonthsIsEscalated() {
    fixture(Role.SYSTEM, DUE, october(MESH))
        .givenNoPriorActivity()
        .when(new PublishScorecard(OCTOBER))
        .expectEvents(
            published(),
            new DomainEscalated(
                new DomainId("payments"), OCTOBER, new Subject("director"), 3, 94, DUE));
  }

  @Test
  void aSecondTimeChangesNothingWhateverIsCountedByThen() {
    fixture(
            Role.GOVERNANCE_ENGINEER,
            DUE.plusSeconds(9),
            october(Map.of(new DomainId("finance"), checks(1, 1))))
        .given(published())
        .when(new PublishScorecard(OCTOBER))
        .expectSuccessfulHandlerExecution()
        .expectNoEvents();
  }

  @Test
  void aMonthIsNotClosedBeforeItsTimeAndNobodyIsAskedForIt() {
    MonthLedger unasked =
        _ -> {
          throw new AssertionError("nobody asks");
        };
    refused(
        fixture(Role.SYSTEM, DUE.minusMillis(1), unasked)
            .givenNoPriorActivity()
            .when(new PublishScorecard(OCTOBER)),
        RejectionCode.SCORECARD_NOT_DUE);
  }

  @Test
  void anEarlierMonthIsClosedFirst() {
    refused(
        fixture(Role.SYSTEM, DUE, new MonthFigures(OCTOBER, MESH, YearMonth.of(2026, 8)))
            .givenNoPriorActivity()
            .when(new PublishScorecard(OCTOBER)),
        RejectionCode.SCORECARD_EARLIER_OPEN);
  }

  @Test
  void aMonthWithoutChecksIsNotAnnounced() {
    refused(
        fixture(Role.SYSTEM, DUE, october(Map.of(new DomainId("finance"), checks(0, 0))))
            .givenNoPriorActivity()
            .when(new PublishScorecard(OCTOBER)),
        RejectionCode.SCORECARD_EMPTY);
  }

  @Test
  void aMachineDoesNotCloseMonths() {
    refused(
        fixture(Role.MACHINE, DUE, october(MESH))
            .givenNoPriorActivity()
            .when(new PublishScorecard(OCTOBER)),
        RejectionCode.NOT_ALLOWED);
  }

  private static ScorecardPublished published() {
    ScorecardFormula.Ranking ranking = ScorecardFormula.rank(MESH);
    return new ScorecardPublished(
        OCTOBER, ranking.rows(), List.of(new NotMeasured(new DomainId("fraud"), 4)), DUE, PERSON);
  }

  private static void refused(ResultValidator<ScorecardAggregate> result, RejectionCode code) {
    result
        .expectNoEvents()
        .expectException(CommandRejected.class)
        .expectExceptionMessage(startsWith(code + ": "));
  }

  private static FixtureConfiguration<ScorecardAggregate> fixture(
      Role role, Instant now, MonthFigures figures) {
    return fixture(role, now, (MonthLedger) _ -> figures);
  }

  private static FixtureConfiguration<ScorecardAggregate> fixture(
      Role role, Instant now, MonthLedger ledger) {
    FixtureConfiguration<ScorecardAggregate> fixture =
        new AggregateTestFixture<>(ScorecardAggregate.class);
    fixture.registerInjectableResource(new DecisionContext(now, new Actor(PERSON, Set.of(role))));
    fixture.registerInjectableResource(ledger);
    fixture.registerCommandTargetResolver(command ->
        new VersionedAggregateIdentifier(((Command) command.getPayload()).stream(), null));
    return fixture;
  }
}

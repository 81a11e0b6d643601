package io.concordat.observation.scorecard;

import io.concordat.messages.decision.Decision;
import io.concordat.messages.decision.DecisionContext;
import io.concordat.messages.decision.RejectionCode;
import io.concordat.messages.scorecard.DomainEscalated;
import io.concordat.messages.scorecard.DomainFigures;
import io.concordat.messages.scorecard.MonthFigures;
import io.concordat.messages.scorecard.PublishScorecard;
import io.concordat.messages.scorecard.ScorecardCommand;
import io.concordat.messages.scorecard.ScorecardEvent;
import io.concordat.messages.scorecard.ScorecardFormula;
import io.concordat.messages.scorecard.ScorecardPublished;
import io.concordat.messages.scorecard.ScorecardRow;
import io.concordat.observation.Authority;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;

/** The rules of closing a month. What it comes to is {@link ScorecardFormula}. */
final class ScorecardDecider {

  private ScorecardDecider() {}

  /**
   * The answer to a command in a state.
   *
   * @param figures asked only where the month can be closed
   */
  static Decision<ScorecardEvent> decide(
      ScorecardState state,
      ScorecardCommand command,
      DecisionContext context,
      Supplier<MonthFigures> figures) {
    return switch (command) {
      case PublishScorecard publish -> publish(state, publish.month(), context, figures);
    };
  }

  /** The state after an event. */
  static ScorecardState evolve(ScorecardState state, ScorecardEvent event) {
    return switch (event) {
      case ScorecardPublished _ -> ScorecardState.PUBLISHED;
      case DomainEscalated _ -> state;
    };
  }

  private static Decision<ScorecardEvent> publish(
      ScorecardState state,
      YearMonth month,
      DecisionContext context,
      Supplier<MonthFigures> figures) {
    if (!Authority.PUBLISH_SCORECARD.permits(context.actor())) {
      return Authority.PUBLISH_SCORECARD.refuse();
    }
    return switch (state) {
      case PUBLISHED -> Decision.nothingToDo();
      case OPEN -> {
        Instant due = ScorecardFormula.due(month);
        yield context.now().isBefore(due)
            ? Decision.reject(
                RejectionCode.SCORECARD_NOT_DUE, month + " can be closed from " + due + " on.")
            : close(month, figures.get(), context);
      }
    };
  }

  private static Decision<ScorecardEvent> close(
      YearMonth month, MonthFigures figures, DecisionContext context) {
    if (figures.earlierOpen() != null) {
      return Decision.reject(
          RejectionCode.SCORECARD_EARLIER_OPEN,
          figures.earlierOpen()
              + " has checks and is not closed: close it first, as "
              + month
              + " is held against it.");
    }
    ScorecardFormula.Ranking ranking = ScorecardFormula.rank(figures.domains());
    if (ranking.rows().isEmpty()) {
      return Decision.reject(
          RejectionCode.SCORECARD_EMPTY, "Nothing was checked in " + month + ".");
    }
    List<ScorecardEvent> events = new ArrayList<>();
    events.add(
        new ScorecardPublished(
            month,
            ranking.rows(),
            ranking.notMeasured(),
            context.now(),
            context.actor().subject()));
    ranking.rows().stream()
        .filter(ScorecardFormula::escalates)
        .map(row -> escalated(month, row, figures, context.now()))
        .forEach(events::add);
    return new Decision.Accepted<>(events);
  }

  private static DomainEscalated escalated(
      YearMonth month, ScorecardRow row, MonthFigures figures, Instant now) {
    DomainFigures of = Objects.requireNonNull(figures.domains().get(row.domain()));
    return new DomainEscalated(
        row.domain(), month, of.director(), row.monthsInNeed(), row.compliancePercent(), now);
  }
}

package io.concordat.council.seat;

import io.concordat.messages.council.AppointRepresentative;
import io.concordat.messages.council.CouncilCommand;
import io.concordat.messages.council.CouncilEvent;
import io.concordat.messages.council.DelegateSeat;
import io.concordat.messages.council.FoundCouncil;
import io.concordat.messages.council.RevokeDelegation;
import io.concordat.messages.council.VacateSeat;
import io.concordat.messages.decision.Decision;
import io.concordat.messages.decision.DecisionContext;
import java.util.List;

/** A council that lives on, for tests of what depends on it. */
public final class SeatHistories {

  private SeatHistories() {}

  /** The council after the command; the same where it is refused. */
  public static CouncilState after(
      CouncilState council, CouncilCommand command, DecisionContext context) {
    Decision<CouncilEvent> decision =
        switch (command) {
          case FoundCouncil found -> CouncilDecider.decide(council, found, List.of(), context);
          case AppointRepresentative appoint ->
              CouncilDecider.decide(council, appoint, true, context);
          case DelegateSeat delegate -> SeatDecider.decide(council, delegate, context);
          case RevokeDelegation revoke -> SeatDecider.decide(council, revoke, context);
          case VacateSeat vacate -> SeatDecider.decide(council, vacate, context);
        };
    return switch (decision) {
      case Decision.Accepted<CouncilEvent>(var events) ->
          events.stream().reduce(council, CouncilState::evolve, (_, last) -> last);
      case Decision.Rejected<CouncilEvent> _ -> council;
    };
  }
}

package io.concordat.council.seat;

import static io.concordat.council.Samples.NOON;
import static io.concordat.council.Samples.asSystem;
import static io.concordat.council.Samples.codeOf;
import static io.concordat.council.Samples.council;
import static org.assertj.core.api.Assertions.assertThat;

import io.concordat.messages.council.CouncilEvent;
import io.concordat.messages.council.CouncilRules;
import io.concordat.messages.council.CouncilRulesChanged;
import io.concordat.messages.council.ProposalId;
import io.concordat.messages.decision.RejectionCode;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the council can make of its own rules. */
class CouncilRuleBoundsTest {

  private static final ProposalId PROPOSAL = ProposalId.of("019a0000-0000-7000-8000-000000000001");
  private static final CouncilState SIX =
      council(CouncilRules.DEFAULT, "a", "b", "c", "d", "e", "f");
  private static final CouncilRules STRICT =
      new CouncilRules(75, 2, Duration.ofHours(2), Duration.ofDays(30));
  private static final CouncilRules MILD =
      new CouncilRules(25, 6, Duration.ofHours(1), Duration.ofDays(1));

  @ParameterizedTest(name = "quorum {0} %, {1} objections, {2} to {3}, {4} seats: {5}")
  @CsvSource({
    "50, 3, PT1H, P60D, 6, true",
    "25, 2, PT1H, P1D, 6, true",
    "100, 6, P14D, P60D, 6, true",
    "24, 3, PT1H, P60D, 6, false",
    "50, 1, PT1H, P60D, 6, false",
    "50, 7, PT1H, P60D, 6, false",
    "50, 3, PT1H, P60D, 2, true",
    "50, 4, PT1H, P60D, 2, false",
    "50, 3, PT59M, P60D, 6, false",
    "50, 3, P15D, P60D, 6, false",
    "50, 3, PT1H, PT23H, 6, false",
    "50, 3, PT1H, P61D, 6, false",
    "50, 3, P10D, P9D, 6, false"
  })
  void holds(
      int quorum, int objections, Duration shortest, Duration longest, int seats, boolean sane) {
    CouncilRules rules = new CouncilRules(quorum, objections, shortest, longest);
    assertThat(CouncilRuleBounds.obstacle(rules, seats).isEmpty()).isEqualTo(sane);
  }

  @Test
  void areInForceAtOnceOrFromTheirDay() {
    Instant nextWeek = NOON.plus(Duration.ofDays(7));
    CouncilState scheduled = SIX.evolve(changed(STRICT, nextWeek));
    CouncilState both = scheduled.evolve(changed(MILD, null));

    assertThat(scheduled.rulesAt(NOON)).contains(CouncilRules.DEFAULT);
    assertThat(scheduled.rulesAt(nextWeek)).contains(STRICT);
    assertThat(both.rulesAt(NOON)).contains(MILD);
    assertThat(both.rulesAt(nextWeek)).as("the scheduled ones still come").contains(STRICT);
  }

  @Test
  void areRefusedOutsideTheirBounds() {
    CouncilRules deaf = new CouncilRules(1, 3, Duration.ofHours(1), Duration.ofDays(60));
    assertThat(codeOf(CouncilDecider.changeRules(SIX, PROPOSAL, deaf, null, asSystem(NOON))))
        .isEqualTo(RejectionCode.COUNCIL_RULES_OUT_OF_BOUNDS);
  }

  private static CouncilEvent changed(CouncilRules rules, Instant wished) {
    CouncilEvent event =
        CouncilDecider.changeRules(SIX, PROPOSAL, rules, wished, asSystem(NOON))
            .eventsOrThrow()
            .getFirst();
    assertThat(event).isInstanceOf(CouncilRulesChanged.class);
    return event;
  }
}

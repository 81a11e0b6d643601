package io.concordat.council.seat;

import static io.concordat.council.Samples.NOON;
import static io.concordat.council.Samples.council;
import static io.concordat.council.Samples.domain;
import static io.concordat.council.Samples.representative;
import static org.assertj.core.api.Assertions.assertThat;

import io.concordat.messages.Subject;
import io.concordat.messages.council.CouncilRules;
import io.concordat.messages.council.RepresentativeAppointed;
import org.junit.jupiter.api.Test;

class CouncilStateTest {

  private final CouncilState state = council(CouncilRules.DEFAULT, "payments", "orders");

  @Test
  void knowsWhoRepresentsWhom() {
    assertThat(state.seatOf(representative("orders"))).contains(domain("orders"));
    assertThat(state.representativeOf(domain("orders"))).contains(representative("orders"));
    assertThat(state.seatedDomains())
        .containsExactlyInAnyOrder(domain("payments"), domain("orders"));
  }

  @Test
  void forgetsWhoHandedASeatOver() {
    CouncilState after =
        state.evolve(
            new RepresentativeAppointed(
                domain("orders"), new Subject("olga"), representative("orders"), NOON));
    assertThat(after.seatOf(representative("orders"))).isEmpty();
    assertThat(after.seatOf(new Subject("olga"))).contains(domain("orders"));
    assertThat(after.seatedDomains()).hasSize(2);
  }

  @Test
  void doesNotChangeWhereItWasReadBefore() {
    var unused =
        state.evolve(
            new RepresentativeAppointed(domain("catalog"), new Subject("carla"), null, NOON));
    assertThat(state).isEqualTo(council(CouncilRules.DEFAULT, "payments", "orders"));
  }

  @Test
  void isEmptyBeforeTheFounding() {
    assertThat(CouncilState.EMPTY.founded()).isFalse();
    assertThat(CouncilState.EMPTY.rulesAt(NOON)).isEmpty();
    assertThat(CouncilState.EMPTY.seatedDomains()).isEmpty();
  }
}

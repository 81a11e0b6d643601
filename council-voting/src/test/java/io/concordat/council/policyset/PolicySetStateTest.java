package io.concordat.council.policyset;

import static io.concordat.council.Samples.NOON;
import static io.concordat.council.Samples.OWNED;
import static io.concordat.council.Samples.founded;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.concordat.messages.council.ProposalId;
import io.concordat.messages.policy.PolicyChange.RetirePolicy;
import io.concordat.messages.policy.PolicySetChanged;
import io.concordat.messages.policy.PolicySetFounded;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class PolicySetStateTest {

  private final PolicySetState state = founded(OWNED);

  @Test
  void hasNoSetBeforeTheFounding() {
    assertThat(PolicySetState.EMPTY.at(NOON)).isEmpty();
    assertThat(PolicySetState.EMPTY.latest()).isEmpty();
    assertThat(state.at(NOON.minusNanos(1))).isEmpty();
  }

  @Test
  void findsSetsByNumber() {
    assertThat(state.byNumber(1)).isEqualTo(state.latest());
    assertThat(state.byNumber(0)).isEmpty();
    assertThat(state.byNumber(2)).isEmpty();
    assertThat(state.byNumber(-1)).isEmpty();
  }

  @Test
  void doesNotReadADamagedHistory() {
    PolicySetChanged gap =
        new PolicySetChanged(3, new RetirePolicy("owned"), new ProposalId(UUID.randomUUID()), NOON);
    assertThatThrownBy(() -> state.evolve(gap)).isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(
            () -> state.evolve(new PolicySetFounded(List.of(), List.of(), NOON, List.of())))
        .isInstanceOf(IllegalStateException.class);
  }
}

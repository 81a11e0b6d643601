package io.concordat.messages.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PolicySetTest {

  private static final Instant DAY_ONE = Instant.parse("2026-01-01T00:00:00Z");

  private final List<PolicySet> sets =
      new ArrayList<>(List.of(new PolicySet(1, DAY_ONE, List.of(policy("base")), List.of())));

  @Test
  void aChangeThatHoldsAtOnceDoesNotPullAScheduledOneForward() {
    adopt("scheduled", DAY_ONE.plus(Duration.ofDays(30)));
    adopt("urgent", DAY_ONE.plus(Duration.ofDays(1)));
    assertThat(ids(DAY_ONE.plus(Duration.ofDays(2)))).containsExactly("base", "urgent");
  }

  @Test
  void theHighestNumberInEffectIsInForce() {
    adopt("second", DAY_ONE.plus(Duration.ofDays(1)));
    adopt("third", DAY_ONE.plus(Duration.ofDays(2)));
    assertThat(ids(DAY_ONE)).containsExactly("base");
    assertThat(ids(DAY_ONE.plus(Duration.ofDays(1)))).containsExactly("base", "second");
    assertThat(ids(DAY_ONE.plus(Duration.ofDays(9)))).containsExactly("base", "second", "third");
    assertThat(PolicySet.inForce(sets, DAY_ONE.minusSeconds(1))).isEmpty();
  }

  @Test
  void nothingCanFollowBeforeTheFirstSetBegins() {
    assertThat(
            PolicySet.next(
                sets, new PolicyChange.AddPolicy(policy("early")), DAY_ONE.minusSeconds(1)))
        .isEmpty();
  }

  @Test
  void changesReplaceAndRetire() {
    List<Policy> policies = List.of(policy("a"), policy("b"));
    Policy other =
        new Policy(
            "b",
            "Other",
            PolicyFamily.OTHER,
            PolicyScope.FIELD,
            Severity.WARNING,
            "true",
            "m",
            "d");
    assertThat(new PolicyChange.ChangePolicy(other).applyTo(policies))
        .containsExactly(policy("a"), other);
    assertThat(new PolicyChange.RetirePolicy("a").applyTo(policies)).containsExactly(policy("b"));
  }

  private void adopt(String id, Instant effectiveFrom) {
    sets.add(
        PolicySet.next(sets, new PolicyChange.AddPolicy(policy(id)), effectiveFrom).orElseThrow());
  }

  private List<String> ids(Instant at) {
    return PolicySet.inForce(sets, at).orElseThrow().policies().stream().map(Policy::id).toList();
  }

  private static Policy policy(String id) {
    return new Policy(
        id, id, PolicyFamily.OTHER, PolicyScope.CONTRACT, Severity.ERROR, "true", "m", "d");
  }
}

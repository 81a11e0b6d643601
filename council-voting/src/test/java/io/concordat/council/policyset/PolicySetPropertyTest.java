package io.concordat.council.policyset;

import static io.concordat.council.Samples.NOON;
import static io.concordat.council.Samples.OWNED;
import static io.concordat.council.Samples.asSystem;
import static io.concordat.council.Samples.founded;
import static io.concordat.council.Samples.policy;
import static org.assertj.core.api.Assertions.assertThat;

import io.concordat.messages.council.ProposalId;
import io.concordat.messages.decision.Decision;
import io.concordat.messages.policy.Policy;
import io.concordat.messages.policy.PolicyChange;
import io.concordat.messages.policy.PolicyChange.AddPolicy;
import io.concordat.messages.policy.PolicyChange.ChangePolicy;
import io.concordat.messages.policy.PolicyChange.RetirePolicy;
import io.concordat.messages.policy.PolicySet;
import io.concordat.messages.policy.PolicySetEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class PolicySetPropertyTest {

  /** A wish to change the set {@code days} after the one before, in force {@code delay} later. */
  record Wish(PolicyChange change, int days, int delay) {}

  private record Adopted(PolicyChange change, Instant from) {}

  @Property
  void everyChangeIsInForceFromItsOwnDayOnAndNotBefore(@ForAll("wishes") List<Wish> wishes) {
    PolicySetState state = founded(OWNED);
    List<Adopted> adopted = new ArrayList<>();
    Instant now = NOON.plus(Duration.ofDays(1));
    for (Wish wish : wishes) {
      now = now.plus(Duration.ofDays(wish.days()));
      Instant from = now.plus(Duration.ofDays(wish.delay()));
      Decision<PolicySetEvent> decision =
          PolicySetDecider.adopt(
              state, new ProposalId(UUID.randomUUID()), wish.change(), from, asSystem(now));
      if (decision instanceof Decision.Accepted<PolicySetEvent>(var events)) {
        adopted.add(new Adopted(wish.change(), from));
        for (PolicySetEvent event : events) {
          state = state.evolve(event);
        }
      }
    }
    for (Adopted one : adopted) {
      for (Instant instant : List.of(one.from(), one.from().minusNanos(1))) {
        assertThat(state.at(instant).orElseThrow().policies())
            .isEqualTo(inForceByTheBook(adopted, instant));
      }
    }
  }

  @Property
  void setsAreNumberedWithoutGapsAndNeverChangeAgain(@ForAll("wishes") List<Wish> wishes) {
    PolicySetState state = founded(OWNED);
    for (Wish wish : wishes) {
      List<PolicySet> before = state.sets();
      Decision<PolicySetEvent> decision =
          PolicySetDecider.adopt(
              state,
              new ProposalId(UUID.randomUUID()),
              wish.change(),
              NOON.plus(Duration.ofDays(wish.delay())),
              asSystem(NOON));
      if (decision instanceof Decision.Accepted<PolicySetEvent>(var events)) {
        for (PolicySetEvent event : events) {
          state = state.evolve(event);
        }
      }
      assertThat(state.sets()).startsWith(before.toArray(PolicySet[]::new));
    }
    for (int number = 1; number <= state.sets().size(); number++) {
      assertThat(state.byNumber(number).orElseThrow().number()).isEqualTo(number);
    }
  }

  /** By definition: the founding policies and every change whose day has come, day by day. */
  private static List<Policy> inForceByTheBook(List<Adopted> adopted, Instant instant) {
    List<Policy> policies = List.of(OWNED);
    List<Adopted> due =
        adopted.stream()
            .filter(one -> !one.from().isAfter(instant))
            .sorted(Comparator.comparing(Adopted::from))
            .toList();
    for (Adopted one : due) {
      assertThat(
              PolicyChanges.obstacle(
                  new PolicySet(1, NOON, policies, List.of()), one.change(), one.from()))
          .isEmpty();
      policies = one.change().applyTo(policies);
    }
    return policies;
  }

  @Provide
  Arbitrary<List<Wish>> wishes() {
    Arbitrary<String> ids = Arbitraries.of("owned", "typed", "dated", "named");
    Arbitrary<Policy> policies =
        Combinators.combine(ids, Arbitraries.of("true", "false")).as((id, cel) -> policy(id, cel));
    Arbitrary<PolicyChange> changes =
        Arbitraries.oneOf(
            policies.map(AddPolicy::new),
            policies.map(ChangePolicy::new),
            ids.map(RetirePolicy::new));
    return Combinators.combine(
            changes, Arbitraries.integers().between(0, 3), Arbitraries.of(0, 0, 1, 2, 5, 9))
        .as(Wish::new)
        .list()
        .ofMaxSize(12);
  }
}

package io.concordat.contract.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.concordat.contract.ExampleContract;
import io.concordat.contract.gate.Judgement;
import io.concordat.contract.gate.UpstreamContract;
import io.concordat.contract.gate.UpstreamLookup;
import io.concordat.messages.contract.BudgetRead;
import io.concordat.messages.contract.BudgetRead.Share;
import io.concordat.messages.policy.PolicyScope;
import io.concordat.messages.policy.Violation;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Policies that ask what is left of error budgets. */
class BudgetPolicyTest {

  private static final Instant AT = Instant.parse("2026-03-01T09:30:00Z");
  private static final BudgetRead COUNTED =
      new BudgetRead(
          true,
          AT,
          "2026-03",
          List.of(
              new Share("availability", 99.9, 500, 0, 1.5, false),
              new Share("freshness", 99.5, 1_000, 7, 5.25, true)));

  @ParameterizedTest
  @ValueSource(
      strings = {
        "budget.state == 'counted' && budget.asOf == '2026-03-01T09:30:00Z'",
        "budget.month == '2026-03' && budget.spent == ['freshness']",
        "budget.shares.filter(s, s.spent).all(s, s.failed > s.allowed && s.objective == 99.5)",
        "budget.shares.exists(s, s.commitment == 'availability' && s.checks == 500.0)"
      })
  void whatIsLeftCanBeAsked(String expression) {
    assertThat(told(expression, COUNTED)).isEmpty();
  }

  @Test
  void aSpentBudgetBreaksAPolicy() {
    assertThat(told("budget.spent.size() == 0", COUNTED)).hasSize(1);
    assertThat(told("budget.state == 'none' && budget.spent.size() == 0", BudgetRead.none(AT)))
        .isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"budget.spent.size() == 0", "budget.month == ''", "!has(budget.shares)"})
  void whatIsNotKnownIsNotTakenAsKept(String expression) {
    assertThat(told(expression, null))
        .singleElement()
        .satisfies(violation ->
            assertThat(violation.message())
                .contains("error budgets is not known", "submit it again later")
                .doesNotContain("lineage"));
    assertThat(told("budget.state == 'unknown' || " + expression, null)).isEmpty();
  }

  @Test
  void theGateAsksOnceAndKeepsTheAnswer() {
    AtomicInteger asked = new AtomicInteger();
    assertThat(judge("contract.id != ''", asked, COUNTED).basis().budget()).isNull();
    assertThat(asked).hasValue(0);
    assertThat(judge("budget.state != 'unknown'", asked, COUNTED).basis().budget())
        .isEqualTo(COUNTED);
    assertThat(asked).hasValue(1);
    assertThat(judge("budget.spent.size() == 0", asked, null).basis().budget())
        .isEqualTo(BudgetRead.unknown(AT));
  }

  private static List<Violation> told(String expression, @Nullable BudgetRead budget) {
    return judge(expression, new AtomicInteger(), budget).verdict().violations();
  }

  private static Judgement judge(
      String expression, AtomicInteger asked, @Nullable BudgetRead budget) {
    UpstreamLookup contracts = UpstreamLookup.existing(_ -> true);
    return Judgement.of(
        ExampleContract.ID,
        ExampleContract.text(),
        null,
        AT,
        Policies.set(Policies.of(PolicyScope.CONTRACT, expression)),
        new UpstreamLookup() {
          @Override
          public Optional<UpstreamContract> find(String id) {
            return contracts.find(id);
          }

          @Override
          public Optional<BudgetRead> budget(String id, Instant at) {
            asked.incrementAndGet();
            return Optional.ofNullable(budget);
          }
        });
  }
}

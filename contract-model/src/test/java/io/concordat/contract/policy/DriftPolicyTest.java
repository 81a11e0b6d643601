package io.concordat.contract.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.concordat.contract.ExampleContract;
import io.concordat.contract.gate.Judgement;
import io.concordat.contract.gate.UpstreamContract;
import io.concordat.contract.gate.UpstreamLookup;
import io.concordat.messages.contract.ContractOutline;
import io.concordat.messages.contract.DriftRead;
import io.concordat.messages.mesh.DatasetName;
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

/** Policies that ask what jobs were seen to do. */
class DriftPolicyTest {

  private static final Instant AT = Instant.parse("2026-03-01T09:30:00Z");
  private static final DatasetName TABLE = new DatasetName("postgres://db:5432", "a.b.c");
  private static final DriftRead SEEN =
      new DriftRead(
          true,
          AT,
          17L,
          AT.minusSeconds(60),
          List.of(new DriftRead.Undeclared("fraud/decisions/decision", TABLE, AT.minusSeconds(90))),
          List.of("payments/ledger/entries"),
          List.of(
              new DriftRead.Difference(
                  "settlement.amount", DriftRead.Kind.TYPE, TABLE, "number", "text"),
              new DriftRead.Difference(
                  "settlement.extra", DriftRead.Kind.ADDITIONAL, TABLE, null, null)));

  @ParameterizedTest
  @ValueSource(
      strings = {
        "drift.state == 'observed' && drift.asOf == '2026-03-01T09:30:00Z'",
        "timestamp(drift.asOf) - timestamp(drift.observedAt) == duration('60s')",
        "drift.undeclared.map(u, u.contract) == ['fraud/decisions/decision']",
        "drift.undeclared[0].name == 'a.b.c' && drift.undeclared[0].namespace.contains('db')",
        "timestamp(drift.undeclared[0].since) < timestamp(drift.observedAt)",
        "drift.unobserved == contract.upstream",
        "drift.schema.exists(d, d.kind == 'type' && d.promised == 'number' && d.observed == 'text')",
        "drift.schema[1].kind == 'additional' && !has(drift.schema[1].observed)"
      })
  void whatWasSeenCanBeRead(String expression) {
    assertThat(told(expression, SEEN)).isEmpty();
  }

  @Test
  void whatIsDifferentIsAViolationWithTheMessageOfThePolicy() {
    assertThat(told("drift.undeclared.size() == 0", SEEN))
        .singleElement()
        .satisfies(violation -> {
          assertThat(violation.message()).startsWith("Mend ");
          assertThat(violation.blocks()).isTrue();
        });
  }

  @Test
  void thatNoJobWasSeenIsKnown() {
    DriftRead nothing = DriftRead.nothingSeen(AT);
    assertThat(
            told(
                "drift.state == 'unobserved' && drift.undeclared.size() == 0"
                    + " && drift.unobserved.size() == 0 && drift.schema.size() == 0"
                    + " && !has(drift.observedAt) && drift.observedAt == ''",
                nothing))
        .isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "drift.undeclared.size() == 0",
        "drift.unobserved.size() == 0",
        "drift.schema.all(d, d.kind != 'missing')",
        "drift.observedAt == ''",
        "!has(drift.undeclared)",
        "!(drift.schema.size() > 0)"
      })
  void whatIsNotKnownIsNotTakenAsKept(String expression) {
    assertThat(told(expression, null))
        .singleElement()
        .satisfies(violation -> {
          assertThat(violation.policy()).isEqualTo("tried");
          assertThat(violation.blocks()).isTrue();
          assertThat(violation.message())
              .contains("'tried'", "is not known", "submit it again later")
              .doesNotContain("mend");
        });
  }

  @Test
  void aPolicyMaySayThatItPassesWhileNothingIsKnown() {
    assertThat(told("drift.state == 'unknown' || drift.undeclared.size() == 0", null)).isEmpty();
    assertThat(told("drift.undeclared.size() == 0 || drift.state == 'unknown'", null)).isEmpty();
    assertThat(told("!(drift.undeclared.size() == 0 || drift.state == 'unknown')", null))
        .singleElement()
        .satisfies(violation -> assertThat(violation.message()).startsWith("Mend "));
  }

  @Test
  void theGateAsksOnceAndOnlyWhereAPolicyWantsToKnow() {
    AtomicInteger asked = new AtomicInteger();
    UpstreamLookup lookup = lookup(asked, SEEN);
    assertThat(judge("contract.id != ''", lookup).basis().drift()).isNull();
    assertThat(asked).hasValue(0);
    assertThat(judge("drift.state == 'observed' && drift.schema.size() == 2", lookup).basis())
        .satisfies(basis -> assertThat(basis.drift()).isEqualTo(SEEN));
    assertThat(asked).hasValue(1);
  }

  @Test
  void thatNothingWasKnownIsInTheBasisToo() {
    Judgement judgement = judge("drift.undeclared.size() == 0", lookup(new AtomicInteger(), null));
    assertThat(judgement.basis().drift()).isEqualTo(DriftRead.unknown(AT));
    Judgement again =
        judge("drift.undeclared.size() == 0", lookup(new AtomicInteger(), DriftRead.unknown(AT)));
    assertThat(again.verdict()).isEqualTo(judgement.verdict());
  }

  private static List<Violation> told(String expression, @Nullable DriftRead drift) {
    return judge(expression, lookup(new AtomicInteger(), drift)).verdict().violations();
  }

  private static Judgement judge(String expression, UpstreamLookup lookup) {
    return Judgement.of(
        ExampleContract.ID,
        ExampleContract.text(),
        null,
        AT,
        Policies.set(Policies.of(PolicyScope.CONTRACT, expression)),
        lookup);
  }

  private static UpstreamLookup lookup(AtomicInteger asked, @Nullable DriftRead drift) {
    UpstreamLookup contracts = UpstreamLookup.existing(_ -> true);
    return new UpstreamLookup() {
      @Override
      public Optional<UpstreamContract> find(String id) {
        return contracts.find(id);
      }

      @Override
      public Optional<DriftRead> drift(String id, ContractOutline outline, Instant at) {
        asked.incrementAndGet();
        assertThat(id).isEqualTo(ExampleContract.ID);
        assertThat(outline.objects()).isNotEmpty();
        return Optional.ofNullable(drift);
      }
    };
  }
}

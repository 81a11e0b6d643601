package io.concordat.observation.compliance;

import static org.assertj.core.api.Assertions.assertThat;

import io.concordat.messages.compliance.CommitmentCount;
import io.concordat.messages.compliance.ComplianceEvent;
import io.concordat.messages.compliance.RecordCompliance;
import io.concordat.messages.decision.Decision;
import io.concordat.messages.decision.Role;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever is sent in whatever order. */
class ComplianceHistoryTest {

  private static final Instant START = Instant.parse("2026-10-01T00:00:00Z");

  @Property(tries = 300)
  void recordedWindowsNeverOverlapAndNoRepeatIsRecordedTwice(
      @ForAll("commands") List<RecordCompliance> commands) {
    ComplianceState state = new ComplianceState.Unrecorded();
    List<ComplianceEvent> history = new ArrayList<>();
    List<Window> accepted = new ArrayList<>();
    for (RecordCompliance command : commands) {
      Window wanted = new Window(command.from(), command.to(), command.counts());
      Decision<ComplianceEvent> decision =
          ComplianceDecider.decide(state, command, ComplianceDeciderTest.as(Role.MACHINE), true);
      switch (decision) {
        case Decision.Accepted<ComplianceEvent> yes when yes.events().isEmpty() ->
            assertThat(accepted).contains(wanted);
        case Decision.Accepted<ComplianceEvent> yes -> {
          assertThat(accepted).noneMatch(wanted::overlaps);
          accepted.add(wanted);
          history.addAll(yes.events());
          for (ComplianceEvent event : yes.events()) {
            state = ComplianceDecider.evolve(state, event);
          }
        }
        case Decision.Rejected<ComplianceEvent> no ->
            assertThat(accepted).anyMatch(wanted::overlaps);
      }
    }
    assertThat(replay(history)).isEqualTo(state);
  }

  private static ComplianceState replay(List<ComplianceEvent> history) {
    ComplianceState state = new ComplianceState.Unrecorded();
    for (ComplianceEvent event : history) {
      state = ComplianceDecider.evolve(state, event);
    }
    return state;
  }

  @Provide
  Arbitrary<List<RecordCompliance>> commands() {
    return Combinators.combine(
            Arbitraries.integers().between(0, 40),
            Arbitraries.integers().between(1, 6),
            Arbitraries.longs().between(0, 1))
        .as((hour, length, failed) ->
            new RecordCompliance(
                ComplianceDeciderTest.SETTLEMENTS,
                START.plus(Duration.ofHours(hour)),
                START.plus(Duration.ofHours(hour + length)),
                List.of(new CommitmentCount("freshness", 1, failed))))
        .list()
        .ofMaxSize(30);
  }
}

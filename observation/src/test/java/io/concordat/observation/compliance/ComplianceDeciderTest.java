package io.concordat.observation.compliance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.concordat.messages.Subject;
import io.concordat.messages.compliance.CommitmentCount;
import io.concordat.messages.compliance.ComplianceEvent;
import io.concordat.messages.compliance.ComplianceRecorded;
import io.concordat.messages.compliance.RecordCompliance;
import io.concordat.messages.decision.Actor;
import io.concordat.messages.decision.Decision;
import io.concordat.messages.decision.DecisionContext;
import io.concordat.messages.decision.RejectionCode;
import io.concordat.messages.decision.Role;
import io.concordat.messages.mesh.ProductId;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class ComplianceDeciderTest {

  static final Instant NOW = Instant.parse("2026-11-22T10:15:30Z");
  static final ProductId SETTLEMENTS = new ProductId("payments/settlements");
  static final CommitmentCount FRESHNESS = new CommitmentCount("freshness", 95, 1);
  static final CommitmentCount COMPLETENESS = new CommitmentCount("completeness", 96, 0);

  private static final ComplianceState NONE = new ComplianceState.Unrecorded();

  static DecisionContext as(Role role) {
    return new DecisionContext(NOW, new Actor(new Subject("somebody"), Set.of(role)));
  }

  static RecordCompliance command(String from, String to, CommitmentCount... counts) {
    return new RecordCompliance(
        SETTLEMENTS, Instant.parse(from), Instant.parse(to), List.of(counts));
  }

  static ComplianceRecorded event(String from, String to, CommitmentCount... counts) {
    return new ComplianceRecorded(
        SETTLEMENTS, Instant.parse(from), Instant.parse(to), List.of(counts), NOW);
  }

  private static Decision<ComplianceEvent> decide(ComplianceState state, RecordCompliance command) {
    return ComplianceDecider.decide(state, command, as(Role.MACHINE), true);
  }

  private static ComplianceState after(ComplianceEvent... events) {
    ComplianceState state = NONE;
    for (ComplianceEvent event : events) {
      state = ComplianceDecider.evolve(state, event);
    }
    return state;
  }

  private static void assertRejected(
      Decision<ComplianceEvent> decision, RejectionCode code, String mentioned) {
    assertThat(decision)
        .isInstanceOfSatisfying(
            Decision.Rejected.class,
            rejected -> {
              assertThat(rejected.rejection().code()).isEqualTo(code);
              assertThat(rejected.rejection().detail()).contains(mentioned);
            });
  }

  static Stream<Arguments> windows() {
    return Stream.of(
        arguments("a day", "2026-11-21T00:00:00Z", "2026-11-22T00:00:00Z"),
        arguments("a whole month", "2026-10-01T00:00:00Z", "2026-11-01T00:00:00Z"),
        arguments("up to this moment", "2026-11-22T00:00:00Z", "2026-11-22T10:15:30Z"),
        arguments("the last hour of a year", "2025-12-31T23:00:00Z", "2026-01-01T00:00:00Z"),
        arguments("a leap day", "2024-02-29T00:00:00Z", "2024-03-01T00:00:00Z"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("windows")
  void aWindowIsRecorded(String name, String from, String to) {
    assertThat(decide(NONE, command(from, to, FRESHNESS)))
        .isEqualTo(Decision.accept(event(from, to, FRESHNESS)));
  }

  static Stream<Arguments> invalidWindows() {
    return Stream.of(
        arguments("no length", "2026-11-21T00:00:00Z", "2026-11-21T00:00:00Z", "before it ends"),
        arguments("backwards", "2026-11-21T00:00:00Z", "2026-11-20T00:00:00Z", "before it ends"),
        arguments("two months", "2026-10-31T00:00:00Z", "2026-11-01T00:00:01Z", "one month"),
        arguments("not over", "2026-11-22T00:00:00Z", "2026-11-22T10:15:31Z", "not come yet"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("invalidWindows")
  void anInvalidWindowIsRefused(String name, String from, String to, String mentioned) {
    assertRejected(
        decide(NONE, command(from, to, FRESHNESS)),
        RejectionCode.COMPLIANCE_WINDOW_INVALID,
        mentioned);
  }

  static Stream<Arguments> neighbours() {
    return Stream.of(
        arguments("before all", "2026-11-01T00:00:00Z", "2026-11-10T00:00:00Z", true),
        arguments("in the gap", "2026-11-11T00:00:00Z", "2026-11-12T00:00:00Z", true),
        arguments("after all", "2026-11-13T00:00:00Z", "2026-11-14T00:00:00Z", true),
        arguments("into the first", "2026-11-09T00:00:00Z", "2026-11-10T00:00:01Z", false),
        arguments("inside the first", "2026-11-10T01:00:00Z", "2026-11-10T02:00:00Z", false),
        arguments("out of the first", "2026-11-10T23:00:00Z", "2026-11-11T01:00:00Z", false),
        arguments("around all", "2026-11-01T00:00:00Z", "2026-11-20T00:00:00Z", false),
        arguments("the gap and more", "2026-11-11T00:00:00Z", "2026-11-12T00:00:01Z", false),
        arguments("longer than the first", "2026-11-10T00:00:00Z", "2026-11-11T01:00:00Z", false),
        arguments("into the second", "2026-11-12T23:59:59Z", "2026-11-14T00:00:00Z", false));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("neighbours")
  void windowsDoNotOverlap(String name, String from, String to, boolean accepted) {
    ComplianceState state =
        after(
            event("2026-11-12T00:00:00Z", "2026-11-13T00:00:00Z", FRESHNESS),
            event("2026-11-10T00:00:00Z", "2026-11-11T00:00:00Z", FRESHNESS));

    Decision<ComplianceEvent> decision = decide(state, command(from, to, FRESHNESS));

    if (accepted) {
      assertThat(decision).isEqualTo(Decision.accept(event(from, to, FRESHNESS)));
    } else {
      assertRejected(decision, RejectionCode.COMPLIANCE_WINDOW_INVALID, "overlaps");
    }
  }

  @Test
  void theStateIsTheSameInWhateverOrderWindowsCome() {
    ComplianceRecorded early = event("2026-11-10T00:00:00Z", "2026-11-11T00:00:00Z", FRESHNESS);
    ComplianceRecorded late = event("2026-11-12T00:00:00Z", "2026-11-13T00:00:00Z", FRESHNESS);

    assertThat(after(early, late)).isEqualTo(after(late, early));
  }

  @Test
  void theSameCountsInAnyOrderChangeNothing() {
    ComplianceState state =
        after(event("2026-11-10T00:00:00Z", "2026-11-11T00:00:00Z", COMPLETENESS, FRESHNESS));

    assertThat(
            decide(
                state,
                command("2026-11-10T00:00:00Z", "2026-11-11T00:00:00Z", FRESHNESS, COMPLETENESS)))
        .isEqualTo(Decision.nothingToDo());
  }

  @Test
  void otherCountsOfTheSameWindowAreRefused() {
    ComplianceState state = after(event("2026-11-10T00:00:00Z", "2026-11-11T00:00:00Z", FRESHNESS));

    assertRejected(
        decide(state, command("2026-11-10T00:00:00Z", "2026-11-11T00:00:00Z", COMPLETENESS)),
        RejectionCode.COMPLIANCE_ALREADY_RECORDED,
        "2026-11-10T00:00:00Z");
  }

  @Test
  void countsAreOnePerCommitmentSortedByName() {
    assertThat(
            decide(
                NONE,
                command(
                    "2026-11-10T00:00:00Z",
                    "2026-11-11T00:00:00Z",
                    FRESHNESS,
                    COMPLETENESS,
                    new CommitmentCount("freshness", 5, Long.MAX_VALUE))))
        .isEqualTo(
            Decision.accept(
                event(
                    "2026-11-10T00:00:00Z",
                    "2026-11-11T00:00:00Z",
                    COMPLETENESS,
                    new CommitmentCount("freshness", 100, Long.MAX_VALUE))));
  }

  @Test
  void theProductMustExist() {
    assertRejected(
        ComplianceDecider.decide(
            NONE,
            command("2026-11-10T00:00:00Z", "2026-11-11T00:00:00Z", FRESHNESS),
            as(Role.MACHINE),
            false),
        RejectionCode.PRODUCT_NOT_FOUND,
        "payments/settlements");
  }

  @ParameterizedTest
  @EnumSource
  void onlyMachinesGovernanceAndTheServiceRecord(Role role) {
    Decision<ComplianceEvent> decision =
        ComplianceDecider.decide(
            NONE,
            command("2026-11-10T00:00:00Z", "2026-11-11T00:00:00Z", FRESHNESS),
            as(role),
            true);

    if (Set.of(Role.MACHINE, Role.GOVERNANCE_ENGINEER, Role.SYSTEM).contains(role)) {
      assertThat(decision).isInstanceOf(Decision.Accepted.class);
    } else {
      assertRejected(decision, RejectionCode.NOT_ALLOWED, "machine or a governance engineer");
    }
  }
}

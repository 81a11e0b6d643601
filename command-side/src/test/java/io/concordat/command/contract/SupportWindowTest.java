package io.concordat.command.contract;

import static io.concordat.command.Answers.assertAccepted;
import static io.concordat.command.Answers.assertRejected;
import static io.concordat.command.Callers.NOW;
import static io.concordat.command.Callers.as;
import static io.concordat.command.Callers.at;
import static io.concordat.command.Callers.owner;
import static io.concordat.command.FakeMesh.DAILY;
import static io.concordat.command.contract.ContractDeciderTest.deprecated;
import static io.concordat.command.contract.ContractDeciderTest.published;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.concordat.command.Callers;
import io.concordat.messages.contract.ContractCommand;
import io.concordat.messages.contract.ContractEvent;
import io.concordat.messages.contract.ContractSupportExtended;
import io.concordat.messages.contract.ContractVersionRetired;
import io.concordat.messages.contract.ExtendSupport;
import io.concordat.messages.contract.RetireContractVersion;
import io.concordat.messages.decision.Decision;
import io.concordat.messages.decision.DecisionContext;
import io.concordat.messages.decision.RejectionCode;
import io.concordat.messages.decision.Role;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** A version with a successor: longer is possible, shorter is not, through no door. */
class SupportWindowTest {

  private static final ContractFacts FACTS = Documents.facts(Documents::judge);
  private static final Instant END = NOW.plus(Duration.ofDays(30));
  private static final Instant LATER = NOW.plus(Duration.ofDays(50));

  @Test
  void supportIsExtendedToALaterDay() {
    assertAccepted(
        decide(window(), new ExtendSupport(DAILY, "1.0.0", LATER), owner()), extended(LATER, NOW));
    assertAccepted(
        decide(
            after(window(), extended(LATER, NOW)),
            new ExtendSupport(DAILY, "1.0.0", LATER.plusSeconds(1)),
            owner()),
        extended(LATER.plusSeconds(1), NOW));
  }

  @Test
  void theDayThatStandsChangesNothing() {
    assertAccepted(decide(window(), new ExtendSupport(DAILY, "1.0.0", END), owner()));
  }

  static Stream<Arguments> refusals() {
    ContractState retired = after(window(), new ContractVersionRetired(DAILY, "1.0.0", END));
    return Stream.of(
        arguments(window(), "1.0.0", END.minusNanos(1), "CONTRACT_SUPPORT_NOT_SHORTENED"),
        arguments(window(), "1.0.0", Instant.EPOCH, "CONTRACT_SUPPORT_NOT_SHORTENED"),
        arguments(
            after(window(), extended(LATER, NOW)), "1.0.0", END, "CONTRACT_SUPPORT_NOT_SHORTENED"),
        arguments(
            window(),
            "1.0.0",
            Instant.parse("2036-11-22T10:15:30.001Z"),
            "CONTRACT_SUPPORT_TOO_LONG"),
        arguments(window(), "2.0.0", LATER, "CONTRACT_VERSION_NOT_DEPRECATED"),
        arguments(window(), "1.0.1", LATER, "CONTRACT_VERSION_NOT_FOUND"),
        arguments(retired, "1.0.0", LATER, "CONTRACT_VERSION_RETIRED"),
        arguments(new ContractState.Unpublished(), "1.0.0", LATER, "CONTRACT_NOT_FOUND"));
  }

  @ParameterizedTest
  @MethodSource("refusals")
  void whatCannotBeExtendedIsRefused(
      ContractState state, String version, Instant until, RejectionCode code) {
    assertRejected(decide(state, new ExtendSupport(DAILY, version, until), owner()), code, "");
  }

  @Test
  void onlyTheProducerExtends() {
    assertRejected(
        decide(
            window(),
            new ExtendSupport(DAILY, "1.0.0", LATER),
            as("owner-orders", Role.PRODUCT_OWNER)),
        RejectionCode.NOT_ALLOWED,
        "product's owner");
  }

  @ParameterizedTest
  @EnumSource(Role.class)
  void anExtendedVersionIsNotRetiredOnTheOldDay(Role role) {
    ContractState state = after(window(), extended(LATER, NOW));
    DecisionContext oldDay =
        at(END, role == Role.PRODUCT_OWNER ? owner() : as(Callers.OWNER.value(), role));

    assertRejected(
        decide(state, new RetireContractVersion(DAILY, "1.0.0"), oldDay),
        RejectionCode.CONTRACT_VERSION_STILL_SUPPORTED,
        LATER.toString());
    assertAccepted(
        decide(state, new RetireContractVersion(DAILY, "1.0.0"), at(LATER, oldDay)),
        new ContractVersionRetired(DAILY, "1.0.0", LATER));
  }

  /** Every other way in which something could be said of the old version within its window. */
  static Stream<ContractCommand> otherDoors() {
    return Stream.of(
        Documents.submission(Documents.active("1.0.0")),
        Documents.submission(retired("1.0.0")),
        Documents.submission(retired("1.1.0")),
        Documents.submission(Documents.active("2.0.0")),
        Documents.submission(retired("2.0.0")),
        Documents.submission(retired("2.0.1")),
        Documents.submission(Documents.withNotice("2.1.0", "P1D")),
        Documents.submission(Documents.draft("2.1.0")),
        Documents.submission("not: [yaml"),
        Documents.submission(Documents.active("3.0.0")),
        Documents.submission(retired("3.0.0")),
        new RetireContractVersion(DAILY, "1.0.0"),
        new RetireContractVersion(DAILY, "2.0.0"),
        new ExtendSupport(DAILY, "1.0.0", NOW),
        new ExtendSupport(DAILY, "2.0.0", NOW));
  }

  @ParameterizedTest
  @MethodSource("otherDoors")
  void noDoorLeadsToAnEarlierEnd(ContractCommand command) {
    for (Role role : Role.values()) {
      DecisionContext lastMoment = at(END.minusMillis(1), as(Callers.OWNER.value(), role));
      ContractState before = window();

      ContractState afterwards =
          switch (decide(before, command, lastMoment)) {
            case Decision.Accepted<ContractEvent> accepted ->
                after(before, accepted.events().toArray(ContractEvent[]::new));
            case Decision.Rejected<ContractEvent> rejected -> before;
          };

      assertThat(afterwards.version("1.0.0").map(Version::standing))
          .as("%s as %s", command, role)
          .isEqualTo(Optional.of(new Version.Deprecated(END)));
    }
  }

  private static ContractState window() {
    return after(
        new ContractState.Unpublished(),
        published(Documents.active("1.0.0")),
        published(Documents.active("2.0.0")),
        deprecated("1.0.0", "2.0.0", END));
  }

  private static ContractState after(ContractState state, ContractEvent... events) {
    ContractState next = state;
    for (ContractEvent event : events) {
      next = ContractDecider.evolve(next, event);
    }
    return next;
  }

  private static String retired(String version) {
    return Documents.active(version).replace("status: active", "status: retired");
  }

  private static ContractSupportExtended extended(Instant until, Instant now) {
    return new ContractSupportExtended(DAILY, "1.0.0", until, now, Callers.OWNER);
  }

  private static Decision<ContractEvent> decide(
      ContractState state, ContractCommand command, DecisionContext context) {
    return ContractDecider.decide(state, command, context, FACTS);
  }
}

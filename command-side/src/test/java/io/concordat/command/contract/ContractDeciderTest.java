package io.concordat.command.contract;

import static io.concordat.command.Answers.assertAccepted;
import static io.concordat.command.Answers.assertRejected;
import static io.concordat.command.Callers.NOW;
import static io.concordat.command.Callers.as;
import static io.concordat.command.Callers.at;
import static io.concordat.command.Callers.owner;
import static io.concordat.command.FakeMesh.DAILY;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.concordat.command.Callers;
import io.concordat.contract.Digest;
import io.concordat.contract.change.Comparison;
import io.concordat.contract.gate.GateResult;
import io.concordat.contract.gate.Judgement;
import io.concordat.contract.odcs.OdcsContract;
import io.concordat.contract.odcs.OdcsReader;
import io.concordat.messages.contract.ContractChange;
import io.concordat.messages.contract.ContractEvent;
import io.concordat.messages.contract.ContractId;
import io.concordat.messages.contract.ContractVersionDeprecated;
import io.concordat.messages.contract.ContractVersionPublished;
import io.concordat.messages.contract.ContractVersionRejected;
import io.concordat.messages.contract.ContractVersionRetired;
import io.concordat.messages.contract.PublishContractVersion;
import io.concordat.messages.contract.RetireContractVersion;
import io.concordat.messages.contract.VerdictBasis;
import io.concordat.messages.decision.Decision;
import io.concordat.messages.decision.DecisionContext;
import io.concordat.messages.decision.RejectionCode;
import io.concordat.messages.decision.Role;
import io.concordat.messages.policy.Violation;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ContractDeciderTest {

  private static final ContractFacts FACTS = Documents.facts(Documents::judge);
  private static final ContractState NONE = after();
  private static final Instant THIRTY_DAYS_LATER = NOW.plus(Duration.ofDays(30));

  static ContractVersionPublished published(String document) {
    return published(document, null, List.of());
  }

  /** A version whose changes are those against another document. */
  static ContractVersionPublished successor(String document, String before) {
    OdcsContract previous = read(before);
    return published(
        document, previous.version().toString(), Comparison.of(previous, read(document)).changes());
  }

  private static OdcsContract read(String document) {
    return requireNonNull(OdcsReader.read(document).contract());
  }

  private static ContractVersionPublished published(
      String document, @Nullable String previous, List<ContractChange> changes) {
    GateResult result = Documents.judge(DAILY, document, null).result();
    return new ContractVersionPublished(
        DAILY,
        result.version(),
        document,
        Digest.sha256(document),
        result.outline(),
        result.verdict(),
        new VerdictBasis(previous, List.of()),
        changes,
        NOW,
        Callers.OWNER);
  }

  static ContractVersionRejected rejected(String document) {
    GateResult result = Documents.judge(DAILY, document, null).result();
    return new ContractVersionRejected(
        DAILY,
        result.version(),
        document,
        Digest.sha256(document),
        result.verdict(),
        new VerdictBasis(null, List.of()),
        NOW,
        Callers.OWNER);
  }

  static ContractVersionDeprecated deprecated(String version, String successor, Instant until) {
    return new ContractVersionDeprecated(DAILY, version, successor, until);
  }

  static ContractState after(ContractEvent... events) {
    ContractState state = new ContractState.Unpublished();
    for (ContractEvent event : events) {
      state = ContractDecider.evolve(state, event);
    }
    return state;
  }

  private static Decision<ContractEvent> publish(ContractState state, String document) {
    return ContractDecider.decide(state, Documents.submission(document), owner(), FACTS);
  }

  private static Decision<ContractEvent> retire(
      ContractState state, String version, DecisionContext context) {
    return ContractDecider.decide(state, new RetireContractVersion(DAILY, version), context, FACTS);
  }

  @Test
  void aVersionThatPassesIsPublished() {
    String document = Documents.active("1.0.0");

    assertAccepted(publish(NONE, document), published(document));
    assertThat(published(document).verdict().policySet()).isEqualTo(7);
    assertThat(published(document).verdict().violations())
        .as("warnings ship with it")
        .extracting(Violation::policy)
        .containsExactly("is-named");
  }

  @Test
  void aVersionThatBreaksAPolicyIsRejectedAndThatIsHistory() {
    String document = Documents.draft("1.0.0");

    assertAccepted(publish(NONE, document), rejected(document));
    assertThat(rejected(document).version()).isEqualTo("1.0.0");
    assertThat(rejected(document).verdict().passed()).isFalse();
  }

  static Stream<String> unreadable() {
    return Stream.of(
        "not: [yaml",
        "apiVersion: v3.1.0\nkind: DataContract\n",
        Documents.active("1.0"),
        Documents.active("1.0.0").replace("payments/settlements/daily", "orders/returns/return"));
  }

  @ParameterizedTest
  @MethodSource("unreadable")
  void whatIsNoContractIsRejectedWhateverItsVersion(String document) {
    assertAccepted(publish(NONE, document), rejected(document));
    assertAccepted(
        publish(after(published(Documents.active("1.0.0"))), document), rejected(document));
  }

  @Test
  void aNoticePeriodThatCannotBeReadIsRejected() {
    String document = Documents.withNotice("1.0.0", "soon");

    assertThat(publish(NONE, document).eventsOrThrow())
        .singleElement()
        .isInstanceOfSatisfying(
            ContractVersionRejected.class,
            event ->
                assertThat(event.verdict().violations())
                    .extracting(Violation::policy)
                    .containsExactly("is-named", "notice-period"));
  }

  @Test
  void aRejectionLeavesNoMark() {
    ContractState state = after(rejected(Documents.draft("1.0.0")));

    assertThat(state).isEqualTo(NONE);
    assertAccepted(publish(state, Documents.active("1.0.0")), published(Documents.active("1.0.0")));
  }

  @Test
  void theVeryDocumentASecondTimeChangesNothingAndIsNotJudgedAgain() {
    String first = Documents.active("1.0.0");
    ContractState state = after(published(first), published(Documents.active("1.1.0")));
    ContractFacts gateIsClosed = Documents.facts(ContractDeciderTest::noGate);

    assertAccepted(
        ContractDecider.decide(state, Documents.submission(first), owner(), gateIsClosed));
  }

  @Test
  void theVeryDocumentOfADeprecatedVersionChangesNothing() {
    String first = Documents.active("1.0.0");
    ContractState state =
        after(
            published(first),
            published(Documents.active("2.0.0")),
            deprecated("1.0.0", "2.0.0", THIRTY_DAYS_LATER));

    assertAccepted(publish(state, first));
  }

  @Test
  void theVeryDocumentOfARetiredVersionIsRefused() {
    String first = Documents.active("1.0.0");
    ContractState state =
        after(
            published(first),
            published(Documents.active("2.0.0")),
            deprecated("1.0.0", "2.0.0", THIRTY_DAYS_LATER),
            new ContractVersionRetired(DAILY, "1.0.0", THIRTY_DAYS_LATER));

    assertRejected(publish(state, first), RejectionCode.CONTRACT_VERSION_EXISTS, "retired");
  }

  @ParameterizedTest
  @ValueSource(strings = {"active", "draft"})
  void aVersionExistsOnce(String status) {
    ContractState state =
        after(published(Documents.active("1.0.0")), published(Documents.active("1.1.0")));
    String other = Documents.active("1.0.0").replace("active", status) + "name: Other\n";

    assertRejected(publish(state, other), RejectionCode.CONTRACT_VERSION_EXISTS, "1.0.0");
  }

  @ParameterizedTest
  @ValueSource(strings = {"0.9.0", "1.2.9", "1.9.0", "2.0.0-rc.1", "2.0.0+build.5"})
  void aVersionIsHigherThanTheLatest(String version) {
    ContractState state =
        after(published(Documents.active("1.3.0")), published(Documents.active("2.0.0")));

    assertRejected(
        publish(state, Documents.active(version)),
        RejectionCode.CONTRACT_VERSION_NOT_HIGHER,
        "2.0.0");
    assertRejected(
        publish(state, Documents.draft(version)),
        RejectionCode.CONTRACT_VERSION_NOT_HIGHER,
        "2.0.0");
  }

  @ParameterizedTest
  @ValueSource(strings = {"1.0.1", "1.1.0", "1.10.0"})
  void aNewMinorOrPatchVersionDeprecatesNothing(String version) {
    ContractState state = after(published(Documents.active("1.0.0")));

    assertAccepted(
        publish(state, Documents.active(version)),
        successor(Documents.active(version), Documents.active("1.0.0")));
  }

  static Stream<Arguments> steps() {
    String field = "schema: [{name: orders, properties: [{name: id}]}]\n";
    return Stream.of(
        arguments(field, "", "1.5.0", "2.0.0", "object-removed"),
        arguments(field, "", "1.4.3", "2.0.0", "object-removed"),
        arguments(field, "", "1.5.0-rc.1", "2.0.0", "object-removed"),
        arguments("", field, "1.4.3", "1.5.0", "object-added"),
        arguments("", field, "1.4.3-rc.1", "1.5.0", "object-added"));
  }

  @ParameterizedTest
  @MethodSource("steps")
  void aStepThatIsTooSmallForTheChangesIsRejected(
      String before, String after, String version, String right, String rule) {
    ContractState state = after(published(Documents.active("1.4.2") + before));

    assertThat(publish(state, Documents.active(version) + after).eventsOrThrow())
        .singleElement()
        .isInstanceOfSatisfying(
            ContractVersionRejected.class,
            event ->
                assertThat(event.verdict().violations())
                    .last()
                    .satisfies(violation -> {
                      assertThat(violation.policy()).isEqualTo("semver");
                      assertThat(violation.path()).isEqualTo("$.version");
                      assertThat(violation.line()).isEqualTo(4);
                      assertThat(violation.message()).contains(version, "1.4.2", right, rule);
                    }));
    assertAccepted(
        publish(state, Documents.active(right) + after),
        right.equals("2.0.0")
            ? new ContractEvent[] {
              successor(Documents.active(right) + after, Documents.active("1.4.2") + before),
              deprecated("1.4.2", right, THIRTY_DAYS_LATER)
            }
            : new ContractEvent[] {
              successor(Documents.active(right) + after, Documents.active("1.4.2") + before)
            });
  }

  @Test
  void aLargerStepThanNeededIsTheProducersChoiceAndBeginsANewLine() {
    ContractState state = after(published(Documents.active("1.0.0")));

    assertAccepted(
        publish(state, Documents.active("2.0.0")),
        successor(Documents.active("2.0.0"), Documents.active("1.0.0")),
        deprecated("1.0.0", "2.0.0", THIRTY_DAYS_LATER));
  }

  @Test
  void aPreReleaseDeprecatesNothingAndIsNotComparedWith() {
    String field = "schema: [{name: orders, properties: [{name: id}]}]\n";
    ContractVersionPublished first = published(Documents.active("1.0.0") + field);
    ContractVersionPublished candidate =
        successor(Documents.active("2.0.0-rc.1"), Documents.active("1.0.0") + field);

    assertAccepted(publish(after(first), Documents.active("2.0.0-rc.1")), candidate);
    assertAccepted(
        publish(after(first, candidate), Documents.active("2.0.0")),
        successor(Documents.active("2.0.0"), Documents.active("1.0.0") + field),
        deprecated("1.0.0", "2.0.0", THIRTY_DAYS_LATER));
  }

  static Stream<Arguments> notices() {
    return Stream.of(
        arguments("P60D", "2027-01-21T10:15:30Z"),
        arguments("P3M", "2027-02-22T10:15:30Z"),
        arguments("31", "2026-12-23T10:15:30Z"),
        arguments("P30D", "2026-12-22T10:15:30Z"),
        arguments("P7D", "2026-12-22T10:15:30Z"),
        arguments("PT1H", "2026-12-22T10:15:30Z"));
  }

  @ParameterizedTest
  @MethodSource("notices")
  void theDeprecatedContractsOwnNoticeIsKeptAndThirtyDaysAtLeast(String notice, Instant until) {
    ContractState state = after(published(Documents.withNotice("1.0.0", notice)));

    assertAccepted(
        publish(state, Documents.withNotice("2.0.0", "P300D")),
        successor(Documents.withNotice("2.0.0", "P300D"), Documents.withNotice("1.0.0", notice)),
        deprecated("1.0.0", "2.0.0", until));
  }

  @Test
  void aNewMajorVersionDeprecatesEveryVersionInForceBelowIt() {
    ContractState state =
        after(
            published(Documents.active("1.0.0")),
            published(Documents.active("2.0.0")),
            deprecated("1.0.0", "2.0.0", THIRTY_DAYS_LATER),
            published(Documents.withNotice("2.1.0", "P60D")));

    assertAccepted(
        publish(state, Documents.active("3.0.0")),
        successor(Documents.active("3.0.0"), Documents.withNotice("2.1.0", "P60D")),
        deprecated("2.0.0", "3.0.0", THIRTY_DAYS_LATER),
        deprecated("2.1.0", "3.0.0", NOW.plus(Duration.ofDays(60))));
  }

  @Test
  void theProductMustExist() {
    assertRejected(
        ContractDecider.decide(
            NONE,
            Documents.submission(Documents.active("1.0.0")),
            owner(),
            ContractFacts.withoutGate(null)),
        RejectionCode.PRODUCT_NOT_FOUND,
        "payments/settlements");
  }

  @ParameterizedTest
  @EnumSource
  void theOwnerGovernanceAndMachinesPublish(Role role) {
    PublishContractVersion submission = Documents.submission(Documents.active("1.0.0"));
    boolean allowed = List.of(Role.GOVERNANCE_ENGINEER, Role.MACHINE, Role.SYSTEM).contains(role);

    Decision<ContractEvent> decision =
        ContractDecider.decide(
            NONE,
            submission,
            as(role),
            Documents.facts(allowed ? Documents::judge : ContractDeciderTest::noGate));

    if (allowed) {
      assertThat(decision.eventsOrThrow()).hasSize(1);
    } else {
      assertRejected(decision, RejectionCode.NOT_ALLOWED, "product's owner");
    }
  }

  @Test
  void theGateIsAskedOnce() {
    List<String> asked = new ArrayList<>();
    ContractFacts counting =
        Documents.facts((contract, document, previous) -> {
          asked.add(document);
          return Documents.judge(contract, document, previous);
        });

    ContractDecider.decide(
            after(published(Documents.active("1.0.0"))),
            Documents.submission(Documents.active("2.0.0")),
            owner(),
            counting)
        .eventsOrThrow();

    assertThat(asked).hasSize(1);
  }

  @Test
  void aVersionIsRetiredFromTheDayOn() {
    ContractState state = twoVersions();
    Role[] mayRetire = {Role.GOVERNANCE_ENGINEER, Role.MACHINE, Role.SYSTEM};

    for (Role role : mayRetire) {
      assertAccepted(
          retire(state, "1.0.0", at(THIRTY_DAYS_LATER, as(role))),
          new ContractVersionRetired(DAILY, "1.0.0", THIRTY_DAYS_LATER));
    }
    assertAccepted(
        retire(state, "1.0.0", at(THIRTY_DAYS_LATER.plusSeconds(1), owner())),
        new ContractVersionRetired(DAILY, "1.0.0", THIRTY_DAYS_LATER.plusSeconds(1)));
  }

  @ParameterizedTest
  @EnumSource(
      value = Role.class,
      names = {"GOVERNANCE_ENGINEER", "MACHINE", "SYSTEM"})
  void nobodyRetiresAVersionBefore(Role role) {
    assertRejected(
        retire(twoVersions(), "1.0.0", at(THIRTY_DAYS_LATER.minusNanos(1), as(role))),
        RejectionCode.CONTRACT_VERSION_STILL_SUPPORTED,
        THIRTY_DAYS_LATER.toString());
  }

  @Test
  void retiringASecondTimeChangesNothing() {
    ContractState state =
        ContractDecider.evolve(
            twoVersions(), new ContractVersionRetired(DAILY, "1.0.0", THIRTY_DAYS_LATER));

    assertAccepted(retire(state, "1.0.0", at(THIRTY_DAYS_LATER, owner())));
  }

  @Test
  void onlyWhatIsDeprecatedIsRetired() {
    assertRejected(
        retire(twoVersions(), "2.0.0", at(THIRTY_DAYS_LATER, owner())),
        RejectionCode.CONTRACT_VERSION_NOT_DEPRECATED,
        "2.0.0");
  }

  @Test
  void onlyWhatWasPublishedIsRetired() {
    assertRejected(
        retire(twoVersions(), "1.0.1", owner()), RejectionCode.CONTRACT_VERSION_NOT_FOUND, "1.0.1");
    assertRejected(
        retire(after(rejected(Documents.draft("1.0.0"))), "1.0.0", owner()),
        RejectionCode.CONTRACT_NOT_FOUND,
        "payments/settlements/daily");
  }

  @Test
  void anotherOwnerRetiresNothing() {
    assertRejected(
        retire(
            twoVersions(), "1.0.0", at(THIRTY_DAYS_LATER, as("owner-orders", Role.PRODUCT_OWNER))),
        RejectionCode.NOT_ALLOWED,
        "product's owner");
  }

  @Test
  void aStreamThatTellsOfAnUnpublishedVersionIsAFault() {
    assertThatIllegalStateException()
        .isThrownBy(() -> after(deprecated("1.0.0", "2.0.0", THIRTY_DAYS_LATER)))
        .withMessageContaining("1.0.0");
  }

  private static ContractState twoVersions() {
    return after(
        published(Documents.active("1.0.0")),
        published(Documents.active("2.0.0")),
        deprecated("1.0.0", "2.0.0", THIRTY_DAYS_LATER));
  }

  private static Judgement noGate(
      ContractId contract, String document, Judgement.@Nullable Predecessor previous) {
    throw new AssertionError("The gate was asked although the answer does not depend on it");
  }
}

package io.concordat.server.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import io.concordat.messages.Event;
import io.concordat.messages.Subject;
import io.concordat.messages.contract.ContractId;
import io.concordat.messages.contract.ContractOutline;
import io.concordat.messages.contract.ContractSupportExtended;
import io.concordat.messages.contract.ContractVersionDeprecated;
import io.concordat.messages.contract.ContractVersionPublished;
import io.concordat.messages.contract.ContractVersionRetired;
import io.concordat.messages.policy.Verdict;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a contract's stream says of its versions. */
class ContractPastTest {

  private static final ContractId DAILY = new ContractId("payments/settlements/daily");
  private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
  private static final Instant LATER = NOW.plusSeconds(86_400);

  @Test
  void readersLeaveTheNewestRelease() {
    ContractPast past =
        ContractPast.of(
            List.of(
                published("1.0.0"),
                published("1.1.0"),
                published("1.2.0-rc.1"),
                published("2.0.0-rc.1"),
                published("2.0.0"),
                deprecated("1.0.0"),
                deprecated("1.1.0"),
                deprecated("1.2.0-rc.1")));

    assertThat(past.isLeftBy("1.1.0", "2.0.0")).isTrue();
    assertThat(past.isLeftBy("1.0.0", "2.0.0")).isFalse();
    assertThat(past.isLeftBy("1.2.0-rc.1", "2.0.0")).isFalse();
    assertThat(past.isLeftBy("2.0.0-rc.1", "2.0.0")).isFalse();
    assertThat(past.isLeftBy("1.1.0", "3.0.0")).isFalse();
  }

  @Test
  void theEndOfSupportIsTheOneThatWasToldLast() {
    ContractPast past =
        ContractPast.of(
            List.of(
                published("1.0.0"),
                published("1.1.0"),
                published("2.0.0"),
                deprecated("1.0.0"),
                deprecated("1.1.0"),
                new ContractSupportExtended(DAILY, "1.1.0", LATER, NOW, new Subject("ana")),
                new ContractVersionRetired(DAILY, "1.0.0", NOW)));

    assertThat(past.supportedUntil("1.0.0")).contains(NOW);
    assertThat(past.supportedUntil("1.1.0")).contains(LATER);
    assertThat(past.supportedUntil("2.0.0")).isEmpty();
    assertThat(past.successorOf("1.1.0")).contains("2.0.0");
    assertThat(past.isRetired("1.0.0")).isTrue();
    assertThat(past.leaving()).containsExactly("1.1.0");
  }

  private static Event deprecated(String version) {
    return new ContractVersionDeprecated(DAILY, version, "2.0.0", NOW);
  }

  private static Event published(String version) {
    return new ContractVersionPublished(
        DAILY,
        version,
        "document of " + version,
        "digest",
        new ContractOutline(null, null, "active", List.of(), List.of(), List.of()),
        new Verdict(1, List.of()),
        null,
        List.of(),
        NOW,
        new Subject("ana"));
  }
}

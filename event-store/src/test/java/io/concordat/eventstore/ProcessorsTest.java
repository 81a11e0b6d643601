package io.concordat.eventstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.concordat.eventstore.command.Receipt;
import io.concordat.eventstore.processing.GroupStatus;
import io.concordat.eventstore.processing.ProcessorAdmin;
import io.concordat.eventstore.processing.ReadBarrier;
import io.concordat.localstack.TestEngines;
import io.concordat.messages.incident.AcknowledgeIncident;
import io.concordat.messages.incident.OpenIncident;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class ProcessorsTest {

  private static final Set<String> RECORDER = Set.of(TestProjections.RECORDER);
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private static House house;
  private static TestProjections.Recorder recorder;

  @BeforeAll
  static void open() {
    house =
        House.overNewDatabase(
            TestProjections.Recorder.class,
            TestProjections.DomainsOnly.class,
            TestProjections.Acting.class,
            TestProjections.Lag.class);
    recorder = house.bean(TestProjections.Recorder.class);
  }

  @AfterAll
  static void close() {
    house.close();
  }

  private static boolean isRead(Receipt receipt, Set<String> groups, Duration patience) {
    return house
        .bean(ReadBarrier.class)
        .await(receipt.highestIndex().orElseThrow(), groups, patience);
  }

  private static GroupStatus status(String group) {
    return house.bean(ProcessorAdmin.class).groups().stream()
        .filter(status -> status.name().equals(group))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void aReaderSeesItsOwnWrite() {
    for (int i = 0; i < 50; i++) {
      OpenIncident open = CommandsTest.openIncident();
      Receipt receipt = house.send(open);
      assertThat(isRead(receipt, RECORDER, PATIENCE)).isTrue();
      assertThat(recorder.of(open.stream()))
          .singleElement()
          .satisfies(seen -> {
            assertThat(seen.sequenceNumber()).isZero();
            assertThat(seen.subject()).isEqualTo("ana");
          });
    }
  }

  @Test
  void groupsThatDoNotHandleAnEventComePastItToo() {
    Receipt receipt = house.send(CommandsTest.openIncident());
    assertThat(isRead(receipt, Set.of(TestProjections.RECORDER, "test-domains"), PATIENCE))
        .isTrue();
  }

  @Test
  void anEventReachesItsHandlerWithinMilliseconds() {
    List<Long> nanos = new ArrayList<>();
    for (int i = 0; i < 300; i++) {
      OpenIncident open = CommandsTest.openIncident();
      Receipt receipt = house.send(open);
      long stored = System.nanoTime();
      assertThat(isRead(receipt, Set.of("test-lag"), PATIENCE)).isTrue();
      nanos.add(house.bean(TestProjections.Lag.class).handledAt.get(open.stream()) - stored);
    }
    nanos.sort(null);
    System.out.printf(
        "lag from commit to handler: p50 %.2f ms, p99 %.2f ms%n",
        nanos.get(150) / 1e6, nanos.get(297) / 1e6);
    assertThat(nanos.get(150)).isLessThan(Duration.ofMillis(100).toNanos());
  }

  @Test
  void theBarrierGivesUpAfterItsTimeout() {
    assertThat(
            house.bean(ReadBarrier.class).await(Long.MAX_VALUE, RECORDER, Duration.ofMillis(100)))
        .isFalse();
  }

  @Test
  void aPoisonousEventIsSetAsideWithWhatFollowsItInItsStream() {
    OpenIncident bad = CommandsTest.openIncident();
    OpenIncident good = CommandsTest.openIncident();
    recorder.poison.put(bad.stream(), new IllegalStateException("cannot take this"));
    house.send(bad);
    house.send(new AcknowledgeIncident(bad.incident()));
    Receipt last = house.send(good);

    assertThat(isRead(last, RECORDER, PATIENCE)).isTrue();
    assertThat(recorder.of(good.stream())).hasSize(1);
    assertThat(recorder.of(bad.stream())).isEmpty();
    assertThat(status(TestProjections.RECORDER).deadLetters()).isEqualTo(2);

    recorder.poison.clear();
    assertThat(house.bean(ProcessorAdmin.class).retryDeadLetters(TestProjections.RECORDER))
        .isEqualTo(1);
    assertThat(recorder.of(bad.stream()))
        .extracting(TestProjections.Seen::sequenceNumber)
        .containsExactly(0L, 1L);
    assertThat(status(TestProjections.RECORDER).deadLetters()).isZero();

    Receipt later = house.send(new AcknowledgeIncident(bad.incident()));
    assertThat(isRead(later, RECORDER, PATIENCE)).isTrue();
    assertThat(recorder.of(bad.stream())).hasSize(3);
  }

  @Test
  void aDeadLetterThatFailsAgainIsKept() {
    OpenIncident bad = CommandsTest.openIncident();
    recorder.poison.put(bad.stream(), new IllegalStateException("cannot take this"));
    assertThat(isRead(house.send(bad), RECORDER, PATIENCE)).isTrue();

    recorder.poison.put(bad.stream(), new UncheckedIOException(new IOException("gone")));
    assertThat(house.bean(ProcessorAdmin.class).retryDeadLetters(TestProjections.RECORDER))
        .isZero();
    assertThat(status(TestProjections.RECORDER).deadLetters()).isEqualTo(1);

    recorder.storeGone.set(true);
    recorder.poison.clear();
    assertThat(house.bean(ProcessorAdmin.class).retryDeadLetters(TestProjections.RECORDER))
        .isZero();
    assertThat(status(TestProjections.RECORDER).deadLetters()).isEqualTo(1);

    recorder.storeGone.set(false);
    assertThat(house.bean(ProcessorAdmin.class).retryDeadLetters(TestProjections.RECORDER))
        .isEqualTo(1);
    assertThat(recorder.of(bad.stream())).hasSize(1);
  }

  @Test
  void whileAStoreIsGoneNothingIsSkippedAndItIsMadeUpSoonAfter() {
    recorder.storeGone.set(true);
    int failuresBefore = recorder.failures.get();
    OpenIncident open = CommandsTest.openIncident();
    Receipt receipt = house.send(open);
    await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> recorder.failures.get() >= failuresBefore + 5);
    await().atMost(PATIENCE).until(() -> status(TestProjections.RECORDER).failing());
    assertThat(status(TestProjections.RECORDER).deadLetters()).isZero();

    recorder.storeGone.set(false);
    assertThat(isRead(receipt, RECORDER, Duration.ofSeconds(8))).isTrue();
    assertThat(recorder.of(open.stream())).hasSize(1);
    await().atMost(PATIENCE).until(() -> !status(TestProjections.RECORDER).failing());
  }

  @Test
  void aHandlerThatCannotReachItsStoreIsTriedAgainNotSetAside() {
    OpenIncident open = CommandsTest.openIncident();
    recorder.poison.put(open.stream(), new UncheckedIOException(new IOException("refused")));
    int failuresBefore = recorder.failures.get();
    Receipt receipt = house.send(open);
    await().atMost(PATIENCE).until(() -> recorder.failures.get() >= failuresBefore + 2);
    recorder.poison.clear();
    assertThat(isRead(receipt, RECORDER, Duration.ofSeconds(10))).isTrue();
    assertThat(recorder.of(open.stream())).hasSize(1);
    assertThat(status(TestProjections.RECORDER).deadLetters()).isZero();
  }

  @Test
  void aGroupIsResetAndReadsAllAgainWhileTheOthersGoOn() {
    Receipt receipt = house.send(CommandsTest.openIncident());
    assertThat(isRead(receipt, RECORDER, PATIENCE)).isTrue();
    int before = recorder.written.size();

    house.bean(ProcessorAdmin.class).reset(TestProjections.RECORDER).join();
    await()
        .atMost(PATIENCE)
        .untilAsserted(() -> {
          assertThat(recorder.written).hasSize(before);
          assertThat(status(TestProjections.RECORDER).lag()).isZero();
        });
    assertThat(recorder.written).allMatch(TestProjections.Seen::replay);

    OpenIncident next = CommandsTest.openIncident();
    assertThat(isRead(house.send(next), RECORDER, PATIENCE)).isTrue();
    assertThat(recorder.of(next.stream())).singleElement().matches(seen -> !seen.replay());
    await().atMost(PATIENCE).until(() -> !status(TestProjections.RECORDER).replaying());
  }

  @Test
  void aGroupThatActsIsNotReset() {
    OpenIncident open = CommandsTest.openIncident();
    Set<String> acting = Set.of(TestProjections.ACTING);
    assertThat(isRead(house.send(open), acting, PATIENCE)).isTrue();

    assertThatThrownBy(() -> house.bean(ProcessorAdmin.class).reset(TestProjections.ACTING))
        .isInstanceOf(UnsupportedOperationException.class)
        .hasMessageContaining(TestProjections.ACTING);

    assertThat(isRead(house.send(CommandsTest.openIncident()), acting, PATIENCE)).isTrue();
    assertThat(house.bean(TestProjections.Acting.class).handled).containsOnlyOnce(open.stream());
  }

  @Test
  void aGroupThatActsBeginsWithTheFirstEventThereIs() {
    String url = TestEngines.postgres();
    OpenIncident open = CommandsTest.openIncident();
    try (House before = House.over(url)) {
      before.send(open);
    }
    try (House after = House.over(url, TestProjections.Acting.class)) {
      await()
          .atMost(PATIENCE)
          .untilAsserted(() ->
              assertThat(after.bean(TestProjections.Acting.class).handled)
                  .containsExactly(open.stream()));
    }
  }

  @Test
  void anUnknownGroupIsRefused() {
    assertThatThrownBy(() -> house.bean(ProcessorAdmin.class).reset("no-such"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> house.bean(ProcessorAdmin.class).retryDeadLetters("no-such"))
        .isInstanceOf(IllegalArgumentException.class);
  }
}

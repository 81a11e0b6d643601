package io.concordat.eventstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.concordat.eventstore.command.CommandOptions;
import io.concordat.eventstore.command.Commands;
import io.concordat.eventstore.command.Receipt;
import io.concordat.eventstore.processing.ProcessorAdmin;
import io.concordat.eventstore.processing.ReadBarrier;
import io.concordat.eventstore.stream.StreamReader;
import io.concordat.localstack.TestEngines;
import io.concordat.messages.incident.AcknowledgeIncident;
import io.concordat.messages.incident.OpenIncident;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIf;
import org.springframework.jdbc.core.JdbcTemplate;

/** The database goes away under load and comes back. */
@DisabledIf("postgresIsNotOurs")
class PostgresGoneTest {

  private static final Duration PATIENCE = Duration.ofSeconds(40);

  private static House house;

  static boolean postgresIsNotOurs() {
    return TestEngines.isExternal(TestEngines.Store.POSTGRES);
  }

  @BeforeAll
  static void open() {
    house = House.overNewDatabase(TestProjections.Recorder.class);
  }

  @AfterEach
  void bringBack() {
    TestEngines.start(TestEngines.Store.POSTGRES);
  }

  @AfterAll
  static void close() {
    house.close();
  }

  @Test
  void whatWasAcknowledgedIsThereAndNothingIsThereTwice() throws Exception {
    Map<String, Receipt> acknowledged = new ConcurrentHashMap<>();
    AtomicBoolean stop = new AtomicBoolean();
    List<Thread> clients = new ArrayList<>();
    for (int client = 0; client < 8; client++) {
      int number = client;
      OpenIncident own = CommandsTest.openIncident();
      house.send(own);
      clients.add(
          Thread.ofVirtual()
              .start(() -> {
                for (int round = 0; !stop.get(); round++) {
                  String key = number + "-" + round;
                  sendUntilAnswered(own, key, stop)
                      .ifPresent(receipt -> acknowledged.put(key, receipt));
                }
              }));
    }
    await().atMost(PATIENCE).until(() -> acknowledged.size() > 100);
    TestEngines.kill(TestEngines.Store.POSTGRES);
    int whileGone = acknowledged.size();
    TestEngines.start(TestEngines.Store.POSTGRES);
    await().atMost(PATIENCE).until(() -> acknowledged.size() > whileGone + 100);
    stop.set(true);
    for (Thread client : clients) {
      client.join();
    }

    JdbcTemplate jdbc = new JdbcTemplate(house.bean(DataSource.class));
    Set<Long> stored =
        Set.copyOf(jdbc.queryForList("select global_index from domain_event_entry", Long.class));
    assertThat(acknowledged.values())
        .allSatisfy(receipt -> assertThat(stored).contains(receipt.highestIndex().orElseThrow()));
    assertThat(acknowledged.values().stream().map(Receipt::highestIndex).distinct())
        .hasSameSizeAs(acknowledged.values());
    Long twice =
        jdbc.queryForObject(
            "select count(*) - count(distinct idempotency_key) from domain_event_entry"
                + " where idempotency_key is not null",
            Long.class);
    assertThat(twice).isZero();

    assertThat(
            house
                .bean(ReadBarrier.class)
                .await(
                    acknowledged.values().stream()
                        .mapToLong(receipt -> receipt.highestIndex().orElseThrow())
                        .max()
                        .orElseThrow(),
                    Set.of(TestProjections.RECORDER),
                    PATIENCE))
        .isTrue();
    assertThat(house.bean(ProcessorAdmin.class).groups())
        .allMatch(group -> group.deadLetters() == 0);
  }

  private static Optional<Receipt> sendUntilAnswered(
      OpenIncident own, String key, AtomicBoolean stop) {
    while (!stop.get()) {
      try {
        return Optional.of(
            house.send(
                new AcknowledgeIncident(own.incident()),
                House.ANA,
                CommandOptions.NONE.withIdempotencyKey(key)));
      } catch (RuntimeException gone) {
        continue;
      }
    }
    return Optional.empty();
  }

  @Test
  void commandsFailClearlyAndSoonWhileItIsGone() {
    house.send(CommandsTest.openIncident());
    TestEngines.stop(TestEngines.Store.POSTGRES);
    long start = System.nanoTime();
    List<CompletableFuture<Receipt>> answers =
        IntStream.range(0, 20)
            .mapToObj(i -> house.bean(Commands.class).send(CommandsTest.openIncident(), House.ANA))
            .toList();
    assertThat(answers)
        .allSatisfy(answer ->
            assertThat(answer)
                .failsWithin(Duration.ofSeconds(30))
                .withThrowableThat()
                .havingCause()
                .isInstanceOf(StoreUnavailable.class));
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(30));
    assertThatThrownBy(() -> house.bean(StreamReader.class).exists("incident:x"))
        .isInstanceOf(StoreUnavailable.class);

    TestEngines.start(TestEngines.Store.POSTGRES);
    await()
        .atMost(PATIENCE)
        .ignoreExceptions()
        .until(() -> house.send(CommandsTest.openIncident()).appended().size() == 1);
  }
}

package io.concordat.server;

import static io.concordat.server.ObservationSender.COMPLETENESS;
import static io.concordat.server.ObservationSender.completeness;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.concordat.localstack.engine.Ports;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** Observations where a server dies, or is not the only one: none is lost, none counts twice. */
class ObservationNodesTest {

  private static final int SENDERS = 8;
  private static final int OF_A_BATCH = 20;

  @TempDir Path home;

  @Test
  void whatWasAcceptedBeforeTheServerWasKilledIsCountedOnce() throws Exception {
    Stores stores = Stores.fresh();
    try (Node first = Node.start(stores)) {
      ObservationSender.offer(first.as("governance"));
    }
    int port = Ports.free(1).getFirst();
    Set<Integer> accepted = ConcurrentHashMap.newKeySet();
    AtomicInteger next = new AtomicInteger();
    Instant start = Instant.now();
    Process server =
        ServerProcess.start(
            ConcordatServer.class,
            stores,
            home,
            List.of("--server.port=" + port, "--concordat.observations.save=700ms"),
            List.of());
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      awaitReady(server, port);
      for (int number = 0; number < SENDERS; number++) {
        ObservationSender sender = new ObservationSender(port, "machine-" + number);
        threads.submit(() -> {
          while (server.isAlive()) {
            int batch = next.incrementAndGet();
            String body = String.join("\n", batch(batch, start));
            if (sender.post(body, "Content-Type", "application/x-ndjson").statusCode() == 202) {
              accepted.add(batch);
            }
          }
          return null;
        });
      }
      await().atMost(Duration.ofSeconds(60)).until(() -> accepted.size() >= 1_000);
      server.destroyForcibly();
      assertThat(server.waitFor(10, TimeUnit.SECONDS)).isTrue();
    } finally {
      server.destroyForcibly();
    }

    try (Node node = Node.start(stores, "--concordat.observations.save=100ms")) {
      long stored =
          node.bean(JdbcClient.class)
              .sql("select count(*) from observation_batch where format <> 'T'")
              .query(Long.class)
              .single();
      assertThat(stored - accepted.size())
          .as("taken, and not answered when it died")
          .isBetween(0L, (long) SENDERS);
      ObservationSender.awaitSaved(node);
      // Each sender tells in order, so that none of its observations is late.
      assertThat(ObservationSender.counted(node, COMPLETENESS)).isEqualTo(stored * OF_A_BATCH);
    }
  }

  @Test
  void twoNodesCountEachObservationOnceAndOneGoesOnWhereTheOtherEnds() throws Exception {
    Stores stores = Stores.fresh();
    int batches = 100;
    Instant start = Instant.now();
    try (Node one = Node.start(stores, "--concordat.observations.save=100ms")) {
      ObservationSender.offer(one.as("governance"));
      try (Node two = Node.start(stores, "--concordat.observations.save=100ms");
          var threads = Executors.newFixedThreadPool(2)) {
        List<Callable<Void>> senders = new ArrayList<>();
        for (Node node : List.of(one, two)) {
          ObservationSender sender = new ObservationSender(node.port(), "machine-same");
          senders.add(() -> {
            for (int batch = 1; batch <= batches; batch++) {
              sender.lines(batch(batch, start));
            }
            return null;
          });
        }
        for (var done : threads.invokeAll(senders)) {
          done.get();
        }
        ObservationSender.awaitSaved(one);
        assertThat(ObservationSender.counted(two, COMPLETENESS)).isEqualTo(batches * OF_A_BATCH);
        one.close();
        new ObservationSender(two.port(), "machine-same").lines(batch(batches + 1, start));
        ObservationSender.awaitSaved(two);
        assertThat(ObservationSender.counted(two, COMPLETENESS))
            .isEqualTo((batches + 1) * OF_A_BATCH);
      }
    }
  }

  private static List<String> batch(int batch, Instant start) {
    List<String> observations = new ArrayList<>();
    for (int number = 0; number < OF_A_BATCH; number++) {
      int all = batch * OF_A_BATCH + number;
      observations.add(completeness("o" + all, start.plusMillis(all), 0));
    }
    return observations;
  }

  private static void awaitReady(Process server, int port) {
    await()
        .atMost(Duration.ofSeconds(90))
        .ignoreExceptions()
        .until(() -> {
          assertThat(server.isAlive()).isTrue();
          String health = Http.get(port, "/actuator/health/readiness");
          return JsonMapper.shared().readTree(health).path("status").asString("").equals("UP");
        });
  }
}

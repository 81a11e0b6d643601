package io.concordat.server.notification;

import static org.assertj.core.api.Assertions.assertThat;

import io.concordat.localstack.TestEngines;
import io.concordat.messages.incident.IncidentSeverity;
import io.concordat.messages.mesh.DomainId;
import io.concordat.messages.mesh.ProductId;
import io.concordat.notification.Notice;
import io.concordat.notification.NoticeKind;
import io.concordat.notification.sending.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The outbox on a real PostgreSQL, with several that take from it. */
class NotificationOutboxTest {

  private static final Duration LEASE = Duration.ofMinutes(5);

  private JdbcClient postgres;
  private NotificationOutbox outbox;

  @BeforeEach
  void start() {
    PGSimpleDataSource source = new PGSimpleDataSource();
    source.setUrl(TestEngines.postgres());
    Flyway.configure().dataSource(source).load().migrate();
    postgres = JdbcClient.create(source);
    outbox = new NotificationOutbox(postgres);
    postgres.sql("truncate notification, notification_attempt").update();
  }

  @Test
  void anEventThatComesAgainIsToldOnceToEachChannel() {
    Notice notice = notice(UUID.randomUUID());
    for (int again = 0; again < 3; again++) {
      outbox.put("event-1", "a", notice, Duration.ZERO, false);
      outbox.put("event-1", "b", notice, Duration.ZERO, false);
    }
    assertThat(outbox.take(10, LEASE))
        .extracting(NotificationOutbox.Taken::channel)
        .containsExactlyInAnyOrder("a", "b");
    assertThat(outbox.take(10, LEASE)).isEmpty();
  }

  @Test
  void whatIsTakenReadsAsItWasPut() {
    Notice notice = notice(UUID.randomUUID());
    outbox.put("event-1", "a", notice, Duration.ZERO, false);
    assertThat(outbox.take(10, LEASE).getFirst().letter()).isEqualTo(notice);
  }

  @Test
  void severalWhoTakeAtOnceNeverTakeTheSame() throws Exception {
    for (int index = 0; index < 200; index++) {
      outbox.put("event-" + index, "a", notice(UUID.randomUUID()), Duration.ZERO, false);
    }
    List<Long> taken = new ArrayList<>();
    try (var threads = Executors.newFixedThreadPool(4)) {
      Callable<List<Long>> taker =
          () -> {
            List<Long> mine = new ArrayList<>();
            for (int round = 0; round < 100 && mine.size() < 200; round++) {
              outbox.take(7, LEASE).forEach(one -> mine.add(one.position()));
            }
            return mine;
          };
      for (var result : threads.invokeAll(List.of(taker, taker, taker, taker))) {
        taken.addAll(result.get());
      }
    }
    assertThat(taken).hasSize(200).doesNotHaveDuplicates();
  }

  @Test
  void whatWasTakenAndNeverFinishedIsTakenAgainUnderTheSameId() {
    outbox.put("event-1", "a", notice(UUID.randomUUID()), Duration.ZERO, false);
    NotificationOutbox.Taken first = outbox.take(10, Duration.ZERO).getFirst();
    NotificationOutbox.Taken second = outbox.take(10, LEASE).getFirst();
    assertThat(second.id()).isEqualTo(first.id());
    assertThat(second.attempt()).isEqualTo(2);
    // Whoever was thought lost has failed meanwhile: that is no word on the later attempt.
    outbox.failed(first, 500, "answered 500", Duration.ZERO);
    assertThat(outbox.take(10, LEASE)).isEmpty();
    outbox.sent(first, new Outcome.Delivered(200));
    assertThat(outbox.count("SENT")).isEqualTo(1);
  }

  @Test
  void theEndOfAnIncidentIsNotToldBeforeItsBeginning() {
    UUID incident = UUID.randomUUID();
    outbox.put("event-1", "a", notice(incident), Duration.ZERO, false);
    outbox.put("event-2", "a", notice(incident), Duration.ZERO, false);
    outbox.put("event-2", "b", notice(incident), Duration.ZERO, false);
    List<NotificationOutbox.Taken> first = outbox.take(10, LEASE);
    assertThat(first)
        .extracting(NotificationOutbox.Taken::channel)
        .containsExactlyInAnyOrder("a", "b");
    NotificationOutbox.Taken beginning =
        first.stream().filter(taken -> taken.channel().equals("a")).findFirst().orElseThrow();
    outbox.failed(beginning, 500, "answered 500", Duration.ofHours(1));
    assertThat(outbox.take(10, LEASE)).isEmpty();
    outbox.sent(beginning, new Outcome.Delivered(200));
    assertThat(outbox.take(10, LEASE))
        .extracting(NotificationOutbox.Taken::channel)
        .containsExactly("a");
  }

  @Test
  void whatWaitsForTheMorningIsNotTaken() {
    outbox.put("event-1", "a", notice(UUID.randomUUID()), Duration.ofHours(8), false);
    assertThat(outbox.take(10, LEASE)).isEmpty();
    assertThat(outbox.count("WAITING")).isEqualTo(1);
  }

  @Test
  void whatIsPutAsideIsTakenAgainWhenAskedFor() {
    outbox.put("event-1", "a", notice(UUID.randomUUID()), Duration.ZERO, false);
    NotificationOutbox.Taken taken = outbox.take(10, LEASE).getFirst();
    outbox.dead(taken, 410, "the receiver wants no more");
    assertThat(outbox.count("DEAD")).isEqualTo(1);
    outbox.revive();
    assertThat(outbox.take(10, LEASE).getFirst().id()).isEqualTo(taken.id());
    assertThat(
            postgres
                .sql("select attempt || ' ' || status || ' ' || problem from notification_attempt")
                .query(String.class)
                .list())
        .isEqualTo(Stream.of("1 410 the receiver wants no more").toList());
  }

  private static Notice notice(UUID incident) {
    return new Notice(
        NoticeKind.OPENED,
        incident.toString(),
        new DomainId("alpha"),
        new ProductId("alpha/things"),
        null,
        "freshness",
        IncidentSeverity.HIGH,
        "No data.",
        null,
        Instant.parse("2026-03-02T10:15:00Z"),
        List.of());
  }
}

package io.concordat.server.notification;

import static org.assertj.core.api.Assertions.assertThat;

import io.concordat.localstack.TestEngines;
import io.concordat.messages.incident.IncidentSeverity;
import io.concordat.messages.mesh.DomainId;
import io.concordat.messages.mesh.ProductId;
import io.concordat.notification.Digest;
import io.concordat.notification.Notice;
import io.concordat.notification.NoticeKind;
import io.concordat.notification.sending.Outcome;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.transaction.support.TransactionTemplate;

/** What is gathered, bound and forgotten of messages, on a real PostgreSQL. */
class DigestBinderTest {

  private static final Instant AT = Instant.parse("2026-03-02T10:15:00Z");
  private static final Duration LEASE = Duration.ofMinutes(1);

  private DataSource source;
  private JdbcClient postgres;
  private NotificationOutbox outbox;

  @BeforeEach
  void start() {
    TestEngines.startAll();
    source = new DriverManagerDataSource(TestEngines.postgres());
    postgres = JdbcClient.create(source);
    outbox = new NotificationOutbox(postgres);
  }

  @Test
  void whatWasSentIsForgottenAfterItsTimeAndNothingElse() {
    migrate("latest");
    for (String about : List.of("sent-long-ago", "sent-just-now", "waiting", "dead")) {
      outbox.put(about, "chat", notice(about), Duration.ZERO, false);
    }
    outbox
        .take(10, LEASE)
        .forEach(taken -> {
          switch (about(taken)) {
            case "dead" -> outbox.dead(taken, 410, "gone");
            case "waiting" -> outbox.failed(taken, 500, "later", LEASE);
            default -> outbox.sent(taken, new Outcome.Delivered(200));
          }
        });
    postgres
        .sql(
            "update notification set created_at = now() - interval '3 days'"
                + " where event <> 'sent-just-now'")
        .update();
    assertThat(outbox.forget(Duration.ofDays(2))).isEqualTo(1);
    assertThat(postgres.sql("select event from notification").query(String.class).list())
        .containsExactlyInAnyOrder("sent-just-now", "waiting", "dead");
    assertThat(outbox.forget(Duration.ofDays(2))).isZero();
  }

  @Test
  void twoNodesBindEachNoticeIntoOneDigest() throws Exception {
    migrate("latest");
    IntStream.range(0, 1_200)
        .forEach(number ->
            outbox.put("event-" + number, "chat", notice("n-" + number), Duration.ZERO, true));
    assertThat(outbox.take(10, LEASE)).isEmpty();
    Thread other = Thread.ofPlatform().start(() -> binder().bind());
    binder().bind();
    other.join();
    binder().bind();
    binder().bind();
    // Digests of one channel go out one after the other.
    List<Notice> told =
        Stream.generate(() -> outbox.take(10, LEASE))
            .limit(3)
            .flatMap(taken -> {
              assertThat(taken).hasSize(1);
              outbox.sent(taken.getFirst(), new Outcome.Delivered(200));
              return ((Digest) taken.getFirst().letter()).notices().stream();
            })
            .toList();
    assertThat(told)
        .extracting(Notice::about)
        .containsExactlyElementsOf(
            IntStream.range(0, 1_200).mapToObj(number -> "n-" + number).toList());
    assertThat(outbox.take(10, LEASE)).isEmpty();
    assertThat(outbox.count("GATHERED")).isEqualTo(1_200);
  }

  @Test
  void whatIsDueALittleLaterBelongsToTheSameDigest() {
    migrate("latest");
    outbox.put("early", "chat", notice("early"), Duration.ZERO, true);
    outbox.put("late", "chat", notice("late"), Duration.ofSeconds(5), true);
    outbox.put("next", "chat", notice("next"), Duration.ofHours(8), true);
    outbox.put("other", "mail", notice("other"), Duration.ofSeconds(5), true);
    binder().bind();
    List<NotificationOutbox.Taken> taken = outbox.take(10, LEASE);
    assertThat(taken).hasSize(1);
    assertThat(((Digest) taken.getFirst().letter()).notices())
        .extracting(Notice::about)
        .containsExactly("early", "late");
    assertThat(outbox.count("WAITING")).isEqualTo(3);
  }

  @Test
  void whatWaitsForADigestHoldsUpNothing() {
    migrate("latest");
    outbox.put("in-need", "chat", notice("2026-02"), Duration.ofHours(8), true);
    outbox.put("escalated", "chat", notice("2026-02"), Duration.ZERO, false);
    outbox.put("escalated-too", "chat", notice("2026-02"), Duration.ZERO, false);
    assertThat(outbox.take(10, LEASE)).hasSize(1);
  }

  @Test
  void whatWaitedBeforeNoticesHadOtherMattersIsStillTold() {
    migrate("11");
    postgres
        .sql(
            """
            insert into notification (event, channel, subject, due_at, notice)
            values ('e', 'chat', 'incident:i', now(),
              '{"kind":"OPENED","incident":"0195a000-0000-7000-8000-000000000001",
                "product":"payments/settlements","contract":null,"commitment":"freshness",
                "severity":"HIGH","summary":"No data.","cause":null,"at":"2026-03-02T10:15:00Z",
                "downstream":[]}')
            """)
        .update();
    migrate("latest");
    assertThat(outbox.take(10, LEASE))
        .extracting(NotificationOutbox.Taken::letter)
        .containsExactly(notice("0195a000-0000-7000-8000-000000000001"));
  }

  private DigestBinder binder() {
    return new DigestBinder(
        postgres,
        new TransactionTemplate(new DataSourceTransactionManager(source)),
        Clock.systemUTC());
  }

  private void migrate(String target) {
    Flyway.configure().dataSource(source).target(target).load().migrate();
  }

  private static String about(NotificationOutbox.Taken taken) {
    return ((Notice) taken.letter()).about();
  }

  private static Notice notice(String about) {
    return new Notice(
        NoticeKind.OPENED,
        about,
        new DomainId("payments"),
        new ProductId("payments/settlements"),
        null,
        "freshness",
        IncidentSeverity.HIGH,
        "No data.",
        null,
        AT,
        List.of());
  }
}

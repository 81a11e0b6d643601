package io.concordat.server.observation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.concordat.eventstore.deadline.Deadlines;
import io.concordat.localstack.TestEngines;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

class ObservationRetentionTest {

  private static final Instant NOW = Instant.parse("2026-03-20T10:20:00Z");

  private final Map<String, Instant> planned = new TreeMap<>();
  private JdbcClient postgres;
  private ObservationRetention retention;

  @BeforeEach
  void start() {
    TestEngines.startAll();
    DataSource source = new DriverManagerDataSource(TestEngines.postgres());
    Flyway.configure().dataSource(source).load().migrate();
    postgres = JdbcClient.create(source);
    retention =
        new ObservationRetention(
            postgres,
            new RetentionSettings(Duration.ofDays(7), Duration.ofDays(30), Duration.ofDays(90)),
            new StaticListableBeanFactory(Map.of("deadlines", new Noted()))
                .getBeanProvider(Deadlines.class),
            Clock.fixed(NOW, ZoneOffset.UTC));
  }

  @Test
  void whatIsFoldedAndOldIsRemovedAndNothingElse() {
    batches(1, 4_500, Duration.ofDays(8));
    batches(4_501, 4_510, Duration.ofDays(1));
    fold(4_400);
    assertThat(retention.forget()).isEqualTo(4_400);
    assertThat(positions()).startsWith(4_401L).hasSize(110);
    fold(4_510);
    assertThat(retention.forget()).isEqualTo(100);
    assertThat(positions()).startsWith(4_501L).hasSize(10);
    assertThat(retention.forget()).isZero();
  }

  @Test
  void whatWaitsInTheOutboxStays() {
    fold(10);
    sent("old and sent", 5, Duration.ofDays(31));
    sent("sent lately", 6, Duration.ofDays(29));
    sent("could be written again by the fold", 11, Duration.ofDays(31));
    sent("waits", 5, null);
    assertThat(retention.forget()).isEqualTo(1);
    assertThat(postgres.sql("select key from observation_outbox").query(String.class).list())
        .containsExactlyInAnyOrder("sent lately", "could be written again by the fold", "waits");
  }

  @Test
  void whatWasKeptApartIsForgottenWhenItIsNoLongerTold() {
    apart("old", Duration.ofDays(91));
    apart("told lately", Duration.ofDays(89));
    assertThat(retention.forget()).isEqualTo(1);
    assertThat(postgres.sql("select contract from observation_aside").query(String.class).list())
        .containsExactly("told lately");
  }

  @Test
  void itIsPlannedForTheNextHourByWhoeverStartsAndWhoeverHasRun() {
    retention.planNext();
    retention.handle("2026-03-20T10:00:00Z");
    assertThat(planned)
        .containsExactly(Map.entry("2026-03-20T11:00:00Z", Instant.parse("2026-03-20T11:00:00Z")));
  }

  @Test
  void nothingIsKeptForLessThanAnHour() {
    Duration day = Duration.ofDays(1);
    assertThatThrownBy(() -> new RetentionSettings(Duration.ZERO, day, day))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private void batches(long from, long until, Duration age) {
    postgres
        .sql(
            "insert into observation_batch (format, batch_key, digest, accepted_at, sender,"
                + " accepted, refused, as_of, body) select 'L', int8send(each), 'd', ?::timestamptz,"
                + " 's', 1, 0, 0, '' from generate_series(?, ?) each")
        .params(List.of(NOW.minus(age).toString(), from, until))
        .update();
  }

  private void fold(long position) {
    postgres
        .sql(
            "insert into observation_fold values (1, ?, 0, 0, 0, 0) on conflict (id) do update"
                + " set position = excluded.position")
        .param(position)
        .update();
  }

  private List<Long> positions() {
    return postgres
        .sql("select position from observation_batch order by position")
        .query(Long.class)
        .list();
  }

  private void sent(String key, long position, Duration age) {
    postgres
        .sql(
            "insert into observation_outbox (key, lane, position, body, created_at, done_at)"
                + " values (?, 0, ?, '{}', now(), ?::timestamptz)")
        .param(key)
        .param(position)
        .param(age == null ? null : NOW.minus(age).toString())
        .update();
  }

  private void apart(String contract, Duration age) {
    String last = NOW.minus(age).toString();
    postgres
        .sql(
            "insert into observation_aside values (?, '', 'c', 'p', 'OBSERVATION_LATE', 1,"
                + " ?::timestamptz, ?::timestamptz, 'i')")
        .params(List.of(contract, last, last))
        .update();
  }

  private final class Noted implements Deadlines {

    @Override
    public void schedule(String taskName, String id, Instant at) {
      planned.put(id, at);
    }

    @Override
    public void cancel(String taskName, String id) {
      planned.remove(id);
    }

    @Override
    public Map<String, Integer> failing() {
      return Map.of();
    }
  }
}

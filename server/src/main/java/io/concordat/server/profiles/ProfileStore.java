package io.concordat.server.profiles;

import io.concordat.messages.contract.ContractId;
import io.concordat.profile.FieldSketch;
import java.math.BigDecimal;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Profiles in PostgreSQL. They are the baselines too: there is no other state. */
@Component
class ProfileStore {

  private static final String INSERT =
      """
      insert into field_profile as kept
        (contract, field, starts_at, ends_at, producer, version, sketch, sent_by)
      values (?, ?, ?, ?, ?, ?, ?, ?)
      on conflict (contract, field, starts_at, ends_at, producer) do update set
        version = excluded.version,
        sketch = excluded.sketch,
        sent_by = excluded.sent_by,
        received_at = now()
      where kept.sketch <> excluded.sketch or kept.version is distinct from excluded.version
      """;
  private static final String JUDGE =
      """
      insert into anomaly_job (contract, field, starts_at, ends_at) values (?, ?, ?, ?)
      on conflict (contract, field, starts_at, ends_at) do update set
        attempts = 0, not_before = null
      """;
  private static final String LATEST =
      """
      with known as (
        select distinct starts_at, ends_at from field_profile
        where contract = :contract and field = :field and starts_at < :before),
      shown as (
        select ends_at - starts_at as length from known
        order by starts_at desc, ends_at desc limit :last),
      wanted as (
        select starts_at, ends_at,
          row_number() over (partition by ends_at - starts_at order by starts_at desc) as number
        from known where ends_at - starts_at in (select length from shown))
      select starts_at, ends_at, sketch from field_profile
      where contract = :contract and field = :field and (starts_at, ends_at) in (
        select starts_at, ends_at from wanted where number <= :last + :before_them)
      """;
  private static final String UP_TO =
      """
      select starts_at, ends_at, sketch from field_profile
      where contract = :contract and field = :field and (starts_at, ends_at) in (
        select distinct starts_at, ends_at from field_profile
        where contract = :contract and field = :field and starts_at <= :from
          and extract(epoch from ends_at - starts_at) = :seconds
        order by starts_at desc limit :most)
      """;
  private static final String LATER =
      """
      select exists (select 1 from field_profile
        where contract = :contract and field = :field and starts_at > :from
          and extract(epoch from ends_at - starts_at) = :seconds)
      """;

  private final JdbcClient postgres;
  private final JdbcTemplate batches;

  ProfileStore(JdbcClient postgres, JdbcTemplate batches) {
    this.postgres = postgres;
    this.batches = batches;
  }

  private record Part(Window window, byte[] sketch) {}

  /**
   * Keeps a profile; all of it is durable when it returns, or nothing.
   *
   * @param by subject of who sends it
   * @param oldest windows that ended before are forgotten
   */
  @Transactional
  public void keep(SentProfile profile, String by, Instant oldest) {
    // In one order, so that two requests never wait for each other's rows.
    Map<String, byte[]> ordered = new TreeMap<>(profile.fields());
    List<@Nullable Object[]> rows =
        ordered.entrySet().stream()
            .map(each ->
                new @Nullable Object[] {
                  profile.contract().value(),
                  each.getKey(),
                  Timestamp.from(profile.window().from()),
                  Timestamp.from(profile.window().to()),
                  profile.producer(),
                  profile.version(),
                  each.getValue(),
                  by
                })
            .toList();
    batches.batchUpdate(INSERT, rows);
    batches.batchUpdate(
        JUDGE,
        ordered.keySet().stream()
            .map(field ->
                new Object[] {
                  profile.contract().value(),
                  field,
                  Timestamp.from(profile.window().from()),
                  Timestamp.from(profile.window().to())
                })
            .toList());
    for (String table : List.of("field_profile", "field_anomaly")) {
      postgres
          .sql("delete from " + table + " where ends_at < ?")
          .param(Timestamp.from(oldest))
          .update();
    }
  }

  /**
   * The latest windows of a field that begin before a time, and those of each of their lengths
   * before them, oldest first; what several producers sent of one of them merged.
   *
   * @param last how many at most
   * @param beforeThem how many at most of each length
   */
  SequencedMap<Window, FieldSketch> latest(
      ContractId contract, String field, Instant before, int last, int beforeThem) {
    return merged(
        postgres
            .sql(LATEST)
            .param("contract", contract.value())
            .param("field", field)
            .param("before", Timestamp.from(before))
            .param("last", last)
            .param("before_them", beforeThem));
  }

  /**
   * A window of a field, and the latest ones of its length before it, oldest first.
   *
   * @param most how many at most, with the window itself
   */
  SequencedMap<Window, FieldSketch> upTo(
      ContractId contract, String field, Window window, int most) {
    return merged(of(UP_TO, contract, field, window).param("most", most));
  }

  /** Whether a field has a window of the same length that begins later. */
  boolean hasLater(ContractId contract, String field, Window window) {
    return of(LATER, contract, field, window).query(Boolean.class).single();
  }

  private JdbcClient.StatementSpec of(
      String sql, ContractId contract, String field, Window window) {
    return postgres
        .sql(sql)
        .param("contract", contract.value())
        .param("field", field)
        .param("from", Timestamp.from(window.from()))
        .param("seconds", BigDecimal.valueOf(window.length().toNanos(), 9));
  }

  private static SequencedMap<Window, FieldSketch> merged(JdbcClient.StatementSpec parts) {
    TreeMap<Window, FieldSketch> windows =
        new TreeMap<>(Comparator.comparing(Window::from).thenComparing(Window::to));
    parts
        .query((row, number) ->
            new Part(
                new Window(
                    row.getTimestamp("starts_at").toInstant(),
                    row.getTimestamp("ends_at").toInstant()),
                row.getBytes("sketch")))
        .list()
        .forEach(
            part -> windows.merge(part.window(), FieldSketch.of(part.sketch()), FieldSketch::plus));
    return windows;
  }
}

package io.concordat.server.profiles;

import io.concordat.messages.anomaly.AnomalyFigures;
import io.concordat.messages.anomaly.DetectAnomaly;
import io.concordat.messages.contract.ContractId;
import io.concordat.messages.incident.IncidentId;
import io.concordat.profile.anomaly.Anomaly;
import io.concordat.profile.anomaly.AnomalyKind;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Anomalies in PostgreSQL, and the windows that are to be judged. */
@Component
class AnomalyStore {

  /** Those that another node judges are passed over. */
  private static final String NEXT =
      """
      select contract, field, starts_at, ends_at from anomaly_job
      where not_before is null or not_before <= :now::timestamptz
      order by starts_at, contract, field limit 1 for update skip locked
      """;

  /** One window of a field at a time. */
  private static final String ALONE =
      "select 1 from (select pg_advisory_xact_lock(hashtextextended(:field, 7305))) as held";

  private static final String OF_JOB =
      " where contract = :contract and field = :field and starts_at = :from and ends_at = :to";

  private static final String LATER =
      "update anomaly_job set attempts = attempts + 1, not_before = :now::timestamptz"
          + " + least(3600, power(2, least(attempts, 12))) * interval '1 second'"
          + OF_JOB;

  private static final String KEEP =
      """
      insert into field_anomaly (contract, field, starts_at, ends_at, kind, id, product, observed,
        expected, low, high, state, detected_at, turn)
      values (:contract, :field, :from, :to, :kind, :id, :product, :observed, :expected, :low,
        :high, 'DETECTED', :now::timestamptz, :turn)
      on conflict (contract, field, starts_at, ends_at, kind) do update set
        observed = excluded.observed, expected = excluded.expected, low = excluded.low,
        high = excluded.high, state = excluded.state, detected_at = excluded.detected_at,
        turn = excluded.turn, incident = null
      """;

  private static final String OF_FIELD =
      """
      select starts_at, ends_at, kind, observed, expected, low, high, state, turn
      from field_anomaly where contract = :contract and field = :field and starts_at >= :since
      """;

  private static final String DISMISS =
      "update field_anomaly set state = 'DISMISSED' where incident = :incident"
          + " and state = 'DETECTED'";

  private final JdbcClient postgres;

  AnomalyStore(JdbcClient postgres) {
    this.postgres = postgres;
  }

  /** A window that is to be judged. */
  record Job(ContractId contract, String field, Window window) {}

  /**
   * What is known of an anomaly.
   *
   * @param state DETECTED, DISMISSED or WITHDRAWN
   * @param told whether an incident heard of it, or will
   */
  record Known(Window window, Anomaly anomaly, String state, boolean told) {}

  /** The next window that is to be judged, held until the transaction ends. */
  Optional<Job> next(Instant now) {
    return postgres
        .sql(NEXT)
        .param("now", now.toString())
        .query((row, _) ->
            new Job(new ContractId(row.getString("contract")), row.getString("field"), window(row)))
        .optional();
  }

  /** Waits until no other window of the field is judged. */
  void alone(Job job) {
    String field = job.contract() + "#" + job.field();
    var unused = postgres.sql(ALONE).param("field", field).query(Integer.class).single();
  }

  /** Notes that a window is judged. */
  void done(Job job) {
    of(job, "delete from anomaly_job" + OF_JOB).update();
  }

  /** Has a window judged later. */
  void later(Job job, Instant now) {
    of(job, LATER).param("now", now.toString()).update();
  }

  /** Anomalies of the job's field in windows that begin at a time or after. */
  List<Known> ofField(ContractId contract, String field, Instant since) {
    return postgres
        .sql(OF_FIELD)
        .param("contract", contract.value())
        .param("field", field)
        .param("since", Timestamp.from(since))
        .query((row, _) ->
            new Known(
                window(row),
                new Anomaly(
                    AnomalyKind.valueOf(row.getString("kind")),
                    row.getDouble("observed"),
                    row.getDouble("expected"),
                    row.getDouble("low"),
                    row.getDouble("high")),
                row.getString("state"),
                row.getString("turn") != null))
        .list();
  }

  /** What was dismissed, by window. */
  static Map<Window, List<Anomaly>> dismissed(List<Known> known) {
    return known.stream()
        .filter(each -> each.state().equals("DISMISSED"))
        .collect(
            Collectors.groupingBy(
                Known::window,
                HashMap::new,
                Collectors.mapping(Known::anomaly, Collectors.toList())));
  }

  /**
   * Keeps an anomaly.
   *
   * @param turn key of what tells an incident; null where nothing does
   */
  void keep(DetectAnomaly found, @Nullable String turn, Instant now) {
    AnomalyFigures figures = found.figures();
    postgres
        .sql(KEEP)
        .param("contract", found.contract().value())
        .param("field", found.field())
        .param("from", Timestamp.from(found.from()))
        .param("to", Timestamp.from(found.to()))
        .param("kind", found.kind().name())
        .param("id", found.anomaly().value())
        .param("product", found.contract().product().value())
        .param("observed", figures.observed())
        .param("expected", figures.expected())
        .param("low", figures.low())
        .param("high", figures.high())
        .param("now", now.toString())
        .param("turn", turn)
        .update();
  }

  /** Notes that a window, sent anew, is no longer unusual. */
  void withdraw(Job job, AnomalyKind kind) {
    of(job, "update field_anomaly set state = 'WITHDRAWN'" + OF_JOB + " and kind = :kind")
        .param("kind", kind.name())
        .update();
  }

  /** Notes that what an incident was about is no alarm. */
  void dismiss(IncidentId incident) {
    postgres.sql(DISMISS).param("incident", incident.value()).update();
  }

  private JdbcClient.StatementSpec of(Job job, String sql) {
    return postgres
        .sql(sql)
        .param("contract", job.contract().value())
        .param("field", job.field())
        .param("from", Timestamp.from(job.window().from()))
        .param("to", Timestamp.from(job.window().to()));
  }

  private static Window window(ResultSet row) throws SQLException {
    return new Window(
        row.getTimestamp("starts_at").toInstant(), row.getTimestamp("ends_at").toInstant());
  }
}

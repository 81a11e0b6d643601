package io.concordat.server.observation;

import io.concordat.messages.anomaly.DetectAnomaly;
import io.concordat.messages.contract.ContractId;
import io.concordat.messages.incident.IncidentSeverity;
import io.concordat.observation.evaluation.fold.Told.Turned;
import java.time.Clock;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/**
 * Puts what comes of anomalies into the outbox of observations, within the transaction that found
 * them. Of one field and kind, what is put first is sent first; an incident that is open is joined,
 * and one that was resolved within a day is reopened.
 */
@Component
public class AnomalyOutbox {

  private static final String PUT =
      """
      insert into observation_outbox (key, lane, position, body, created_at, subject, part)
      values (:key, :lane, 0, :body, :now::timestamptz, :subject, :part)
      on conflict (key) do nothing
      """;

  /** What was sent last, and what waits to be sent. */
  private static final String HEARD =
      """
      select exists (select 1 from observation_incident where subject = :subject and open)
          or exists (select 1 from observation_outbox where subject = :subject and done_at is null)
      """;

  private final JdbcClient postgres;
  private final JsonMapper json;
  private final Clock clock;

  AnomalyOutbox(JdbcClient postgres, JsonMapper json, Clock clock) {
    this.postgres = postgres;
    this.json = json;
    this.clock = clock;
  }

  /** Has the event stored that tells of an anomaly. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void detected(DetectAnomaly found) {
    int number = next();
    put(
        found.stream() + "@" + number,
        Outbox.ANOMALIES,
        json.writeValueAsString(found),
        "",
        number);
  }

  /**
   * Has an incident opened, joined or reopened.
   *
   * @param commitment what it is about
   * @return the key of the entry
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public String unusual(
      ContractId contract, String commitment, IncidentSeverity severity, String why) {
    return turn(contract, commitment, severity, why);
  }

  /** Has the latest incident about a commitment resolved as recovered, where one may be open. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void usual(ContractId contract, String commitment, String why) {
    boolean heard =
        postgres
            .sql(HEARD)
            .param("subject", Outbox.subject(contract.value(), commitment))
            .query(Boolean.class)
            .single();
    if (heard) {
      turn(contract, commitment, null, why);
    }
  }

  private String turn(
      ContractId contract, String commitment, @Nullable IncidentSeverity severity, String why) {
    int number = next();
    String subject = Outbox.subject(contract.value(), commitment);
    String key = subject + "@" + number;
    Turned turn =
        new Turned(
            contract.value(),
            commitment,
            0,
            number,
            clock.millis(),
            UUID.randomUUID(),
            severity != null,
            severity,
            why,
            null);
    put(key, Outbox.INCIDENTS, json.writeValueAsString(turn), subject, number);
    return key;
  }

  private int next() {
    return postgres.sql("select nextval('anomaly_turn')").query(Integer.class).single();
  }

  private void put(String key, int lane, String body, String subject, int part) {
    postgres
        .sql(PUT)
        .param("key", key)
        .param("lane", lane)
        .param("body", body)
        .param("now", clock.instant().toString())
        .param("subject", subject)
        .param("part", part)
        .update();
  }
}

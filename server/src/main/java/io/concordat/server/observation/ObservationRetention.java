package io.concordat.server.observation;

import io.concordat.eventstore.StoreUnavailable;
import io.concordat.eventstore.deadline.DeadlineHandler;
import io.concordat.eventstore.deadline.Deadlines;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Removes each hour, on one node of all, what was folded and is older than it is to be kept. What
 * lies after the saved position of the fold, and what waits in the outbox, stays whatever its age.
 */
@Component
@EnableConfigurationProperties(RetentionSettings.class)
class ObservationRetention implements DeadlineHandler {

  static final String TASK = "forget-observations";

  private static final Logger LOG = LoggerFactory.getLogger(ObservationRetention.class);

  /** Rows of one transaction, so that none is long. */
  private static final int ROWS = 2_000;

  /** The oldest rows come first, so that it ends at the first that is young. */
  private static final String FORGET_LOG =
      "delete from observation_batch where position in (select position from"
          + " (select position, accepted_at from observation_batch"
          + " where position <= (select fold.position from observation_fold fold)"
          + " order by position limit :rows) oldest where accepted_at < :before::timestamptz)";

  private static final String FORGET_OUTBOX =
      "delete from observation_outbox where key in (select key from observation_outbox"
          + " where position <= (select fold.position from observation_fold fold)"
          + " and done_at < :before::timestamptz limit :rows)";

  private static final String FORGET_APART =
      "delete from observation_aside where ctid in (select ctid from observation_aside"
          + " where last_at < :before::timestamptz limit :rows)";

  private final JdbcClient postgres;
  private final RetentionSettings settings;
  private final ObjectProvider<Deadlines> deadlines;
  private final Clock clock;

  ObservationRetention(
      JdbcClient postgres,
      RetentionSettings settings,
      ObjectProvider<Deadlines> deadlines,
      Clock clock) {
    this.postgres = postgres;
    this.settings = settings;
    this.deadlines = deadlines;
    this.clock = clock;
  }

  /** All nodes plan the same hour, which is then one appointment. */
  @EventListener(ApplicationReadyEvent.class)
  void planNext() {
    try {
      scheduleNext();
    } catch (StoreUnavailable failed) {
      LOG.warn("Old observations are not removed until the next start: {}", failed.getMessage());
    }
  }

  @Override
  public String taskName() {
    return TASK;
  }

  @Override
  public void handle(String id) {
    forget();
    scheduleNext();
  }

  /** An hour that is running just now cannot be planned; the next one has another name. */
  private void scheduleNext() {
    Instant next = clock.instant().truncatedTo(ChronoUnit.HOURS).plus(1, ChronoUnit.HOURS);
    deadlines.getObject().schedule(TASK, next.toString(), next);
  }

  /** Removes all that is too old now; returns how many rows. */
  long forget() {
    long rows =
        forget(FORGET_LOG, settings.log())
            + forget(FORGET_OUTBOX, settings.outbox())
            + forget(FORGET_APART, settings.apart());
    if (rows > 0) {
      LOG.info("{} rows of old observations were removed", rows);
    }
    return rows;
  }

  private long forget(String statement, Duration age) {
    String before = clock.instant().minus(age).toString();
    long all = 0;
    int some = ROWS;
    while (some == ROWS) {
      some = postgres.sql(statement).param("rows", ROWS).param("before", before).update();
      all += some;
    }
    return all;
  }
}

package io.concordat.server.notification;

import io.concordat.eventstore.StoreUnavailable;
import io.concordat.eventstore.deadline.DeadlineHandler;
import io.concordat.eventstore.deadline.Deadlines;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Removes each hour, on one node of all, messages that were sent longer ago than they are to be
 * kept. What waits and what was put aside stays whatever its age.
 */
@Component
class NotificationRetention implements DeadlineHandler {

  static final String TASK = "forget-notifications";

  private static final Logger LOG = LoggerFactory.getLogger(NotificationRetention.class);

  private final NotificationOutbox outbox;
  private final NotificationSettings settings;
  private final ObjectProvider<Deadlines> deadlines;
  private final Clock clock;

  NotificationRetention(
      NotificationOutbox outbox,
      NotificationSettings settings,
      ObjectProvider<Deadlines> deadlines,
      Clock clock) {
    this.outbox = outbox;
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
      LOG.warn("Old messages are not removed until the next start: {}", failed.getMessage());
    }
  }

  @Override
  public String taskName() {
    return TASK;
  }

  @Override
  public void handle(String id) {
    int rows = outbox.forget(settings.keep());
    if (rows > 0) {
      LOG.info("{} old messages were removed", rows);
    }
    scheduleNext();
  }

  private void scheduleNext() {
    Instant next = clock.instant().truncatedTo(ChronoUnit.HOURS).plus(1, ChronoUnit.HOURS);
    deadlines.getObject().schedule(TASK, next.toString(), next);
  }
}

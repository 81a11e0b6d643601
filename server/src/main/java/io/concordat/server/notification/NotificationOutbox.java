package io.concordat.server.notification;

import io.concordat.notification.Letter;
import io.concordat.notification.Notice;
import io.concordat.notification.sending.Outcome;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What is to be told, in PostgreSQL, whose clock alone counts here. Several nodes take from it side
 * by side; what a node took and did not finish is taken again later, under the same id.
 */
@Component
class NotificationOutbox {

  /** Rows of one transaction, so that none is long. */
  private static final int FORGOTTEN_AT_ONCE = 2_000;

  private final JdbcClient postgres;

  NotificationOutbox(JdbcClient postgres) {
    this.postgres = postgres;
  }

  /**
   * A message that was taken.
   *
   * @param attempt 1 for the first
   */
  record Taken(long position, UUID id, String channel, Letter letter, int attempt) {}

  /**
   * Puts a message in, once for each event and channel.
   *
   * @param event identifier of the event, the same whenever it is read
   * @param delay how long it is to wait
   * @param gathered whether it is told within a digest
   */
  void put(String event, String channel, Notice notice, Duration delay, boolean gathered) {
    postgres
        .sql(
            """
            insert into notification (event, channel, subject, notice, gathered, due_at)
            values (:event, :channel, :subject, :notice::jsonb, :gathered,
                    now() + make_interval(secs => :delay))
            on conflict (event, channel) do nothing
            """)
        .param("event", event)
        .param("channel", channel)
        .param("subject", notice.subject())
        .param("notice", Letters.write(notice))
        .param("gathered", gathered)
        .param("delay", seconds(delay))
        .update();
  }

  /**
   * Takes messages that are due. Of one incident and channel, none is taken before an earlier one
   * is sent or put aside: a receiver is not told of an end before the beginning. What waits for a
   * digest holds up nothing.
   *
   * @param lease after how long another node may take them
   */
  List<Taken> take(int most, Duration lease) {
    return postgres
        .sql(
            """
            update notification set attempts = attempts + 1,
                   due_at = now() + make_interval(secs => :lease)
             where position in (
               select position from notification as n
                where state = 'WAITING' and not gathered and due_at <= now()
                  and not exists (
                    select from notification as earlier
                     where earlier.channel = n.channel and earlier.subject = n.subject
                       and earlier.state = 'WAITING' and not earlier.gathered
                       and earlier.position < n.position)
                order by due_at limit :most for update skip locked)
            returning position, id, channel, notice, attempts
            """)
        .param("lease", seconds(lease))
        .param("most", most)
        .query((row, number) ->
            new Taken(
                row.getLong(1),
                row.getObject(2, UUID.class),
                row.getString(3),
                Letters.read(row.getString(4)),
                row.getInt(5)))
        .list();
  }

  /** Notes that the receiver has a message. */
  void sent(Taken taken, Outcome.Delivered outcome) {
    finish(taken, outcome.status(), null, "SENT", Duration.ZERO);
  }

  /** Notes that an attempt failed, and when the next is due. */
  void failed(Taken taken, int status, String problem, Duration delay) {
    finish(taken, status, problem, "WAITING", delay);
  }

  /** Puts a message aside. */
  void dead(Taken taken, int status, String problem) {
    finish(taken, status, problem, "DEAD", Duration.ZERO);
  }

  /** A node that took longer than its lease has nothing to say of a later attempt. */
  private void finish(
      Taken taken, int status, @Nullable String problem, String state, Duration delay) {
    postgres
        .sql(
            """
            with logged as (
              insert into notification_attempt (notification, attempt, status, problem)
              values (:position, :attempt, :status, :problem)
              on conflict (notification, attempt) do nothing)
            update notification
               set state = :state, due_at = now() + make_interval(secs => :delay)
             where position = :position and state = 'WAITING'
               and (attempts = :attempt or :state = 'SENT')
            """)
        .param("position", taken.position())
        .param("attempt", taken.attempt())
        .param("status", status)
        .param("problem", problem)
        .param("state", state)
        .param("delay", seconds(delay))
        .update();
  }

  /** Lets messages that were put aside be sent again. Their attempts are counted on. */
  void revive() {
    postgres
        .sql("update notification set state = 'WAITING', due_at = now() where state = 'DEAD'")
        .update();
  }

  /**
   * Forgets what was made, and since sent, longer ago than it is kept.
   *
   * @return how many messages
   */
  int forget(Duration keep) {
    int all = 0;
    int some = FORGOTTEN_AT_ONCE;
    while (some == FORGOTTEN_AT_ONCE) {
      some =
          postgres
              .sql(
                  """
                  delete from notification where position in (
                    select position from notification
                     where state in ('SENT', 'GATHERED')
                       and created_at < now() - make_interval(secs => :keep)
                     limit :most)
                  """)
              .param("keep", seconds(keep))
              .param("most", FORGOTTEN_AT_ONCE)
              .update();
      all += some;
    }
    return all;
  }

  /** How many messages are in a state. */
  long count(String state) {
    return postgres
        .sql("select count(*) from notification where state = :state")
        .param("state", state)
        .query(Long.class)
        .single();
  }

  private static double seconds(Duration duration) {
    return duration.toMillis() / 1000.0;
  }
}

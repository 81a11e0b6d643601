package io.concordat.server.notification;

import io.concordat.notification.Digest;
import io.concordat.notification.Notice;
import java.time.Clock;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Makes one message of what was gathered for a channel, once its time has come. That it is told
 * within the digest is noted in the transaction that puts the digest into the outbox, so that
 * nothing is told in two of them, or in none.
 */
@Component
class DigestBinder {

  /** What is beyond goes into another digest at once. */
  private static final int MOST = 500;

  private final JdbcClient postgres;
  private final TransactionTemplate transaction;
  private final Clock clock;

  DigestBinder(JdbcClient postgres, TransactionTemplate transaction, Clock clock) {
    this.postgres = postgres;
    this.transaction = transaction;
    this.clock = clock;
  }

  private record Gathered(long position, String notice) {}

  /** Binds what is due for each channel. */
  void bind() {
    postgres
        .sql(
            "select distinct channel from notification"
                + " where state = 'WAITING' and gathered and due_at <= now()")
        .query(String.class)
        .list()
        .forEach(channel -> transaction.executeWithoutResult(_ -> bind(channel)));
  }

  /**
   * Another node that does the same waits, and then finds nothing that is due. Of one time of the
   * day, what was put in by clocks that differ a little is due a little apart.
   */
  private void bind(String channel) {
    postgres
        .sql(
            "select 1 from (select pg_advisory_xact_lock(hashtextextended(:channel, 7312))) as held")
        .param("channel", channel)
        .query(Integer.class)
        .single();
    List<Gathered> due =
        postgres
            .sql(
                """
                select position, notice from notification
                 where channel = :channel and state = 'WAITING' and gathered
                   and due_at <= now() + interval '30 seconds'
                   and exists (select from notification
                     where channel = :channel and state = 'WAITING' and gathered
                       and due_at <= now())
                 order by position limit :most
                """)
            .param("channel", channel)
            .param("most", MOST)
            .query((row, _) -> new Gathered(row.getLong(1), row.getString(2)))
            .list();
    if (due.isEmpty()) {
      return;
    }
    Digest digest =
        new Digest(
            channel,
            clock.instant(),
            due.stream().map(each -> (Notice) Letters.read(each.notice())).toList());
    postgres
        .sql(
            """
            with digest as (
              insert into notification (event, channel, subject, notice, due_at)
              values (:event, :channel, :subject, :notice::jsonb, now())
              returning position)
            update notification set state = 'GATHERED', digest = (select position from digest)
             where position = any(:gathered)
            """)
        .param("event", "digest:" + due.getFirst().position())
        .param("channel", channel)
        .param("subject", digest.subject())
        .param("notice", Letters.write(digest))
        .param("gathered", due.stream().map(Gathered::position).toArray(Long[]::new))
        .update();
  }
}

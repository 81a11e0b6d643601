package io.concordat.server.observation;

import io.concordat.eventstore.StoreUnavailable;
import io.concordat.graphql.gateway.ProcessorDesk.Processor;
import io.concordat.observation.evaluation.Observation;
import io.concordat.observation.evaluation.fold.ObservationFold;
import io.concordat.server.gateway.LogFollower;
import io.concordat.server.observation.FoldStore.Progress;
import io.concordat.server.observation.ObservationLog.Entry;
import io.concordat.server.observation.ObservationLog.Format;
import io.concordat.server.observation.ObservationLog.Row;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Folds the log of observations. One node does, as long as it holds a lock of PostgreSQL; the
 * others only learn what is promised. Nothing rests on the lock alone: what is saved tells how far
 * the log was folded, and a node that finds another number begins again from there.
 */
@Component
class ObservationFollower implements LogFollower, DisposableBean {

  /** Name among the processors. */
  static final String NAME = "observations";

  private static final Logger LOG = LoggerFactory.getLogger(ObservationFollower.class);
  private static final int ROWS = 500;
  private static final Duration AFTER_A_FAILURE = Duration.ofSeconds(2);
  private static final long BETWEEN_LOOKS = TimeUnit.MILLISECONDS.toNanos(250);

  /** Any number, the same on all nodes. */
  private static final long LOCK = 0x6f_62_73_65_72_76_66L;

  private final DataSource postgres;
  private final ObservationLog log;
  private final FoldStore store;
  private final PromiseRegistry registry;
  private final Outbox outbox;
  private final OutboxSender sender;
  private final BatchesAtHand atHand;
  private final ObservationSettings settings;
  private final Clock clock;
  private final Semaphore news = new Semaphore(0);
  private final Semaphore toSend = new Semaphore(0);
  private final Thread thread;
  private final Thread sending;
  private volatile boolean open = true;
  private volatile boolean failing;
  private volatile boolean leading;
  private volatile long foldedTo;

  ObservationFollower(
      DataSource postgres,
      ObservationLog log,
      FoldStore store,
      PromiseRegistry registry,
      Outbox outbox,
      OutboxSender sender,
      BatchesAtHand atHand,
      ObservationSettings settings,
      Clock clock) {
    this.postgres = postgres;
    this.log = log;
    this.store = store;
    this.registry = registry;
    this.outbox = outbox;
    this.sender = sender;
    this.atHand = atHand;
    this.settings = settings;
    this.clock = clock;
    this.thread = Thread.ofPlatform().daemon().name(NAME).unstarted(this::follow);
    this.sending = Thread.ofPlatform().daemon().name(NAME + "-outbox").unstarted(this::send);
  }

  @EventListener(ApplicationReadyEvent.class)
  void start() {
    if (thread.getState() == Thread.State.NEW) {
      log.addListener(news::release);
      thread.start();
      sending.start();
    }
  }

  @Override
  public void destroy() throws InterruptedException {
    open = false;
    news.release();
    toSend.release();
    for (Thread each : List.of(thread, sending)) {
      if (each.isAlive()) {
        each.join(settings.timeout());
      }
    }
  }

  private void follow() {
    while (open) {
      try {
        registry.catchUp();
        try (Connection connection = postgres.getConnection()) {
          if (locked(connection, "select pg_try_advisory_lock(?)")) {
            try {
              lead(connection);
            } finally {
              leading = false;
              atHand.close();
              locked(connection, "select pg_advisory_unlock(?)");
            }
          }
        }
        failing = false;
        rest(settings.pause().multipliedBy(5));
      } catch (InterruptedException stopped) {
        return;
      } catch (Exception failed) {
        waits("The fold of observations", failed);
      }
    }
  }

  private void waits(String what, Exception failed) {
    if (open && !failing) {
      LOG.warn("{} waits: {}", what, failed.toString());
      LOG.debug("What it waits for", failed);
    }
    failing = true;
    try {
      rest(AFTER_A_FAILURE);
    } catch (InterruptedException stopped) {
      open = false;
    }
  }

  private void rest(Duration pause) throws InterruptedException {
    if (news.tryAcquire(pause.toMillis(), TimeUnit.MILLISECONDS)) {
      news.drainPermits();
    }
  }

  private static boolean locked(Connection connection, String statement) throws SQLException {
    try (PreparedStatement lock = connection.prepareStatement(statement)) {
      lock.setLong(1, LOCK);
      try (ResultSet row = lock.executeQuery()) {
        return row.next() && row.getBoolean(1);
      }
    }
  }

  private void lead(Connection lock) throws SQLException, IOException, InterruptedException {
    Progress saved = store.progress();
    Collected collected = new Collected();
    ObservationFold fold =
        new ObservationFold(registry.at(saved.asOf()), saved.moments(), collected);
    store.restore(fold);
    try (FoldSaver saver = new FoldSaver(store, saved, settings.save())) {
      lead(lock, fold, collected, saved, saver);
    }
  }

  private void lead(
      Connection lock,
      ObservationFold fold,
      Collected collected,
      Progress restored,
      FoldSaver saver)
      throws SQLException, IOException, InterruptedException {
    atHand.open();
    leading = true;
    failing = false;
    toSend.release();
    Progress now = restored;
    Instant ticked = Instant.MIN;
    long asked = restored.asOf();
    long looked = System.nanoTime() - BETWEEN_LOOKS;
    while (open) {
      List<Entry> entries = log.after(now.position(), ROWS);
      for (Entry entry : entries) {
        now = folded(fold, entry, now);
      }
      tell(collected, now.position());
      foldedTo = now.position();
      saver.look(fold, collected, now);
      if (System.nanoTime() - looked >= BETWEEN_LOOKS) {
        looked = System.nanoTime();
        long known = registry.catchUp();
        Instant time = clock.instant();
        if (known != asked || !time.isBefore(ticked.plus(settings.tick()))) {
          if (!lock.isValid(1)) {
            return;
          }
          tick(time, known);
          asked = known;
          ticked = time;
        }
      }
      if (entries.isEmpty()) {
        rest(settings.pause());
      }
    }
    saver.finish(fold, collected, now);
  }

  private Progress folded(ObservationFold fold, Entry entry, Progress before)
      throws IOException, SQLException {
    long position = entry.position();
    long at = entry.acceptedAt().toEpochMilli();
    long asOf = before.asOf();
    if (entry.asOf() > asOf) {
      asOf = entry.asOf();
      fold.promise(position, at, registry.at(asOf));
    }
    if (entry.format() == Format.T) {
      fold.tick(position, at);
    } else {
      Consumer<Observation> observe =
          observation -> fold.observe(position, at, observation, entry.sender());
      List<Observation> read = atHand.take(position);
      if (read == null) {
        read(entry, at, observe);
      } else {
        read.forEach(observe);
      }
    }
    return new Progress(position, asOf, fold.moments());
  }

  private void read(Entry entry, long at, Consumer<Observation> observe) throws IOException {
    BatchReader.read(
        entry.format(),
        BatchBody.inflated(entry.deflated()),
        at,
        settings.bounds(),
        observe,
        _ -> {});
  }

  private void tell(Collected collected, long position) throws SQLException {
    var turns = collected.takeTurns();
    var closed = collected.takeClosed();
    if (!turns.isEmpty() || !closed.isEmpty()) {
      outbox.put(turns, closed, position);
      toSend.release();
    }
  }

  private void tick(Instant time, long asOf) {
    byte[] digest = BatchBody.digest("tick\n" + UUID.randomUUID(), new byte[0]);
    log.append(
        new Row(
            Format.T,
            digest,
            digest,
            time.truncatedTo(ChronoUnit.MILLIS),
            "",
            0,
            0,
            asOf,
            new byte[0],
            List.of()));
  }

  /** Where this node does not lead, another one sends. */
  private void send() {
    while (open) {
      try {
        boolean more = leading && sender.sendSome();
        if (!more && toSend.tryAcquire(1, TimeUnit.SECONDS)) {
          toSend.drainPermits();
        }
      } catch (InterruptedException stopped) {
        return;
      } catch (SQLException | StoreUnavailable failed) {
        LOG.warn("What observations brought about waits to be sent: {}", failed.getMessage());
        try {
          Thread.sleep(AFTER_A_FAILURE);
        } catch (InterruptedException stopped) {
          return;
        }
      }
    }
  }

  @Override
  public Processor shown() {
    try {
      long lag = Math.max(0, log.head() - foldedTo());
      return new Processor(NAME, open && !failing, lag, false, outbox.givenUp());
    } catch (SQLException unknown) {
      return new Processor(NAME, false, 0, false, 0);
    }
  }

  /** How far the log was folded. */
  long foldedTo() throws SQLException {
    return leading ? foldedTo : store.progress().position();
  }

  /** Counts and standings rest on rows that may be gone: they are not built again. */
  @Override
  public void reset() {
    throw new UnsupportedOperationException("The fold of observations is never reset");
  }

  @Override
  public void retry() {
    try {
      outbox.takeUp();
      toSend.release();
    } catch (SQLException failed) {
      throw new StoreUnavailable("The outbox cannot be written", failed);
    }
  }
}

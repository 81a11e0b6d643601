package io.concordat.server.openlineage;

import io.concordat.graphql.gateway.ProcessorDesk.Processor;
import io.concordat.messages.observed.LineageStatement;
import io.concordat.messages.observed.LineageStatement.OfDataset;
import io.concordat.messages.observed.LineageStatement.OfJob;
import io.concordat.messages.observed.LineageStatement.OfRun;
import io.concordat.observation.openlineage.LineageReading;
import io.concordat.observation.openlineage.OpenLineageReader;
import io.concordat.projections.observed.ObservedEntry;
import io.concordat.projections.observed.ObservedLineage;
import io.concordat.server.gateway.LogFollower;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.zip.InflaterInputStream;
import org.neo4j.driver.exceptions.Neo4jException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Follows the log of lineage events and writes what they say into the graph, in batches. One node
 * follows at a time. While a store is away it waits, and goes on where the graph stands.
 */
@Component
class LineageFollower implements LogFollower, DisposableBean {

  /** Name among the processors. */
  static final String NAME = "observed-lineage";

  private static final Logger LOG = LoggerFactory.getLogger(LineageFollower.class);
  private static final int BATCH = 500;
  private static final Duration AFTER_A_FAILURE = Duration.ofSeconds(2);
  private static final Duration BETWEEN_ENDINGS = Duration.ofHours(1);

  /**
   * A sender's clock may be so far ahead; a time further ahead is taken for that of the receipt.
   */
  private static final Duration AHEAD = Duration.ofDays(1);

  private final LineageLog log;
  private final ObservedLineage graph;
  private final LineageSettings settings;
  private final Clock clock;
  private final Semaphore news = new Semaphore(0);
  private final Thread thread;
  private Instant lastEnding = Instant.EPOCH;
  private volatile boolean open = true;
  private volatile boolean failing;

  LineageFollower(LineageLog log, ObservedLineage graph, LineageSettings settings, Clock clock) {
    this.log = log;
    this.graph = graph;
    this.settings = settings;
    this.clock = clock;
    this.thread = Thread.ofPlatform().daemon().name(NAME).unstarted(this::follow);
  }

  @EventListener(ApplicationReadyEvent.class)
  void start() {
    if (thread.getState() == Thread.State.NEW) {
      log.addListener(news::release);
      thread.start();
    }
  }

  @Override
  public void destroy() throws InterruptedException {
    open = false;
    thread.interrupt();
    if (thread.isAlive()) {
      thread.join(settings.timeout());
    }
  }

  private void follow() {
    while (open) {
      Duration pause;
      try {
        pause = log.alone(this::step) ? Duration.ZERO : settings.pause();
        failing = false;
      } catch (InterruptedException stopped) {
        return;
      } catch (Exception failed) {
        if (open && !failing) {
          LOG.warn("Observed lineage waits: {}", failed.getMessage());
          LOG.debug("What it waits for", failed);
        }
        failing = true;
        pause = AFTER_A_FAILURE;
      }
      if (!pause.isZero() && !rested(pause)) {
        return;
      }
    }
  }

  private boolean rested(Duration pause) {
    try {
      if (failing) {
        Thread.sleep(pause);
      } else if (news.tryAcquire(pause.toMillis(), TimeUnit.MILLISECONDS)) {
        news.drainPermits();
      }
      return true;
    } catch (InterruptedException stopped) {
      return false;
    }
  }

  /** Takes one batch; false where there is nothing more to do at present. */
  private boolean step() throws SQLException {
    OptionalLong position = graph.position();
    if (position.isEmpty()) {
      log.takeAllBack();
      graph.empty();
      return true;
    }
    List<LineageLog.Entry> entries = log.after(position.getAsLong(), BATCH);
    if (entries.isEmpty()) {
      endIdle();
      return false;
    }
    List<ObservedEntry> read = new ArrayList<>();
    for (LineageLog.Entry entry : entries) {
      read.add(read(entry));
    }
    write(read, position.getAsLong());
    return true;
  }

  private ObservedEntry read(LineageLog.Entry entry) throws SQLException {
    LineageStatement statement = null;
    try (InputStream body = new InflaterInputStream(new ByteArrayInputStream(entry.deflated()))) {
      LineageReading reading = OpenLineageReader.read(body);
      if (reading instanceof LineageReading.Taken taken) {
        statement = dated(taken.statement(), entry.acceptedAt());
      } else {
        putAside(entry.position(), reading.toString());
      }
    } catch (IOException unreadable) {
      putAside(entry.position(), "unreadable: " + unreadable.getMessage());
    }
    return new ObservedEntry(entry.position(), statement);
  }

  /** Where a batch cannot be written for what it says, its halves are, down to the one entry. */
  private void write(List<ObservedEntry> entries, long from) throws SQLException {
    try {
      graph.write(entries, from);
    } catch (Neo4jException | IllegalArgumentException failed) {
      if (!ObservedLineage.refuses(failed)) {
        throw failed;
      }
      if (entries.size() > 1) {
        int half = entries.size() / 2;
        write(entries.subList(0, half), from);
        write(entries.subList(half, entries.size()), entries.get(half - 1).position());
      } else {
        long position = entries.getFirst().position();
        putAside(position, String.valueOf(failed.getMessage()));
        graph.write(List.of(new ObservedEntry(position, null)), from);
      }
    }
  }

  private void putAside(long position, String problem) throws SQLException {
    LOG.error("The lineage event at position {} is put aside: {}", position, problem);
    log.putAside(position, problem);
  }

  private void endIdle() {
    Instant now = clock.instant();
    if (lastEnding.isBefore(now.minus(BETWEEN_ENDINGS))) {
      graph.endIdle(now, settings.idleAfter());
      lastEnding = now;
    }
  }

  private static LineageStatement dated(LineageStatement statement, Instant acceptedAt) {
    if (!statement.at().isAfter(acceptedAt.plus(AHEAD))) {
      return statement;
    }
    return switch (statement) {
      case OfRun run ->
          new OfRun(acceptedAt, run.state(), run.run(), run.job(), run.inputs(), run.outputs());
      case OfJob job -> new OfJob(acceptedAt, job.job(), job.inputs(), job.outputs());
      case OfDataset dataset -> new OfDataset(acceptedAt, dataset.dataset());
    };
  }

  @Override
  public Processor shown() {
    try {
      long aside = log.countAside();
      Optional<OptionalLong> asked = position();
      if (asked.isEmpty()) {
        return new Processor(NAME, false, log.countAfter(0), false, aside);
      }
      OptionalLong position = asked.get();
      return new Processor(
          NAME, open && !failing, log.countAfter(position.orElse(0)), position.isEmpty(), aside);
    } catch (SQLException unknown) {
      return new Processor(NAME, false, 0, false, 0);
    }
  }

  /** Empty where the graph cannot be asked. */
  private Optional<OptionalLong> position() {
    try {
      return Optional.of(graph.position());
    } catch (Neo4jException unreachable) {
      return Optional.empty();
    }
  }

  @Override
  public void reset() {
    graph.askToEmpty();
    news.release();
  }

  /** What was put aside is read again with all the rest: its place is in the order of the log. */
  @Override
  public void retry() {
    reset();
  }
}

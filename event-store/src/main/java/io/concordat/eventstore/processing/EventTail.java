package io.concordat.eventstore.processing;

import io.concordat.eventstore.StoreUnavailable;
import io.concordat.eventstore.append.AppendListener;
import io.concordat.eventstore.append.AppendedEvent;
import io.concordat.eventstore.append.OrderedEventStorageEngine;
import io.concordat.eventstore.append.TrackedBatch;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArraySet;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.messaging.StreamableMessageSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What event processors read from: the end of the store in memory, read once for all of them, and
 * the store itself for those that are behind.
 *
 * <p>Woken by appends of this node, it reads first and calls the processors afterwards, so that an
 * event is there when they look; events of other nodes are found by polling. Under load it looks at
 * a steady {@link Pace}, as each look costs every group a transaction. While PostgreSQL is gone
 * there is simply nothing new.
 */
final class EventTail
    implements StreamableMessageSource<TrackedEventMessage<?>>, AppendListener, AutoCloseable {

  static final int READ_EVENTS = 1_000;
  static final long READ_BYTES = 8_000_000;
  private static final Logger LOG = LoggerFactory.getLogger(EventTail.class);

  private final OrderedEventStorageEngine engine;
  private final RecentEvents recent;
  private final Duration pollInterval;
  private final Pace pace;
  private final Set<TailStream> streams = new CopyOnWriteArraySet<>();
  private final Semaphore wake = new Semaphore(0);
  private @Nullable Thread thread;
  private volatile boolean closed;

  EventTail(OrderedEventStorageEngine engine, ProcessingSettings settings) {
    this.engine = engine;
    this.recent = new RecentEvents(settings.cachedEvents(), settings.cachedBytes());
    this.pollInterval = settings.pollInterval();
    this.pace = new Pace(settings.gatherTime());
  }

  @Override
  public BlockingStream<TrackedEventMessage<?>> openStream(@Nullable TrackingToken token) {
    startReading();
    long after = token == null ? 0 : token.position().orElse(0);
    TailStream stream = new TailStream(engine, recent, after, streams::remove);
    streams.add(stream);
    return stream;
  }

  @Override
  public void appended(List<AppendedEvent> events) {
    wakeUp();
  }

  private void wakeUp() {
    if (wake.availablePermits() == 0) {
      wake.release();
    }
  }

  private synchronized void startReading() {
    if (thread == null && !closed) {
      thread = Thread.ofPlatform().daemon().name("event-tail").start(this::readForEver);
    }
  }

  private void readForEver() {
    boolean failing = false;
    while (!closed) {
      try {
        if (!recent.isPositioned()) {
          recent.position(engine.head());
          streams.forEach(TailStream::available);
        }
        while (readMore() && !closed) {
          pace.found(System.nanoTime());
          streams.forEach(TailStream::available);
        }
        failing = false;
        if (wake.tryAcquire(pollInterval.toMillis(), TimeUnit.MILLISECONDS)) {
          TimeUnit.NANOSECONDS.sleep(pace.rest(System.nanoTime()));
          wake.drainPermits();
        }
      } catch (StoreUnavailable e) {
        if (!failing) {
          LOG.warn("Events cannot be read for the time being: {}", e.toString());
        }
        failing = true;
        pause();
      } catch (InterruptedException e) {
        return;
      } catch (RuntimeException e) {
        LOG.error("Reading events failed, trying again", e);
        pause();
      }
    }
  }

  private void pause() {
    try {
      TimeUnit.MILLISECONDS.sleep(Math.max(pollInterval.toMillis(), 250));
    } catch (InterruptedException e) {
      closed = true;
    }
  }

  private boolean readMore() {
    long before = recent.lastIndex();
    TrackedBatch batch = engine.readAfter(before, READ_EVENTS, READ_BYTES);
    recent.add(batch);
    return batch.lastIndex() > before;
  }

  @Override
  public @Nullable TrackingToken createTailToken() {
    return engine.createTailToken();
  }

  @Override
  public @Nullable TrackingToken createHeadToken() {
    return engine.createHeadToken();
  }

  @Override
  public @Nullable TrackingToken createTokenAt(Instant time) {
    return engine.createTokenAt(time);
  }

  @Override
  public @Nullable TrackingToken createTokenSince(Duration duration) {
    return createTokenAt(Instant.now().minus(duration));
  }

  @Override
  public synchronized void close() {
    closed = true;
    if (thread != null) {
      thread.interrupt();
    }
  }
}

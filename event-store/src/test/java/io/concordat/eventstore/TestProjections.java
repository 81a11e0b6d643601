package io.concordat.eventstore;

import io.concordat.messages.Event;
import io.concordat.messages.incident.IncidentOpened;
import io.concordat.messages.mesh.DomainRegistered;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DisallowReplay;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.ReplayStatus;
import org.axonframework.eventhandling.ResetHandler;
import org.axonframework.eventhandling.SequenceNumber;
import org.axonframework.messaging.annotation.MetaDataValue;
import org.axonframework.messaging.annotation.SourceId;
import org.axonframework.messaging.unitofwork.UnitOfWork;

/** Processors that do as tests tell them. */
final class TestProjections {

  static final String RECORDER = "test-recorder";

  static final String ACTING = "test-acting";

  private TestProjections() {}

  /** One handled event. */
  record Seen(Event event, String stream, long sequenceNumber, String subject, boolean replay) {}

  /** Folds a batch and writes it when the batch is done, as the real ones do. */
  @ProcessingGroup(RECORDER)
  static class Recorder {
    final List<Seen> written = new CopyOnWriteArrayList<>();
    final Map<String, RuntimeException> poison = new ConcurrentHashMap<>();
    final AtomicBoolean storeGone = new AtomicBoolean();
    final AtomicInteger flushes = new AtomicInteger();
    final AtomicInteger failures = new AtomicInteger();

    @EventHandler
    void on(
        Event event,
        @SourceId String stream,
        @SequenceNumber long sequenceNumber,
        @MetaDataValue(EventMetadata.SUBJECT) String subject,
        ReplayStatus replay,
        UnitOfWork<?> unitOfWork) {
      RuntimeException failure = poison.get(stream);
      if (failure != null) {
        failures.incrementAndGet();
        throw failure;
      }
      List<Seen> pending =
          unitOfWork
              .root()
              .getOrComputeResource(
                  "pending-" + RECORDER,
                  key -> {
                    unitOfWork.root().onPrepareCommit(this::flush);
                    return new ArrayList<>();
                  });
      pending.add(new Seen(event, stream, sequenceNumber, subject, replay.isReplay()));
    }

    private void flush(UnitOfWork<?> unitOfWork) {
      if (storeGone.get()) {
        failures.incrementAndGet();
        throw new UncheckedIOException(new IOException("connection refused"));
      }
      flushes.incrementAndGet();
      List<Seen> pending = unitOfWork.getResource("pending-" + RECORDER);
      written.addAll(pending);
    }

    @ResetHandler
    void reset() {
      written.clear();
    }

    List<Seen> of(String stream) {
      return written.stream().filter(seen -> seen.stream().equals(stream)).toList();
    }
  }

  /** Handles one type of event only. */
  @ProcessingGroup("test-domains")
  static class DomainsOnly {
    final List<Event> handled = new CopyOnWriteArrayList<>();

    @EventHandler
    void on(DomainRegistered event) {
      handled.add(event);
    }
  }

  /** Acts on events, and must not do so again. */
  @DisallowReplay
  @ProcessingGroup(ACTING)
  static class Acting {
    final List<String> handled = new CopyOnWriteArrayList<>();

    @EventHandler
    void on(IncidentOpened event) {
      handled.add(event.stream());
    }
  }

  /** Measures how long an event takes to its handler. */
  @ProcessingGroup("test-lag")
  static class Lag {
    final Map<String, Long> handledAt = new ConcurrentHashMap<>();

    @EventHandler
    void on(IncidentOpened event) {
      handledAt.put(event.stream(), System.nanoTime());
    }
  }
}

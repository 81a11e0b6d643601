package io.concordat.council;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import org.axonframework.modelling.command.ConcurrencyException;

/**
 * Keeps streams in memory as the database does: what one call appends is there wholly or not at
 * all, and a sequence number that is taken is refused.
 */
final class RefusingEventStorageEngine extends InMemoryEventStorageEngine {

  private final Map<String, List<DomainEventMessage<?>>> streams = new HashMap<>();
  private final List<List<String>> appends = new ArrayList<>();
  private final AtomicReference<Runnable> beforeNextAppend = new AtomicReference<>(() -> {});

  /**
   * Does this once, on a thread of its own as another node would, after the next command has
   * decided and before its events are appended.
   */
  void beforeNextAppend(Runnable action) {
    beforeNextAppend.set(action);
  }

  /** Simple names of the event types of each append so far. */
  synchronized List<List<String>> appends() {
    return List.copyOf(appends);
  }

  @Override
  public void appendEvents(List<? extends EventMessage<?>> events) {
    CompletableFuture.runAsync(beforeNextAppend.getAndSet(() -> {})).join();
    append(events);
  }

  private synchronized void append(List<? extends EventMessage<?>> events) {
    Map<String, Integer> heads = new HashMap<>();
    for (EventMessage<?> message : events) {
      DomainEventMessage<?> event = (DomainEventMessage<?>) message;
      String stream = event.getAggregateIdentifier();
      int next = heads.computeIfAbsent(stream, id -> stream(id).size());
      if (event.getSequenceNumber() != next) {
        throw new ConcurrencyException(stream + " has event " + event.getSequenceNumber());
      }
      heads.put(stream, next + 1);
    }
    for (EventMessage<?> message : events) {
      DomainEventMessage<?> event = (DomainEventMessage<?>) message;
      stream(event.getAggregateIdentifier()).add(event);
    }
    appends.add(events.stream().map(message -> message.getPayloadType().getSimpleName()).toList());
  }

  @Override
  public synchronized DomainEventStream readEvents(String stream, long first) {
    List<DomainEventMessage<?>> events = List.copyOf(stream(stream));
    return DomainEventStream.of(
        events.stream().filter(event -> event.getSequenceNumber() >= first),
        () -> (long) events.size() - 1);
  }

  private List<DomainEventMessage<?>> stream(String id) {
    return streams.computeIfAbsent(id, _ -> new ArrayList<>());
  }
}

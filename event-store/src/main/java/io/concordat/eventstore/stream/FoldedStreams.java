package io.concordat.eventstore.stream;

import io.concordat.eventstore.append.AppendListener;
import io.concordat.eventstore.append.AppendedEvent;
import io.concordat.messages.Event;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiFunction;

/** Makes {@link FoldedStream}s, for the few streams that everybody asks, such as the policy set. */
public final class FoldedStreams implements AppendListener {

  private final StreamReader reader;
  private final Map<String, List<FoldedStream<?>>> byStream = new ConcurrentHashMap<>();

  FoldedStreams(StreamReader reader) {
    this.reader = reader;
  }

  /**
   * Folds a stream; lives as long as this.
   *
   * @param initial the state before the first event
   * @param evolve the state after an event; total, without side effects
   * @param maxStaleness how old the state may be, as to events that other nodes append
   */
  public <S> FoldedStream<S> of(
      String stream, S initial, BiFunction<S, Event, S> evolve, Duration maxStaleness) {
    FoldedStream<S> folded = new FoldedStream<>(reader, stream, initial, evolve, maxStaleness);
    byStream.computeIfAbsent(stream, key -> new CopyOnWriteArrayList<>()).add(folded);
    return folded;
  }

  @Override
  public void appended(List<AppendedEvent> events) {
    for (AppendedEvent event : events) {
      byStream.getOrDefault(event.stream(), List.of()).forEach(FoldedStream::markChanged);
    }
  }
}

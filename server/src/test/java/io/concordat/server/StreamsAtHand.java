package io.concordat.server;

import io.concordat.eventstore.stream.StreamReader;
import io.concordat.messages.Event;
import io.concordat.messages.EventType;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;

/** Streams of a test, by name; pages have two at most. */
public final class StreamsAtHand implements StreamReader {

  private final NavigableMap<String, List<Event>> streams = new TreeMap<>();

  /** Adds a stream. */
  public StreamsAtHand with(String stream, Event... events) {
    streams.put(stream, List.of(events));
    return this;
  }

  @Override
  public List<String> streams(String type, String after, int limit) {
    return streams.tailMap(after, false).keySet().stream()
        .filter(stream -> stream.startsWith(type + ":"))
        .limit(Math.min(2, limit))
        .toList();
  }

  @Override
  public List<Event> read(String stream, Set<Class<? extends Event>> types) {
    return readAfter(stream, -1).stream()
        .filter(event -> types.contains(event.getClass()))
        .toList();
  }

  @Override
  public List<Event> readAfter(String stream, long sequenceNumber) {
    return streams.getOrDefault(stream, List.of()).stream().skip(sequenceNumber + 1).toList();
  }

  @Override
  public boolean exists(String stream) {
    return streams.containsKey(stream);
  }

  @Override
  public boolean hasEvent(String stream, String eventType) {
    throw new UnsupportedOperationException();
  }

  @Override
  public List<String> streamsWith(String eventType, String beginning) {
    return streams.entrySet().stream()
        .filter(stream -> stream.getKey().startsWith(beginning))
        .filter(stream -> stream.getValue().stream().anyMatch(event -> isOf(eventType, event)))
        .map(Map.Entry::getKey)
        .toList();
  }

  private static boolean isOf(String eventType, Event event) {
    return event.getClass().getAnnotation(EventType.class).value().equals(eventType);
  }

  @Override
  public OptionalLong head(String stream) {
    int events = streams.getOrDefault(stream, List.of()).size();
    return events == 0 ? OptionalLong.empty() : OptionalLong.of(events - 1L);
  }
}

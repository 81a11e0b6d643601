package io.concordat.graphql.gateway;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of a command.
 *
 * @param stream the stream that decided, {@code type:id}; with an idempotency key, that of the
 *     first time
 * @param events what was written, in order; empty where nothing had to change
 * @param readable whether the read side shows it already
 */
public record Written(String stream, List<Event> events, boolean readable) {

  public Written {
    events = List.copyOf(events);
  }

  /** Id part of the stream. */
  public String id() {
    return stream.substring(stream.indexOf(':') + 1);
  }

  /** Position of the last event in the order of all events, null where nothing was written. */
  public @Nullable Long position() {
    return events.isEmpty() ? null : events.getLast().position();
  }

  /** Number of events of the deciding stream after this; null where nothing was written to it. */
  public @Nullable Long revision() {
    return events.stream()
        .filter(event -> event.stream().equals(stream))
        .map(event -> event.sequence() + 1)
        .reduce((first, second) -> second)
        .orElse(null);
  }

  /**
   * One event that was written.
   *
   * @param type logical name
   * @param sequence place in its stream, from 0
   * @param position place in the order of all events
   */
  public record Event(String stream, String type, long sequence, long position) {}
}

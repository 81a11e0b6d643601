package io.concordat.eventstore.stream;

import io.concordat.messages.Event;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;

/**
 * Reads single streams, as they are stored at that moment. Every method throws {@code
 * StoreUnavailable} where PostgreSQL cannot be asked.
 */
public interface StreamReader {

  /** Whether the stream has an event. */
  boolean exists(String stream);

  /**
   * Whether the stream has an event of a type.
   *
   * @param eventType logical name, such as {@code contract.version-published}
   */
  boolean hasEvent(String stream, String eventType);

  /** The stream's events in order; empty where there is no such stream. */
  default List<Event> read(String stream) {
    return readAfter(stream, -1);
  }

  /**
   * The stream's events of some types, in order. The others, such as documents that nobody has
   * asked for, are neither fetched nor read.
   *
   * @param types of the catalogue
   */
  List<Event> read(String stream, Set<Class<? extends Event>> types);

  /**
   * The stream's events after one, in order.
   *
   * @param sequenceNumber of the last event known, -1 for none
   */
  List<Event> readAfter(String stream, long sequenceNumber);

  /**
   * Streams of aggregates of a type, in the order of the store, a page at a time.
   *
   * @param type such as {@code contract}
   * @param after the last stream of the page before; empty text for the first page
   * @param limit the most that are given
   */
  List<String> streams(String type, String after, int limit);

  /**
   * Streams that have an event of a type and whose name begins in a way. Looks at all events of the
   * type, so for types of which there are thousands, not millions.
   *
   * @param eventType logical name, such as {@code product.registered}
   * @param beginning such as {@code product:payments/}
   */
  List<String> streamsWith(String eventType, String beginning);

  /** Sequence number of the last event, from 0; empty where there is no such stream. */
  OptionalLong head(String stream);
}

package io.concordat.eventstore.append;

import java.util.List;
import org.axonframework.eventhandling.TrackedEventMessage;

/**
 * Events that follow each other in the store.
 *
 * @param messages after upcasting, so that there may be more or fewer than were stored
 * @param lastIndex index of the last stored event that was read, or where reading began
 * @param bytes size of their stored payloads
 */
public record TrackedBatch(List<TrackedEventMessage<?>> messages, long lastIndex, long bytes) {

  /** Copies the list. */
  public TrackedBatch {
    messages = List.copyOf(messages);
  }
}

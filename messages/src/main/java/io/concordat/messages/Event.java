package io.concordat.messages;

/**
 * Something that happened and is history from then on. Each event type carries {@link EventType}
 * with its permanent logical name. An event holds no personal data beyond subject ids, and no
 * secret.
 */
public interface Event {

  /** The event stream that this event belongs to, in the form {@code type:id}. */
  String stream();
}

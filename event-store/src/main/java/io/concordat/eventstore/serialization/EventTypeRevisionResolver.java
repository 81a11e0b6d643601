package io.concordat.eventstore.serialization;

import io.concordat.messages.EventType;
import org.axonframework.serialization.RevisionResolver;
import org.jspecify.annotations.Nullable;

/** Reads the revision from {@link EventType}; everything else has none. */
public final class EventTypeRevisionResolver implements RevisionResolver {

  /** Keeps no state. */
  public EventTypeRevisionResolver() {}

  @Override
  public @Nullable String revisionOf(Class<?> payloadType) {
    EventType type = payloadType.getAnnotation(EventType.class);
    return type == null ? null : Integer.toString(type.revision());
  }
}

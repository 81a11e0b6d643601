package io.concordat.eventstore.command;

import io.concordat.eventstore.EventMetadata;
import java.util.HashMap;
import java.util.Map;
import org.axonframework.messaging.Message;
import org.axonframework.messaging.correlation.CorrelationDataProvider;

/** What a command message carries besides its payload, and what of it goes on to its events. */
final class CommandMetadata implements CorrelationDataProvider {

  /** The {@code Actor}; stays in this JVM. */
  static final String ACTOR = "actor";

  @Override
  public Map<String, ?> correlationDataFor(Message<?> message) {
    Map<String, Object> data = new HashMap<>();
    for (String key : new String[] {EventMetadata.SUBJECT, EventMetadata.CORRELATION_ID}) {
      Object value = message.getMetaData().get(key);
      if (value != null) {
        data.put(key, value);
      }
    }
    return data;
  }
}

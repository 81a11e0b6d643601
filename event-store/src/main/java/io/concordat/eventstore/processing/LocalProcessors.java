package io.concordat.eventstore.processing;

import java.util.Collection;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.EventTrackerStatus;
import org.axonframework.eventhandling.StreamingEventProcessor;

/** The processors of this node. */
final class LocalProcessors {

  private final EventProcessingConfiguration configuration;

  LocalProcessors(EventProcessingConfiguration configuration) {
    this.configuration = configuration;
  }

  SortedMap<String, StreamingEventProcessor> all() {
    SortedMap<String, StreamingEventProcessor> processors = new TreeMap<>();
    configuration
        .eventProcessors()
        .forEach((name, processor) -> {
          if (processor instanceof StreamingEventProcessor streaming) {
            processors.put(name, streaming);
          }
        });
    return processors;
  }

  Optional<StreamingEventProcessor> named(String group) {
    return configuration.eventProcessor(group, StreamingEventProcessor.class);
  }

  /** Where a group stands; empty unless this node works on all of its segments. */
  OptionalLong position(String group) {
    return named(group)
        .map(processor -> position(processor.processingStatus().values()))
        .orElse(OptionalLong.empty());
  }

  private static OptionalLong position(Collection<EventTrackerStatus> segments) {
    double share = 0;
    long lowest = Long.MAX_VALUE;
    for (EventTrackerStatus status : segments) {
      share += 1.0 / (status.getSegment().getMask() + 1.0);
      lowest = Math.min(lowest, status.getCurrentPosition().orElse(0));
    }
    return share >= 1 ? OptionalLong.of(lowest) : OptionalLong.empty();
  }
}

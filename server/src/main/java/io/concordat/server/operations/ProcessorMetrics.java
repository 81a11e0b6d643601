package io.concordat.server.operations;

import io.concordat.eventstore.StoreUnavailable;
import io.concordat.eventstore.processing.GroupStatus;
import io.concordat.eventstore.processing.ProcessorAdmin;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import java.util.List;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Gauges {@code concordat.processor.lag} (events) and {@code concordat.processor.dead.letters} for
 * each processor.
 */
@Component("eventProcessorMetrics")
class ProcessorMetrics {

  private static final String NAME = "processor";

  private final ProcessorAdmin admin;
  private final MultiGauge lag;
  private final MultiGauge deadLetters;

  ProcessorMetrics(ProcessorAdmin admin, MeterRegistry registry) {
    this.admin = admin;
    this.lag =
        MultiGauge.builder("concordat.processor.lag")
            .description("events still to be handled")
            .register(registry);
    this.deadLetters =
        MultiGauge.builder("concordat.processor.dead.letters")
            .description("events that had to be put aside")
            .register(registry);
  }

  /** While the event store cannot be asked, there are no gauges rather than old ones. */
  @Scheduled(fixedDelayString = "PT5S")
  void measure() {
    List<GroupStatus> groups;
    try {
      groups = admin.groups();
    } catch (StoreUnavailable unknown) {
      groups = List.of();
    }
    lag.register(
        groups.stream().<MultiGauge.Row<?>>map(group -> row(group, group.lag())).toList(), true);
    deadLetters.register(
        groups.stream().<MultiGauge.Row<?>>map(group -> row(group, group.deadLetters())).toList(),
        true);
  }

  private static MultiGauge.Row<?> row(GroupStatus group, long value) {
    return MultiGauge.Row.of(Tags.of(NAME, group.name()), value);
  }
}

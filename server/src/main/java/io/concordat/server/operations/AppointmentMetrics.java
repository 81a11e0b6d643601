package io.concordat.server.operations;

import io.concordat.eventstore.StoreUnavailable;
import io.concordat.eventstore.deadline.Deadlines;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import java.util.Map;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Gauge {@code concordat.appointments.failing}: how many appointments of each task failed when they
 * were last tried and will be tried again. {@code assess-contract-again} are the contracts that
 * could not be judged by the rules in force.
 */
@Component
class AppointmentMetrics {

  private final Deadlines deadlines;
  private final MultiGauge failing;

  AppointmentMetrics(Deadlines deadlines, MeterRegistry registry) {
    this.deadlines = deadlines;
    this.failing =
        MultiGauge.builder("concordat.appointments.failing")
            .description("appointments that failed and are tried again")
            .register(registry);
  }

  /** While the event store cannot be asked, there are no gauges rather than old ones. */
  @Scheduled(fixedDelayString = "PT5S")
  void measure() {
    Map<String, Integer> found;
    try {
      found = deadlines.failing();
    } catch (StoreUnavailable unknown) {
      found = Map.of();
    }
    failing.register(
        found.entrySet().stream()
            .<MultiGauge.Row<?>>map(
                task -> MultiGauge.Row.of(Tags.of("task", task.getKey()), task.getValue()))
            .toList(),
        true);
  }
}

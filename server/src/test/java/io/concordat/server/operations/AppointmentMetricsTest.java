package io.concordat.server.operations;

import static org.assertj.core.api.Assertions.assertThat;

import io.concordat.eventstore.StoreUnavailable;
import io.concordat.eventstore.deadline.Deadlines;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AppointmentMetricsTest {

  private static final String GAUGE = "concordat.appointments.failing";

  private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
  private final Failing deadlines = new Failing();
  private final AppointmentMetrics metrics = new AppointmentMetrics(deadlines, registry);

  @Test
  void theFailingOnesOfEachTaskAreTold() {
    deadlines.now = Map.of("assess-contract-again", 3, "close-ballot", 1);
    metrics.measure();
    assertThat(registry.get(GAUGE).tag("task", "assess-contract-again").gauge().value())
        .isEqualTo(3);

    deadlines.now = Map.of("assess-contract-again", 2);
    metrics.measure();
    assertThat(registry.get(GAUGE).gauges()).hasSize(1);
    assertThat(registry.get(GAUGE).gauge().value()).isEqualTo(2);
  }

  @Test
  void whatCannotBeAskedIsNotTold() {
    deadlines.now = Map.of("assess-contract-again", 3);
    metrics.measure();
    deadlines.now = null;
    metrics.measure();
    assertThat(registry.find(GAUGE).gauges()).isEmpty();
  }

  private static final class Failing implements Deadlines {

    private @Nullable Map<String, Integer> now = Map.of();

    @Override
    public Map<String, Integer> failing() {
      if (now == null) {
        throw new StoreUnavailable("gone", new IllegalStateException());
      }
      return now;
    }

    @Override
    public void schedule(String taskName, String id, Instant at) {
      throw new UnsupportedOperationException();
    }

    @Override
    public void cancel(String taskName, String id) {
      throw new UnsupportedOperationException();
    }
  }
}

package io.concordat.server.openlineage;

import io.concordat.graphql.gateway.ProcessorDesk.Processor;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/**
 * Health {@code lineage} and the gauge {@code concordat.lineage.lag}: events that are accepted and
 * not in the graph yet.
 */
@Component("lineage")
class LineageMetrics implements HealthIndicator {

  private final LineageFollower follower;

  LineageMetrics(LineageFollower follower, MeterRegistry registry) {
    this.follower = follower;
    Gauge.builder("concordat.lineage.lag", follower, shown -> shown.shown().lag())
        .description("lineage events that are not in the graph yet")
        .register(registry);
  }

  @Override
  public Health health() {
    Processor shown = follower.shown();
    return (shown.running() ? Health.up() : Health.down())
        .withDetail("lag", shown.lag())
        .withDetail("rebuilding", shown.rebuilding())
        .withDetail("putAside", shown.deadLetters())
        .build();
  }
}

package io.concordat.server.operations;

import io.concordat.eventstore.StoreUnavailable;
import io.concordat.eventstore.processing.GroupStatus;
import io.concordat.eventstore.processing.ProcessorAdmin;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/**
 * Health of the event processors, one entry each. A group that lags while it works is well; one
 * that cannot go on is not. Named {@code processors}.
 */
@Component("processors")
class ProcessorHealth implements HealthIndicator {

  private final ProcessorAdmin admin;

  ProcessorHealth(ProcessorAdmin admin) {
    this.admin = admin;
  }

  @Override
  public Health health() {
    Map<String, Object> entries = new LinkedHashMap<>();
    boolean well = true;
    List<GroupStatus> groups;
    try {
      groups = admin.groups();
    } catch (StoreUnavailable unknown) {
      return Health.unknown().withDetail("problem", "the event store cannot be asked").build();
    }
    for (GroupStatus group : groups) {
      well &= group.running() && !group.failing();
      entries.put(
          group.name(),
          Map.of(
              "lag", group.lag(),
              "running", group.running(),
              "failing", group.failing(),
              "rebuilding", group.replaying(),
              "deadLetters", group.deadLetters()));
    }
    return (well ? Health.up() : Health.down()).withDetails(entries).build();
  }
}

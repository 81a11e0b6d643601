package io.concordat.server.gateway;

import io.concordat.eventstore.processing.GroupStatus;
import io.concordat.eventstore.processing.ProcessorAdmin;
import io.concordat.graphql.gateway.ProcessorDesk;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;

/** Steers the event processors. */
@Component
class AdminDesk implements ProcessorDesk {

  private final ProcessorAdmin admin;

  AdminDesk(ProcessorAdmin admin) {
    this.admin = admin;
  }

  @Override
  public List<Processor> all() {
    return admin.groups().stream()
        .map(AdminDesk::shown)
        .sorted(Comparator.comparing(Processor::name))
        .toList();
  }

  @Override
  public Optional<Processor> reset(String name) {
    return steer(name, group -> admin.reset(group).join());
  }

  @Override
  public Optional<Processor> retryDeadLetters(String name) {
    return steer(name, admin::retryDeadLetters);
  }

  private Optional<Processor> steer(String name, Consumer<String> action) {
    if (find(name).isEmpty()) {
      return Optional.empty();
    }
    action.accept(name);
    return find(name);
  }

  private Optional<Processor> find(String name) {
    return all().stream().filter(processor -> processor.name().equals(name)).findFirst();
  }

  private static Processor shown(GroupStatus status) {
    return new Processor(
        status.name(),
        status.running() && !status.failing(),
        status.lag(),
        status.replaying(),
        status.deadLetters());
  }
}

package io.concordat.server.gateway;

import io.concordat.eventstore.processing.GroupStatus;
import io.concordat.eventstore.processing.ProcessorAdmin;
import io.concordat.graphql.gateway.ProcessorDesk;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Steers the event processors. */
@Component
class AdminDesk implements ProcessorDesk {

  private final ProcessorAdmin admin;
  private final List<LogFollower> followers;

  AdminDesk(ProcessorAdmin admin, List<LogFollower> followers) {
    this.admin = admin;
    this.followers = followers;
  }

  @Override
  public List<Processor> all() {
    return Stream.concat(
            admin.groups().stream().map(AdminDesk::shown),
            followers.stream().map(LogFollower::shown))
        .sorted(Comparator.comparing(Processor::name))
        .toList();
  }

  @Override
  public Optional<Processor> reset(String name) {
    return steer(name, group -> admin.reset(group).join(), LogFollower::reset);
  }

  @Override
  public Optional<Processor> retryDeadLetters(String name) {
    return steer(name, admin::retryDeadLetters, LogFollower::retry);
  }

  private Optional<Processor> steer(
      String name, Consumer<String> group, Consumer<LogFollower> follower) {
    if (find(name).isEmpty()) {
      return Optional.empty();
    }
    followers.stream()
        .filter(candidate -> candidate.shown().name().equals(name))
        .findFirst()
        .ifPresentOrElse(follower, () -> group.accept(name));
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

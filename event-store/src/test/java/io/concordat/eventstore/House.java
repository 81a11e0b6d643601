package io.concordat.eventstore;

import io.concordat.eventstore.command.CommandOptions;
import io.concordat.eventstore.command.Commands;
import io.concordat.eventstore.command.Receipt;
import io.concordat.localstack.TestEngines;
import io.concordat.messages.Command;
import io.concordat.messages.Subject;
import io.concordat.messages.decision.Actor;
import io.concordat.messages.decision.Role;
import java.util.Arrays;
import java.util.Set;
import java.util.concurrent.CompletionException;
import java.util.stream.Stream;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Import;

/** One node: a whole application over a real PostgreSQL, with small aggregates of its own. */
final class House implements AutoCloseable {

  static final Actor ANA = new Actor(new Subject("ana"), Set.of(Role.GOVERNANCE_ENGINEER));
  static final Actor BEN = new Actor(new Subject("ben"), Set.of(Role.GOVERNANCE_ENGINEER));

  private final ConfigurableApplicationContext context;

  private House(ConfigurableApplicationContext context) {
    this.context = context;
  }

  @SpringBootConfiguration
  @EnableAutoConfiguration
  @Import({
    EventStoreConfiguration.class,
    TestAggregates.Incidents.class,
    TestAggregates.Domains.class
  })
  static class Application {}

  /** A node over a database of its own. */
  static House overNewDatabase(Class<?>... more) {
    return over(TestEngines.postgres(), more);
  }

  /** A node over a database that others may use as well. */
  static House over(String url, Class<?>... more) {
    return over(url, new String[0], more);
  }

  static House over(String url, String[] properties, Class<?>... more) {
    Class<?>[] sources =
        Stream.concat(Stream.of(Application.class), Arrays.stream(more)).toArray(Class<?>[]::new);
    SpringApplication application =
        new SpringApplicationBuilder(sources).web(WebApplicationType.NONE).build();
    String[] arguments =
        Stream.concat(
                Stream.of("spring.datasource.url=" + url, "spring.main.banner-mode=off"),
                Arrays.stream(properties))
            .map(property -> "--" + property)
            .toArray(String[]::new);
    return new House(application.run(arguments));
  }

  <T> T bean(Class<T> type) {
    return context.getBean(type);
  }

  ConfigurableApplicationContext context() {
    return context;
  }

  Receipt send(Command command) {
    return send(command, ANA, CommandOptions.NONE);
  }

  /** Sends and waits; throws what the future failed with. */
  Receipt send(Command command, Actor actor, CommandOptions options) {
    try {
      return bean(Commands.class).send(command, actor, options).join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw e;
    }
  }

  @Override
  public void close() {
    context.close();
  }
}

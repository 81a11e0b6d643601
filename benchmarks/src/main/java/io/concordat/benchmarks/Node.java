package io.concordat.benchmarks;

import io.concordat.eventstore.command.Commands;
import io.concordat.localstack.TestEngines;
import io.concordat.messages.Command;
import io.concordat.messages.Subject;
import io.concordat.messages.decision.Actor;
import io.concordat.messages.decision.Role;
import io.concordat.server.ConcordatServer;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** The whole service within this process, over three empty stores of the local stack. */
final class Node implements AutoCloseable {

  /** May register domains and products, publish, and reset processors. */
  static final Actor ENGINEER =
      new Actor(new Subject("governance"), Set.of(Role.GOVERNANCE_ENGINEER, Role.OPERATOR));

  private final ConfigurableApplicationContext context;

  private final List<String> stores;

  private Node(ConfigurableApplicationContext context, List<String> stores) {
    this.context = context;
    this.stores = stores;
  }

  /**
   * Starts the stores and the service.
   *
   * @param more arguments of the service
   */
  static Node start(String... more) {
    TestEngines.startAll();
    List<String> stores =
        List.of(
            "--spring.datasource.url=" + TestEngines.postgres(),
            "--spring.datasource.username=",
            "--concordat.neo4j.uri=" + TestEngines.neo4j(),
            "--concordat.mongo.uri=" + TestEngines.mongo());
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "--server.port=0",
                // A wait that is longer than a client would take is measured, not cut off.
                "--concordat.read-your-write.patience=30s",
                "--spring.main.banner-mode=off",
                "--logging.level.root=WARN"));
    arguments.addAll(stores);
    arguments.addAll(List.of(more));
    return new Node(
        new SpringApplicationBuilder(ConcordatServer.class)
            .profiles("local")
            .run(arguments.toArray(String[]::new)),
        stores);
  }

  /** Arguments that name its stores to another process. */
  List<String> stores() {
    return stores;
  }

  /** Root of its addresses, without a slash at the end. */
  String url() {
    return "http://127.0.0.1:"
        + Objects.requireNonNull(context.getEnvironment().getProperty("local.server.port"));
  }

  <T> T bean(Class<T> type) {
    return context.getBean(type);
  }

  /** Sends a command and waits until it is stored. */
  void send(Command command, Actor actor) {
    bean(Commands.class).send(command, actor).join();
  }

  @Override
  public void close() {
    context.close();
  }
}

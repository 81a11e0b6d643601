package io.concordat.server;

import java.util.ArrayList;
import java.util.List;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** The service, started within the test's own process on a free port. */
final class Node implements AutoCloseable {

  private static final String PATIENCE = "--concordat.read-your-write.patience=";

  private final ConfigurableApplicationContext context;

  private Node(ConfigurableApplicationContext context) {
    this.context = context;
  }

  /**
   * Starts a node.
   *
   * @param more arguments after those that name the stores
   */
  static Node start(Stores stores, String... more) {
    return start(stores, List.of(), more);
  }

  /** Starts a node with beans that take the place of the service's own. */
  static Node start(Stores stores, List<Class<?>> replacements, String... more) {
    List<String> arguments = new ArrayList<>(List.of(stores.arguments()));
    arguments.add("--server.port=0");
    if (List.of(more).stream().noneMatch(argument -> argument.startsWith(PATIENCE))) {
      // Tests share a slow machine; those that want the read side to be late say so.
      arguments.add(PATIENCE + "30s");
    }
    arguments.addAll(List.of(more));
    List<Class<?>> sources = new ArrayList<>(List.of(ConcordatServer.class));
    sources.addAll(replacements);
    SpringApplication application =
        new SpringApplicationBuilder(sources.toArray(Class<?>[]::new)).profiles("local").build();
    return new Node(application.run(arguments.toArray(String[]::new)));
  }

  int port() {
    return Integer.parseInt(
        String.valueOf(context.getEnvironment().getProperty("local.server.port")));
  }

  Client as(String person) {
    return Client.of("http://127.0.0.1:" + port(), person);
  }

  <T> T bean(Class<T> type) {
    return context.getBean(type);
  }

  ConfigurableApplicationContext context() {
    return context;
  }

  @Override
  public void close() {
    context.close();
  }
}

package io.concordat.localstack.launch;

import io.concordat.localstack.engine.Engine;
import io.concordat.localstack.engine.EngineDirectories;
import io.concordat.localstack.engine.EngineFailure;
import io.concordat.localstack.engine.Installation;
import io.concordat.localstack.engine.MongoEngine;
import io.concordat.localstack.engine.Neo4jEngine;
import io.concordat.localstack.engine.Ports;
import io.concordat.localstack.engine.PostgresEngine;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** The three stores of one run, started and stopped side by side. */
final class Stores {

  private final PostgresEngine postgres;
  private final Neo4jEngine neo4j;
  private final MongoEngine mongo;

  Stores(Installation installation, EngineDirectories directories) {
    List<Integer> ports = Ports.free(3);
    this.postgres = new PostgresEngine(installation, directories, ports.get(0));
    this.neo4j = new Neo4jEngine(installation, directories, ports.get(1));
    this.mongo = new MongoEngine(installation, directories, ports.get(2));
  }

  /** All three. */
  List<Engine> all() {
    return List.of(postgres, neo4j, mongo);
  }

  /**
   * Starts all three.
   *
   * @throws EngineFailure the first failure, when all three have come to an end
   */
  void start(Progress progress) throws InterruptedException {
    forAll(engine -> progress.step(engine.name(), "ready", Executors.callable(engine::start)));
  }

  /** Stops all three. */
  void stop() throws InterruptedException {
    forAll(Engine::stop);
  }

  /** The environment variables that the server finds the stores by. */
  Map<String, String> environment() {
    Map<String, String> variables = new TreeMap<>();
    variables.put("CONCORDAT_POSTGRES_URL", postgres.uri());
    variables.put("CONCORDAT_POSTGRES_USER", PostgresEngine.USER);
    variables.put("CONCORDAT_POSTGRES_PASSWORD", postgres.password());
    variables.put("CONCORDAT_NEO4J_URI", neo4j.uri());
    variables.put("CONCORDAT_NEO4J_USER", "neo4j");
    variables.put("CONCORDAT_NEO4J_PASSWORD", "not-checked-on-loopback");
    variables.put("CONCORDAT_MONGO_URI", mongo.uri());
    return variables;
  }

  private interface Work {
    void on(Engine engine) throws Exception;
  }

  private void forAll(Work work) throws InterruptedException {
    try (ExecutorService executor =
        Executors.newThreadPerTaskExecutor(Thread.ofPlatform().name("store-", 0).factory())) {
      List<Callable<Void>> tasks =
          all().stream()
              .<Callable<Void>>map(engine ->
                  () -> {
                    work.on(engine);
                    return null;
                  })
              .toList();
      for (Future<Void> outcome : executor.invokeAll(tasks)) {
        outcome.get();
      }
    } catch (ExecutionException e) {
      throw e.getCause() instanceof RuntimeException failure
          ? failure
          : new EngineFailure(e.toString(), e);
    }
  }
}

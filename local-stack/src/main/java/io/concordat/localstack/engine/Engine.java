package io.concordat.localstack.engine;

import java.util.concurrent.CompletableFuture;

/**
 * One database engine on this machine, bound to {@code 127.0.0.1}. Its port and its data stay the
 * same over any number of stops and starts of one instance; the data also outlive the instance.
 *
 * <p>Instances may be used from several threads. A stop or kill while another thread waits for the
 * start ends that start with an {@link EngineFailure}.
 */
public sealed interface Engine permits PostgresEngine, Neo4jEngine, MongoEngine {

  /** The name that people know it by, such as {@code PostgreSQL}. */
  String name();

  /** The port on {@code 127.0.0.1}. */
  int port();

  /** The URI that the server and the drivers take; without user and password. */
  String uri();

  /**
   * Starts the engine and returns when it answers; returns at once when it already runs.
   *
   * @throws EngineFailure when it does not come up
   */
  void start();

  /**
   * Stops the engine in order: what was written is on disk. Nothing happens when it does not run.
   */
  void stop();

  /**
   * Ends the process as {@code kill -9} does, without any chance to tidy up. Nothing happens when
   * it does not run.
   */
  void kill();

  /**
   * Completes when the process that runs now has ended, for whatever reason; at once when none
   * runs.
   */
  CompletableFuture<?> ended();

  /** Whether the process is there. */
  boolean isRunning();
}

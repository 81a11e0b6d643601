package io.concordat.localstack.engine;

import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * A store that speaks the MongoDB wire protocol, in its own JVM, with its data in one file. It has
 * no transactions and no {@code $text}, and only unique indexes speed up a query.
 */
public final class MongoEngine implements Engine {

  private static final List<String> OPTIONS =
      List.of(
          "-Xmx256m",
          "-Xmn112m",
          "-XX:+UseSerialGC",
          "-XX:MaxDirectMemorySize=64m",
          "-XX:ReservedCodeCacheSize=48m",
          "--enable-native-access=ALL-UNNAMED",
          "--sun-misc-unsafe-memory-access=allow");

  private final Installation installation;
  private final EngineDirectories directories;
  private final int port;
  private final JvmEngine jvm;

  /**
   * An engine that is not started yet.
   *
   * @param port the port to listen on
   */
  public MongoEngine(Installation installation, EngineDirectories directories, int port) {
    this.installation = installation;
    this.directories = directories;
    this.port = port;
    this.jvm = new JvmEngine(name(), "mongo", directories);
  }

  @Override
  public String name() {
    return "MongoDB";
  }

  @Override
  public int port() {
    return port;
  }

  @Override
  public String uri() {
    return "mongodb://127.0.0.1:" + port + "/concordat";
  }

  @Override
  public void start() {
    List<String> command = installation.java("mongo", OPTIONS);
    command.addAll(
        List.of(
            "io.concordat.localstack.mongo.MongoProcess",
            directories.data().resolve("mongo.mv").toString(),
            Integer.toString(port),
            jvm.readyFile().toString()));
    jvm.start(command, port);
  }

  @Override
  public void stop() {
    jvm.stop();
  }

  @Override
  public void kill() {
    jvm.kill();
  }

  @Override
  public CompletableFuture<?> ended() {
    return jvm.ended();
  }

  @Override
  public boolean isRunning() {
    return jvm.isRunning();
  }
}

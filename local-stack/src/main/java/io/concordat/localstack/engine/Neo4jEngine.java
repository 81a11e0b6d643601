package io.concordat.localstack.engine;

import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * Neo4j Community in its own JVM, without authentication; heap, page cache and transaction memory
 * are bounded.
 */
public final class Neo4jEngine implements Engine {

  private static final List<String> OPTIONS =
      List.of(
          "-Xmx640m",
          "-XX:+UseSerialGC",
          "-XX:MaxDirectMemorySize=128m",
          "-XX:ReservedCodeCacheSize=160m",
          "--add-opens=java.base/java.nio=ALL-UNNAMED",
          "--add-opens=java.base/java.io=ALL-UNNAMED",
          "--add-opens=java.base/sun.nio.ch=ALL-UNNAMED",
          "--add-opens=java.base/java.util.concurrent=ALL-UNNAMED",
          "--enable-native-access=ALL-UNNAMED",
          "--sun-misc-unsafe-memory-access=allow",
          "-Dio.netty.tryReflectionSetAccessible=true");

  private final Installation installation;
  private final EngineDirectories directories;
  private final int port;
  private final JvmEngine jvm;

  /**
   * An engine that is not started yet.
   *
   * @param port the port to listen on
   */
  public Neo4jEngine(Installation installation, EngineDirectories directories, int port) {
    this.installation = installation;
    this.directories = directories;
    this.port = port;
    this.jvm = new JvmEngine(name(), "neo4j", directories);
  }

  @Override
  public String name() {
    return "Neo4j";
  }

  @Override
  public int port() {
    return port;
  }

  @Override
  public String uri() {
    return "bolt://127.0.0.1:" + port;
  }

  @Override
  public void start() {
    List<String> command = installation.java("neo4j", OPTIONS);
    command.addAll(
        List.of(
            "io.concordat.localstack.neo4j.Neo4jProcess",
            directories.data().resolve("neo4j").toString(),
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

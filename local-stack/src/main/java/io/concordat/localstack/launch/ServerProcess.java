package io.concordat.localstack.launch;

import static io.concordat.localstack.launch.LaunchFailure.Reason.MISSING;
import static io.concordat.localstack.launch.LaunchFailure.Reason.SERVER;

import io.concordat.localstack.engine.EngineDirectories;
import io.concordat.localstack.engine.Installation;
import io.concordat.localstack.engine.SupervisedProcess;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

/** Concordat's server as a child process. */
final class ServerProcess {

  private static final Duration PATIENCE = Duration.ofSeconds(180);
  private static final List<String> JVM_OPTIONS =
      List.of(
          "-Xmx512m",
          "-XX:+ExitOnOutOfMemoryError",
          "--enable-native-access=ALL-UNNAMED",
          "-Ddisable-axoniq-console-message=true");

  private final SupervisedProcess process;
  private final String address;

  private ServerProcess(SupervisedProcess process, String address) {
    this.process = process;
    this.address = address;
  }

  /**
   * The built server.
   *
   * @throws LaunchFailure when it is not built
   */
  static Path jar(Installation installation) {
    Path target = installation.root().resolve("server/target");
    if (Files.isDirectory(target)) {
      try (Stream<Path> files = Files.list(target)) {
        List<Path> jars =
            files
                .filter(file ->
                    file.getFileName()
                        .toString()
                        .matches("server-[0-9][A-Za-z0-9.]*(-SNAPSHOT)?\\.jar"))
                .toList();
        if (!jars.isEmpty()) {
          return unpacked(jars.getFirst());
        }
      } catch (IOException e) {
        throw new LaunchFailure(
            MISSING, "Cannot look for the server in " + target + ": " + e.getMessage() + ".", e);
      }
    }
    throw new LaunchFailure(
        MISSING,
        "The server is not built: run ./mvnw -q -B -DskipTests package in "
            + installation.root()
            + ".");
  }

  /**
   * The same server as {@code ./run} has unpacked it after the build, where it has; otherwise the
   * jar itself.
   */
  private static Path unpacked(Path jar) throws IOException {
    Path unpacked = jar.resolveSibling("unpacked");
    Path complete = unpacked.resolve("complete");
    boolean current =
        Files.exists(complete)
            && Files.getLastModifiedTime(complete).compareTo(Files.getLastModifiedTime(jar)) >= 0;
    return current ? unpacked.resolve(jar.getFileName()) : jar;
  }

  /**
   * Starts the server; it is not ready yet.
   *
   * @param clockOffset how far its clock stands ahead of this machine's
   */
  static ServerProcess start(
      Path jar,
      int port,
      Map<String, String> stores,
      Duration clockOffset,
      EngineDirectories directories) {
    Map<String, String> environment = new TreeMap<>(stores);
    environment.put("SERVER_PORT", Integer.toString(port));
    environment.put("SERVER_ADDRESS", "127.0.0.1");
    environment.put("SPRING_PROFILES_ACTIVE", "local");
    environment.put("CONCORDAT_CLOCK_OFFSET", clockOffset.toString());
    environment.put("AXONIQ_UPDATE_CHECKER_DISABLED", "true");
    List<String> command =
        Stream.of(List.of(Installation.java()), JVM_OPTIONS, List.of("-jar", jar.toString()))
            .flatMap(List::stream)
            .toList();
    return new ServerProcess(
        SupervisedProcess.start(
            "server", command, environment, SupervisedProcess.StopSignal.TERM, directories),
        "http://127.0.0.1:" + port);
  }

  /** The one address to open. */
  String address() {
    return address;
  }

  /** Where its output goes. */
  Path log() {
    return process.log();
  }

  /**
   * Waits until the server says that it can serve.
   *
   * @throws LaunchFailure when it ends before, or takes too long
   */
  void awaitReady() throws InterruptedException {
    HttpRequest readiness =
        HttpRequest.newBuilder(URI.create(address + "/actuator/health/readiness"))
            .timeout(Duration.ofSeconds(5))
            .build();
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    try (HttpClient client =
        HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build()) {
      while (!answers(client, readiness)) {
        if (!process.isAlive()) {
          throw new LaunchFailure(
              SERVER,
              "The server ended while it was starting; its last lines are in " + log() + ".");
        }
        if (System.nanoTime() > deadline) {
          throw new LaunchFailure(
              SERVER,
              "The server was not ready within "
                  + PATIENCE.toSeconds()
                  + " seconds; its log is "
                  + log()
                  + ".");
        }
        Thread.sleep(100);
      }
    }
  }

  /** Completes with the exit code when it has ended. */
  CompletableFuture<Integer> ended() {
    return process.onExit();
  }

  /** Asks it to finish what it does, and waits. */
  void stop() {
    process.stop(Duration.ofSeconds(30));
  }

  private static boolean answers(HttpClient client, HttpRequest request)
      throws InterruptedException {
    try {
      return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
    } catch (IOException notListeningYet) {
      return false;
    }
  }
}

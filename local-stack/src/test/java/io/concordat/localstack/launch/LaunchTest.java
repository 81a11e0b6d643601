package io.concordat.localstack.launch;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import io.concordat.localstack.engine.Installation;
import io.concordat.localstack.engine.Ports;
import io.concordat.localstack.launch.LaunchFailure.Reason;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LaunchTest {

  private static final Duration PATIENCE = Duration.ofSeconds(180);

  @TempDir Path temporary;
  private final ByteArrayOutputStream output = new ByteArrayOutputStream();
  private Installation installation;
  private Path data;
  private int port;

  @BeforeEach
  void layOutASourceTree() throws Exception {
    Path root = Files.createDirectories(temporary.resolve("source tree"));
    installation = new Installation(StandIns.tree(root, Installation.find().root()));
    data = temporary.resolve("data");
    port = Ports.free(1).getFirst();
  }

  @AfterEach
  void unlinkTheRealEngines() throws Exception {
    Files.delete(installation.root().resolve("local-stack"));
  }

  @Test
  void aHalfLoadedSampleIsLoadedAgainOnTheSameData() throws Exception {
    Path loaderFails = Files.createFile(installation.root().resolve(StandIns.LOADER_FAILS));
    Launch first = launch(options().build());

    LaunchFailure failure = catchThrowableOfType(LaunchFailure.class, first::run);
    first.stop();

    assertThat(failure.reason()).isEqualTo(Reason.SAMPLE);
    assertThat(failure)
        .hasMessageContaining("not loaded to its end (exit code 1)")
        .hasMessageContaining("sample-mesh.log");
    assertThat(Files.readString(installation.root().resolve(StandIns.SEEN_BY_SERVER)))
        .contains("CONCORDAT_POSTGRES_URL=jdbc:postgresql://127.0.0.1:")
        .contains("CONCORDAT_POSTGRES_USER=concordat")
        .contains("CONCORDAT_NEO4J_URI=bolt://127.0.0.1:")
        .contains("CONCORDAT_MONGO_URI=mongodb://127.0.0.1:")
        .contains(
            "SERVER_ADDRESS=127.0.0.1", "SERVER_PORT=" + port, "SPRING_PROFILES_ACTIVE=local");

    Files.delete(loaderFails);
    Launch second = launch(options().products(847).build());
    CompletableFuture<Void> running = inBackground(second);
    await().atMost(PATIENCE).until(() -> running.isDone() || printed().contains("Stop   Ctrl-C"));

    assertThat(running).isNotDone();
    assertThat(printed())
        .contains("http://127.0.0.1:" + port)
        .contains(
            "curl -s -u rep-payments:demo -d grant_type=client_credentials http://127.0.0.1:"
                + port
                + "/oauth2/token")
        .containsPattern("Neo4j +ready in")
        .containsPattern("Sample mesh +loaded in");
    assertThat(Files.readString(installation.root().resolve(StandIns.SEEN_BY_LOADER)))
        .isEqualTo("--url http://127.0.0.1:" + port + " --products 847");
    assertThat(failureOf(options().port(Ports.free(1).getFirst()).build()))
        .satisfies(refused -> assertThat(refused.reason()).isEqualTo(Reason.DATA_DIRECTORY))
        .hasMessageContaining(
            "in use by another run (process " + ProcessHandle.current().pid() + ")");

    second.stop();

    assertThat(running).succeedsWithin(Duration.ofSeconds(10));
    assertThat(
            ProcessHandle.current()
                .descendants()
                .map(ProcessHandle::info)
                .flatMap(info -> info.commandLine().stream()))
        .noneMatch(line -> line.contains(data.toString()));
    try (DataDirectory again = DataDirectory.take(data, false, 0)) {
      assertThat(again.loadedSample()).contains("products 847");
      assertThat(again.untidyPredecessor()).isEmpty();
    }
  }

  @Test
  void aPortInUseIsNamed() throws Exception {
    try (ServerSocket taken = new ServerSocket(port, 1, InetAddress.getByName("127.0.0.1"))) {
      assertThat(failureOf(options().port(taken.getLocalPort()).build()))
          .satisfies(failure -> assertThat(failure.reason()).isEqualTo(Reason.PORT_IN_USE))
          .hasMessageContaining("Port " + port + " is in use");
    }
  }

  @Test
  void aFullDiskIsSaidBeforeAnythingStarts() {
    assertThat(failureOf(options().leastFreeBytes(Long.MAX_VALUE).build()))
        .satisfies(failure -> assertThat(failure.reason()).isEqualTo(Reason.DISK_FULL))
        .hasMessageContaining("MiB free");
  }

  @Test
  void theClockIsNeverSetBack() {
    try (DataDirectory earlier = DataDirectory.take(data, false, 0)) {
      earlier.clockSetAhead(Duration.ofDays(31));
      assertThat(earlier.clockOffset()).isEqualTo(Duration.ofDays(31));
    }

    assertThat(failureOf(options().clockOffset(Duration.ofDays(30)).build()))
        .satisfies(failure -> assertThat(failure.reason()).isEqualTo(Reason.DATA_DIRECTORY))
        .hasMessageContaining("stands 31d ahead");
  }

  @Test
  void theSampleIsLoadedAsOfToday() {
    assertThat(failureOf(options().clockOffset(Duration.ofDays(1)).build()))
        .satisfies(failure -> assertThat(failure.reason()).isEqualTo(Reason.DATA_DIRECTORY))
        .hasMessageContaining("without --clock-offset");
  }

  @Test
  void aMissingServerIsNamedWithTheCommandThatBuildsIt() throws Exception {
    Files.delete(ServerProcess.jar(installation));

    assertThat(failureOf(options().build()))
        .satisfies(failure -> assertThat(failure.reason()).isEqualTo(Reason.MISSING))
        .hasMessageContaining("The server is not built: run ./mvnw");
  }

  private Launch launch(Options options) {
    return new Launch(options, installation, new PrintStream(output, true, UTF_8));
  }

  private LaunchFailure failureOf(Options options) {
    Launch launch = launch(options);
    try {
      return catchThrowableOfType(LaunchFailure.class, launch::run);
    } finally {
      launch.stop();
    }
  }

  private String printed() {
    return output.toString(UTF_8);
  }

  private static CompletableFuture<Void> inBackground(Launch launch) {
    return CompletableFuture.runAsync(() -> {
      try {
        launch.run();
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    });
  }

  private OptionsBuilder options() {
    return new OptionsBuilder(port, data, OptionalInt.empty(), null, 1L << 20);
  }

  private record OptionsBuilder(
      int port, Path data, OptionalInt products, Duration clockOffset, long leastFreeBytes) {

    OptionsBuilder port(int other) {
      return new OptionsBuilder(other, data, products, clockOffset, leastFreeBytes);
    }

    OptionsBuilder products(int count) {
      return new OptionsBuilder(port, data, OptionalInt.of(count), clockOffset, leastFreeBytes);
    }

    OptionsBuilder clockOffset(Duration offset) {
      return new OptionsBuilder(port, data, products, offset, leastFreeBytes);
    }

    OptionsBuilder leastFreeBytes(long bytes) {
      return new OptionsBuilder(port, data, products, clockOffset, bytes);
    }

    Options build() {
      return new Options(port, data, true, false, products, false, clockOffset, leastFreeBytes);
    }
  }
}

package io.concordat.localstack.launch;

import static io.concordat.localstack.launch.LaunchFailure.Reason.MISSING;
import static io.concordat.localstack.launch.LaunchFailure.Reason.SAMPLE;

import io.concordat.localstack.engine.EngineDirectories;
import io.concordat.localstack.engine.Installation;
import io.concordat.localstack.engine.SupervisedProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.ExecutionException;

/**
 * The program that loads the sample mesh through the server's public API; loading twice changes
 * nothing.
 */
final class SampleMesh {

  private SampleMesh() {}

  /**
   * The built program.
   *
   * @throws LaunchFailure when it is not built
   */
  static Path jar(Installation installation) {
    Path jar = installation.root().resolve("sample-mesh/target/sample-mesh.jar");
    if (!Files.exists(jar)) {
      throw new LaunchFailure(
          MISSING,
          "The sample mesh is not built: run ./mvnw -q -B -DskipTests package in "
              + installation.root()
              + ", or start with --no-sample.");
    }
    return jar;
  }

  /** How a data directory remembers which mesh it holds. */
  static String name(OptionalInt products) {
    return products.isPresent() ? "products " + products.getAsInt() : "documents of the repository";
  }

  /** Starts loading. */
  static SupervisedProcess start(
      Path jar, String address, OptionalInt products, EngineDirectories directories) {
    List<String> command =
        new ArrayList<>(
            List.of(
                Installation.java(),
                "-Xmx192m",
                "-XX:+UseSerialGC",
                "-jar",
                jar.toString(),
                "--url",
                address));
    products.ifPresent(count -> command.addAll(List.of("--products", Integer.toString(count))));
    return SupervisedProcess.start(
        "sample-mesh", command, Map.of(), SupervisedProcess.StopSignal.TERM, directories);
  }

  /** How far the loading is, in the loader's own words; empty before its first. */
  static String progress(SupervisedProcess loader) {
    try {
      List<String> lines = Files.readAllLines(loader.log());
      return lines.isEmpty() ? "" : lines.getLast().strip().replaceAll("\\s+", " ");
    } catch (IOException e) {
      return "";
    }
  }

  /**
   * Waits for the end of the loading.
   *
   * @throws LaunchFailure when it failed
   */
  static void await(SupervisedProcess loader) throws InterruptedException {
    try {
      int code = loader.onExit().get();
      if (code != 0) {
        throw new LaunchFailure(
            SAMPLE,
            "The sample mesh was not loaded to its end (exit code %d); see %s. The next ./run tries again, ./run --no-sample goes without."
                .formatted(code, loader.log()));
      }
    } catch (ExecutionException e) {
      throw new LaunchFailure(
          SAMPLE, "The sample mesh could not be loaded; see " + loader.log() + ".", e);
    } finally {
      loader.stop(Duration.ofSeconds(5));
    }
  }
}

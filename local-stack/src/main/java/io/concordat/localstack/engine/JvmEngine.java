package io.concordat.localstack.engine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * What the two engines that are Java programs have in common: a process that creates a file once it
 * answers.
 */
final class JvmEngine {

  private static final Duration PATIENCE = Duration.ofSeconds(120);

  private final String name;
  private final String slug;
  private final EngineDirectories directories;
  private volatile @Nullable SupervisedProcess process;

  JvmEngine(String name, String slug, EngineDirectories directories) {
    this.name = name;
    this.slug = slug;
    this.directories = directories;
  }

  /** The file that the process creates when it answers. */
  Path readyFile() {
    return directories.run().resolve(slug + ".ready");
  }

  synchronized void start(List<String> command, int port) {
    if (isRunning()) {
      return;
    }
    Ports.requireFree(port, name);
    try {
      Files.deleteIfExists(readyFile());
    } catch (IOException e) {
      throw new EngineFailure("Cannot delete " + readyFile() + ".", e);
    }
    SupervisedProcess started =
        SupervisedProcess.start(
            slug, command, Map.of(), SupervisedProcess.StopSignal.TERM, directories);
    process = started;
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (!Files.exists(readyFile())) {
      if (!started.isAlive() || System.nanoTime() > deadline) {
        started.kill();
        throw new EngineFailure(
            name + " did not come up; its last lines are in " + started.log() + ".");
      }
      Pause.milliseconds(30);
    }
  }

  void stop() {
    SupervisedProcess running = process;
    if (running != null) {
      running.stop(Duration.ofSeconds(30));
      process = null;
    }
  }

  void kill() {
    SupervisedProcess running = process;
    if (running != null) {
      running.kill();
      process = null;
    }
  }

  CompletableFuture<?> ended() {
    SupervisedProcess running = process;
    return running == null ? CompletableFuture.completedFuture(null) : running.onExit();
  }

  boolean isRunning() {
    SupervisedProcess running = process;
    return running != null && running.isAlive();
  }
}

package io.concordat.localstack.engine;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A child process that a Ctrl-C in the terminal does not reach and that ends when this JVM ends,
 * however it ends.
 *
 * <p>A small bash script stands between: it starts the program in a process group of its own and
 * asks it to stop as soon as its own standard input closes, which the kernel does for a killed JVM
 * too. Unix only.
 */
public final class SupervisedProcess {

  /** The signal that asks a program to stop in order. */
  public enum StopSignal {
    /** What PostgreSQL calls a fast shutdown: open connections are ended. */
    INT,
    /** What a JVM answers by running its shutdown hooks. */
    TERM
  }

  private static final String SCRIPT =
      """
      pidfile=$1 signal=$2
      shift 2
      command -v -- "$1" >/dev/null || { echo "$1 cannot be run."; exit 127; }
      trap '' INT HUP
      trap ':' TERM
      set -m
      "$@" </dev/null &
      child=$!
      echo "$child" >"$pidfile.draft" && mv "$pidfile.draft" "$pidfile"
      exec 3<&0
      (while read -r _ <&3; do :; done; kill -"$signal" "$child") >/dev/null 2>&1 &
      watcher=$!
      disown "$watcher"
      set +m
      exec 3<&- </dev/null
      while :; do
        wait "$child"
        code=$?
        kill -0 "$child" 2>/dev/null || break
      done
      kill -KILL "$watcher" 2>/dev/null
      rm -f "$pidfile"
      exit "$code"
      """;

  private static final long KEPT_LOG_BYTES = 16L * 1024 * 1024;

  private final Process wrapper;
  private final ProcessHandle program;
  private final Path log;

  private SupervisedProcess(Process wrapper, ProcessHandle program, Path log) {
    this.wrapper = wrapper;
    this.program = program;
    this.log = log;
  }

  /**
   * Starts a program. One that an earlier run of the same name left behind is ended first.
   *
   * @param name names the log and the process id file; unique per {@code directories}
   * @param command the program and its arguments
   * @param environment added to this JVM's own
   * @throws EngineFailure when it cannot be started at all
   */
  public static SupervisedProcess start(
      String name,
      List<String> command,
      Map<String, String> environment,
      StopSignal signal,
      EngineDirectories directories) {
    Path pidFile = directories.run().resolve(name + ".pid");
    Path log = directories.logs().resolve(name + ".log");
    try {
      endLeftOver(pidFile, command.getFirst());
      if (Files.exists(log) && Files.size(log) > KEPT_LOG_BYTES) {
        Files.move(log, log.resolveSibling(name + ".log.1"), StandardCopyOption.REPLACE_EXISTING);
      }
      List<String> wrapped =
          new ArrayList<>(List.of("bash", "-c", SCRIPT, name, pidFile.toString(), signal.name()));
      wrapped.addAll(command);
      ProcessBuilder builder =
          new ProcessBuilder(wrapped)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
      builder.environment().putAll(environment);
      Process wrapper = builder.start();
      return new SupervisedProcess(wrapper, awaitPid(pidFile, wrapper, name, log), log);
    } catch (IOException e) {
      throw new EngineFailure("Cannot start " + name + ": " + e.getMessage() + ".", e);
    }
  }

  /** The process id of the program itself. */
  public long pid() {
    return program.pid();
  }

  /** Where the program's output goes. */
  public Path log() {
    return log;
  }

  /** Whether the program runs. */
  public boolean isAlive() {
    return program.isAlive();
  }

  /** Completes when the program has ended, with its exit code. */
  public CompletableFuture<Integer> onExit() {
    return wrapper.onExit().thenApply(Process::exitValue);
  }

  /** Asks the program to stop, waits, and ends it by force when the patience is over. */
  public void stop(Duration patience) {
    try (OutputStream closedToAsk = wrapper.getOutputStream()) {
      closedToAsk.flush();
    } catch (IOException alreadyGone) {
      // The pipe is broken because the program has ended, which is what is asked for.
    }
    if (!await(patience)) {
      kill();
    }
  }

  /**
   * Ends the program and all that it started as {@code kill -9} does, and waits until they are
   * gone.
   */
  public void kill() {
    List<ProcessHandle> all = new ArrayList<>(program.descendants().toList());
    all.addFirst(program);
    all.forEach(ProcessHandle::destroyForcibly);
    all.forEach(handle -> awaitExit(handle, Duration.ofSeconds(10)));
    await(Duration.ofSeconds(10));
  }

  private boolean await(Duration patience) {
    try {
      return wrapper.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private static ProcessHandle awaitPid(Path pidFile, Process wrapper, String name, Path log)
      throws IOException {
    long deadline = System.nanoTime() + Duration.ofSeconds(20).toNanos();
    while (System.nanoTime() < deadline) {
      Optional<ProcessHandle> program = read(pidFile).flatMap(ProcessHandle::of);
      if (program.isPresent()) {
        return program.get();
      }
      if (pause(wrapper)) {
        break;
      }
    }
    throw new EngineFailure(name + " ended as soon as it was started; see " + log + ".");
  }

  private static boolean pause(Process wrapper) {
    try {
      return wrapper.waitFor(5, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return true;
    }
  }

  private static void endLeftOver(Path pidFile, String program) throws IOException {
    Optional<ProcessHandle> left =
        read(pidFile)
            .flatMap(ProcessHandle::of)
            .filter(ProcessHandle::isAlive)
            .filter(handle ->
                handle
                    .info()
                    .commandLine()
                    .orElse("")
                    .contains(Path.of(program).getFileName().toString()));
    if (left.isPresent() && !awaitExit(left.get(), Duration.ofSeconds(5))) {
      List<ProcessHandle> started = left.get().descendants().toList();
      left.get().destroyForcibly();
      started.forEach(ProcessHandle::destroyForcibly);
      awaitExit(left.get(), Duration.ofSeconds(10));
    }
    Files.deleteIfExists(pidFile);
  }

  private static Optional<Long> read(Path pidFile) throws IOException {
    try {
      return Optional.of(Files.readString(pidFile).trim())
          .filter(text -> text.matches("[0-9]{1,18}"))
          .map(Long::valueOf);
    } catch (java.nio.file.NoSuchFileException e) {
      return Optional.empty();
    }
  }

  private static boolean awaitExit(ProcessHandle handle, Duration patience) {
    try {
      handle.onExit().get(patience.toMillis(), TimeUnit.MILLISECONDS);
      return true;
    } catch (TimeoutException e) {
      return false;
    } catch (ExecutionException e) {
      throw new UncheckedIOException(new IOException(e));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}

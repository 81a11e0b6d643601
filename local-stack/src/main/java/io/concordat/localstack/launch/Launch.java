package io.concordat.localstack.launch;

import static io.concordat.localstack.launch.LaunchFailure.Reason.DATA_DIRECTORY;
import static io.concordat.localstack.launch.LaunchFailure.Reason.MISSING;
import static io.concordat.localstack.launch.LaunchFailure.Reason.PORT_IN_USE;
import static io.concordat.localstack.launch.LaunchFailure.Reason.SERVER;
import static io.concordat.localstack.launch.LaunchFailure.Reason.STORE;

import io.concordat.localstack.engine.Engine;
import io.concordat.localstack.engine.EngineDirectories;
import io.concordat.localstack.engine.EngineFailure;
import io.concordat.localstack.engine.Installation;
import io.concordat.localstack.engine.Ports;
import io.concordat.localstack.engine.SupervisedProcess;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** One run of the stack, from the first check to the last process ended. */
final class Launch {

  private static final int RESTARTS_OF_ONE_STORE = 3;

  private final Options options;
  private final Installation installation;
  private final PrintStream out;
  private final AtomicBoolean stopping = new AtomicBoolean();
  private final Map<Engine, Integer> restarts = new HashMap<>();

  private @Nullable DataDirectory directory;
  private @Nullable Stores stores;
  private @Nullable ServerProcess server;
  private @Nullable SupervisedProcess loader;
  private volatile @Nullable Progress shown;

  Launch(Options options, Installation installation, PrintStream out) {
    this.options = options;
    this.installation = installation;
    this.out = out;
  }

  /**
   * Starts everything, says where it is, and keeps it running until {@link #stop} is called from
   * another thread.
   *
   * @throws LaunchFailure when something cannot be had or goes away; {@link #stop} is still to be
   *     called
   */
  void run() throws InterruptedException {
    try {
      startAndWatch();
    } catch (LaunchFailure e) {
      if (!stopping.get()) {
        throw e;
      }
    }
  }

  private void startAndWatch() throws InterruptedException {
    if (!options.storesOnly()) {
      ServerProcess.jar(installation);
      if (!Ports.isFree(options.port())) {
        throw new LaunchFailure(
            PORT_IN_USE,
            "Port %d is in use by another program: stop that one, or choose another port with --port."
                .formatted(options.port()));
      }
    }
    DataDirectory held =
        taken(
            DataDirectory.take(options.dataDirectory(), options.fresh(), options.leastFreeBytes()));
    boolean loadSample = wantsSample(held);
    Duration clockOffset = clockOffset(held, loadSample);
    if (loadSample) {
      SampleMesh.jar(installation);
    }
    try (Progress progress = new Progress(out)) {
      shown = progress;
      progress.say("Concordat, data in " + held.path());
      held.untidyPredecessor()
          .ifPresent(pid ->
              progress.say(
                  "  The last run (process " + pid + ") was killed; its data is recovered."));
      EngineDirectories directories = EngineDirectories.under(held.path());
      Stores started = startStores(directories, progress);
      Path connections =
          held.writeConnections(
              started.environment().entrySet().stream()
                  .map(entry -> entry.getKey() + "='" + entry.getValue() + "'")
                  .toList());
      if (options.storesOnly()) {
        sayStores(started, connections);
      } else {
        ServerProcess running = startServer(started, clockOffset, directories, progress);
        held.clockSetAhead(clockOffset);
        if (loadSample) {
          load(running, directories, progress);
          held.sampleLoaded(SampleMesh.name(options.products()));
        }
        sayAddress(running, clockOffset, directories, progress);
      }
    }
    keepRunning();
  }

  /**
   * Ends every process in order, the server before the stores, and gives the data directory back.
   */
  void stop() {
    if (!stopping.compareAndSet(false, true)) {
      return;
    }
    Progress progress = shown;
    if (progress != null) {
      progress.close();
    }
    synchronized (this) {
      if (stores == null) {
        giveBack();
        return;
      }
      out.println();
      out.print("Stopping ... ");
      out.flush();
      long from = System.nanoTime();
      if (loader != null) {
        loader.stop(Duration.ofSeconds(5));
      }
      if (server != null) {
        server.stop();
      }
      try {
        stores.stop();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
      giveBack();
      out.printf(
          "stopped in %.1f s; the data stays in %s.%n",
          (System.nanoTime() - from) / 1e9, options.dataDirectory());
    }
  }

  private void giveBack() {
    if (directory != null) {
      directory.close();
      directory = null;
    }
  }

  private synchronized DataDirectory taken(DataDirectory held) {
    directory = held;
    return held;
  }

  private boolean wantsSample(DataDirectory held) {
    if (!options.sample() || options.storesOnly()) {
      return false;
    }
    return held.loadedSample()
        .map(loaded ->
            options.products().isPresent() && !loaded.equals(SampleMesh.name(options.products())))
        .orElse(true);
  }

  /** As far ahead as is asked for, else as the last time; never less, since history is forward. */
  private Duration clockOffset(DataDirectory held, boolean loadSample) {
    Duration before = held.clockOffset();
    Duration wished = options.clockOffset() == null ? before : options.clockOffset();
    if (wished.compareTo(before) < 0) {
      throw new LaunchFailure(
          DATA_DIRECTORY,
          "The clock of %s stands %s ahead and cannot be set back: give at least that to --clock-offset, or start over with --fresh."
              .formatted(held.path(), inDays(before)));
    }
    if (loadSample && !wished.isZero()) {
      throw new LaunchFailure(
          DATA_DIRECTORY,
          "The sample mesh is loaded as of today: run ./run once without --clock-offset, or with --no-sample.");
    }
    return wished;
  }

  private static String inDays(Duration offset) {
    return offset.equals(Duration.ofDays(offset.toDays()))
        ? offset.toDays() + "d"
        : offset.toString();
  }

  private Stores startStores(EngineDirectories directories, Progress progress)
      throws InterruptedException {
    Stores three = new Stores(installation, directories);
    synchronized (this) {
      stores = three;
    }
    try {
      three.start(progress);
    } catch (EngineFailure e) {
      throw new LaunchFailure(STORE, String.valueOf(e.getMessage()), e);
    }
    return three;
  }

  private ServerProcess startServer(
      Stores started, Duration clockOffset, EngineDirectories directories, Progress progress)
      throws InterruptedException {
    return step(
        progress,
        "Server",
        "ready",
        () -> {
          ServerProcess process;
          synchronized (this) {
            refuseWhenStopping();
            process =
                ServerProcess.start(
                    ServerProcess.jar(installation),
                    options.port(),
                    started.environment(),
                    clockOffset,
                    directories);
            server = process;
          }
          process.awaitReady();
          return process;
        });
  }

  private void load(ServerProcess running, EngineDirectories directories, Progress progress)
      throws InterruptedException {
    step(
        progress,
        "Sample mesh",
        "loaded",
        () -> {
          SupervisedProcess process;
          synchronized (this) {
            refuseWhenStopping();
            process =
                SampleMesh.start(
                    SampleMesh.jar(installation),
                    running.address(),
                    options.products(),
                    directories);
            loader = process;
          }
          progress.detail(() -> SampleMesh.progress(process));
          SampleMesh.await(process);
          return process;
        });
    synchronized (this) {
      loader = null;
    }
  }

  private void refuseWhenStopping() throws InterruptedException {
    if (stopping.get()) {
      throw new InterruptedException("The run is being stopped.");
    }
  }

  private void sayStores(Stores started, Path connections) {
    out.println();
    for (Engine engine : started.all()) {
      out.printf("  %-12s %s%n", engine.name(), engine.uri());
    }
    out.println();
    out.println("  With the password, as environment variables: " + connections);
    out.println("  Stop with Ctrl-C; the data stays.");
  }

  private void sayAddress(
      ServerProcess running,
      Duration clockOffset,
      EngineDirectories directories,
      Progress progress) {
    out.println();
    out.printf("  Open   %s   (%.1f s)%n", running.address(), progress.elapsed().toMillis() / 1e3);
    out.println();
    out.println(
        "  Token  curl -s -u rep-payments:demo -d grant_type=client_credentials "
            + running.address()
            + "/oauth2/token");
    out.println("  Logs   " + directories.logs());
    if (!clockOffset.isZero()) {
      out.println("  Clock  " + inDays(clockOffset) + " ahead of this machine's");
    }
    out.println("  Stop   Ctrl-C; the data stays, and ./run --fresh starts over");
  }

  private void keepRunning() throws InterruptedException {
    while (true) {
      List<CompletableFuture<?>> ends = new ArrayList<>();
      Stores three = required(stores);
      three.all().forEach(engine -> ends.add(engine.ended()));
      if (server != null) {
        ends.add(server.ended());
      }
      try {
        CompletableFuture.anyOf(ends.toArray(CompletableFuture<?>[]::new)).get();
      } catch (ExecutionException e) {
        throw new LaunchFailure(STORE, "Cannot watch the processes: " + e.getMessage() + ".", e);
      }
      if (stopping.get()) {
        return;
      }
      if (server != null && server.ended().isDone()) {
        throw new LaunchFailure(
            SERVER,
            "The server ended by itself (exit code %d); its last lines are in %s."
                .formatted(server.ended().join(), server.log()));
      }
      for (Engine engine : three.all()) {
        if (engine.ended().isDone()) {
          bringBack(engine);
        }
      }
    }
  }

  private void bringBack(Engine engine) {
    int before = restarts.merge(engine, 1, Integer::sum);
    if (before > RESTARTS_OF_ONE_STORE) {
      throw new LaunchFailure(
          STORE,
          engine.name()
              + " ended by itself again and again; see the logs under "
              + options.dataDirectory()
              + ".");
    }
    out.println("  " + engine.name() + " ended by itself and is started again.");
    try {
      engine.start();
    } catch (EngineFailure e) {
      throw new LaunchFailure(STORE, String.valueOf(e.getMessage()), e);
    }
  }

  private static Stores required(@Nullable Stores stores) {
    if (stores == null) {
      throw new LaunchFailure(MISSING, "There are no stores to watch.");
    }
    return stores;
  }

  private static <T> T step(
      Progress progress, String what, String done, java.util.concurrent.Callable<T> work)
      throws InterruptedException {
    try {
      return progress.step(what, done, work);
    } catch (RuntimeException | InterruptedException e) {
      throw e;
    } catch (Exception e) {
      throw new LaunchFailure(SERVER, what + " failed: " + e.getMessage() + ".", e);
    }
  }
}

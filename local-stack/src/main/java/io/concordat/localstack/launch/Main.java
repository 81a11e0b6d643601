package io.concordat.localstack.launch;

import io.concordat.localstack.engine.EngineFailure;
import io.concordat.localstack.engine.Installation;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Entry point of {@code ./run}. */
@Command(
    name = "./run",
    sortOptions = false,
    description =
        "Starts Concordat on this machine: PostgreSQL, Neo4j, a MongoDB-wire store, the server, a sample mesh.",
    footer = {
      "",
      "Everything listens on 127.0.0.1 only.",
      "",
      "Exit codes: 0 stopped in order, 2 wrong option, 10 port in use, 11 data directory in use or not ours, "
          + "12 disk full, 13 something is not built, 14 a store failed, 15 the server failed, "
          + "16 the sample mesh was not loaded, 130 Ctrl-C."
    })
public final class Main implements Callable<Integer> {

  /** What the sample loader can generate. */
  private static final int MOST_PRODUCTS = 5_880;

  @Spec private @Nullable CommandSpec spec;

  @Option(
      names = "--port",
      paramLabel = "PORT",
      description = "Port of the server (default: ${DEFAULT-VALUE}).")
  private int port = 8080;

  @Option(
      names = "--data-dir",
      paramLabel = "DIR",
      description = "Where everything is kept (default: .concordat/data in the source tree).")
  private @Nullable Path dataDirectory;

  @Option(names = "--no-sample", description = "Do not load the sample mesh.")
  private boolean noSample;

  @Option(names = "--fresh", description = "Delete what the data directory holds, then start.")
  private boolean fresh;

  @Option(
      names = "--products",
      paramLabel = "N",
      description = "Generate a sample mesh of N products instead of the hand-written ones alone.")
  private int products;

  @Option(
      names = "--stores-only",
      description = "Start the three stores, print their addresses, and leave the server to you.")
  private boolean storesOnly;

  @Option(
      names = "--clock-offset",
      paramLabel = "31d",
      description =
          "Set the server's clock ahead: days (31d) or an ISO 8601 duration (PT36H). It stays ahead on the"
              + " same data, and can only be set further ahead.")
  private @Nullable String clockOffset;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Print this.")
  private boolean help;

  private Main() {}

  /**
   * Runs the stack until it is stopped, and ends the JVM with the exit code that {@code --help}
   * lists.
   *
   * @param arguments see {@code --help}
   */
  public static void main(String[] arguments) {
    System.exit(
        new CommandLine(new Main()).setParameterExceptionHandler(Main::refuse).execute(arguments));
  }

  @Override
  public Integer call() {
    if (port < 1 || port > 65_535) {
      throw refused("--port must be between 1 and 65535, not " + port + ".");
    }
    if (products < 0 || products > MOST_PRODUCTS) {
      throw refused(
          "--products must be between 1 and " + MOST_PRODUCTS + ", not " + products + ".");
    }
    try {
      Installation installation = Installation.find();
      Launch launch = new Launch(options(installation), installation, System.out);
      Runtime.getRuntime().addShutdownHook(new Thread(launch::stop, "stop"));
      return run(launch, System.err);
    } catch (EngineFailure e) {
      System.err.println(e.getMessage());
      return LaunchFailure.Reason.MISSING.exitCode();
    }
  }

  private static int refuse(ParameterException e, String[] arguments) {
    System.err.println(e.getMessage() + " (./run --help lists the options)");
    return CommandLine.ExitCode.USAGE;
  }

  private static int run(Launch launch, PrintStream errors) {
    try {
      launch.run();
      return 0;
    } catch (LaunchFailure e) {
      errors.println(e.sentence());
      return e.reason().exitCode();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return 130;
    }
  }

  private Options options(Installation installation) {
    Path directory =
        dataDirectory == null ? installation.root().resolve(".concordat/data") : dataDirectory;
    return new Options(
        port,
        directory.toAbsolutePath().normalize(),
        !noSample,
        fresh,
        products == 0 ? OptionalInt.empty() : OptionalInt.of(products),
        storesOnly,
        clockOffset == null ? null : ahead(clockOffset),
        Options.LEAST_FREE_BYTES);
  }

  private Duration ahead(String given) {
    try {
      Duration offset =
          given.matches("[0-9]{1,5}d")
              ? Duration.ofDays(Long.parseLong(given.substring(0, given.length() - 1)))
              : Duration.parse(given);
      if (!offset.isNegative()) {
        return offset;
      }
    } catch (DateTimeParseException unreadable) {
      // Told below.
    }
    throw refused(
        "--clock-offset must be days such as 31d, or a duration such as PT36H, not " + given + ".");
  }

  private ParameterException refused(String sentence) {
    if (spec == null) {
      throw new IllegalStateException(sentence);
    }
    return new ParameterException(spec.commandLine(), sentence);
  }
}

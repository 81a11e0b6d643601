package io.concordat.sample;

import io.concordat.sample.api.CallFailed;
import io.concordat.sample.api.ConcordatApi;
import io.concordat.sample.generate.Generator;
import io.concordat.sample.load.Loader;
import io.concordat.sample.load.Refused;
import io.concordat.sample.mesh.Documents;
import io.concordat.sample.mesh.Mesh;
import java.io.PrintStream;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/** The program: loads the sample mesh into a running service. */
public final class SampleMesh {

  private static final int DONE = 0;
  private static final int FAILED = 1;
  private static final int MISUSED = 2;

  private SampleMesh() {}

  /** Runs the program and ends the process with its exit code. */
  public static void main(String[] arguments) {
    System.exit(run(List.of(arguments), System.out, System.err));
  }

  /**
   * Runs the program.
   *
   * @return 0 where everything is loaded, 1 where something was refused or the service could not
   *     answer, 2 where the arguments are not understood
   */
  public static int run(List<String> arguments, PrintStream out, PrintStream err) {
    Options options;
    try {
      options = Options.of(arguments);
    } catch (IllegalArgumentException misused) {
      err.println(misused.getMessage());
      err.println("Try --help.");
      return MISUSED;
    }
    if (options.help()) {
      out.print(Options.USAGE);
      return DONE;
    }
    try {
      load(options, out);
      return DONE;
    } catch (Refused no) {
      err.println("Parts of the sample mesh were refused:");
      err.println(no.getMessage());
      return FAILED;
    } catch (CallFailed failed) {
      err.println("The sample mesh could not be loaded: " + failed.getMessage());
      return FAILED;
    }
  }

  private static void load(Options options, PrintStream out) {
    long start = System.nanoTime();
    Mesh mesh = Generator.grow(Documents.mesh(), options.products(), options.seed());
    if (!options.quiet()) {
      out.println("Loading the sample mesh into " + options.url());
    }
    try (ConcordatApi api =
        new ConcordatApi(options.url(), Duration.ofSeconds(options.patienceSeconds()))) {
      new Loader(
              api,
              Clock.systemUTC(),
              options.months(),
              options.parallel(),
              options.quiet() ? _ -> {} : out::println)
          .load(mesh);
    }
    if (!options.quiet()) {
      out.printf(
          Locale.ROOT,
          "Loaded %d products of %d domains in %.1f s%n",
          mesh.products().size(),
          mesh.domains().size(),
          (System.nanoTime() - start) / 1e9);
    }
  }
}

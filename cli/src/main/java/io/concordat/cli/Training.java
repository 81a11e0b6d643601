package io.concordat.cli;

import io.concordat.cli.host.Host;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * The run of which the JVM keeps what it has loaded and linked, so that every later run starts with
 * it: each command once, on the examples that come with the sources.
 */
final class Training {

  private Training() {}

  /**
   * Runs the commands. What they say is thrown away, and so is whether they succeed: no server
   * answers here.
   *
   * @param arguments the directory of the examples
   */
  public static void main(String[] arguments) {
    Host host =
        new Host(
            Map.of(
                "CONCORDAT_SERVER", "http://127.0.0.1:9",
                "CONCORDAT_TOKEN", "none",
                "XDG_CONFIG_HOME", "/nonexistent"),
            Path.of(arguments[0]),
            InputStream.nullInputStream(),
            false,
            _ -> null);
    List<List<String>> runs =
        List.of(
            List.of("--help"),
            List.of("lint", "--help"),
            List.of("lint", "."),
            List.of("lint", ".", "--output", "json"),
            List.of("lint", ".", "--output", "junit"),
            List.of("lint", ".", "--output", "sarif"),
            List.of("lint", ".", "--output", "markdown"),
            List.of("lint", ".", "--output", "github"),
            List.of("diff", "payouts-failing.odcs.yaml", "payouts.odcs.yaml"),
            List.of("breaking", "payouts.odcs.yaml", "--against", "HEAD"),
            List.of("export", "sql-postgresql", "payouts.odcs.yaml"),
            List.of("check", "."),
            List.of("publish", "."),
            List.of("status"));
    PrintWriter nowhere = new PrintWriter(Writer.nullWriter());
    for (List<String> run : runs) {
      Concordat.commandLine(host, run.getFirst())
          .setOut(nowhere)
          .setErr(nowhere)
          .execute(run.toArray(String[]::new));
    }
  }
}

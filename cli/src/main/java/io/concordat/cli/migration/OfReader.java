package io.concordat.cli.migration;

import java.util.HashMap;
import java.util.Map;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Which reader of which migration is spoken for. */
final class OfReader {

  @Parameters(paramLabel = "MIGRATION", description = "<contract>@<version that is left>.")
  private String migration = "";

  @Option(
      names = "--consumer",
      required = true,
      paramLabel = "ID",
      description = "Who is spoken for: a consumer, or a contract that derives from what breaks.")
  private String consumer = "";

  /** As the inputs of all mutations have it; may be added to. */
  Map<String, Object> input() {
    Map<String, Object> input = new HashMap<>();
    input.put("migration", migration);
    input.put("consumer", consumer);
    return input;
  }
}

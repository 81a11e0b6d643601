package io.concordat.cli.catalog;

import io.concordat.cli.host.ExitCode;
import io.concordat.cli.host.Host;
import io.concordat.cli.host.Stop;
import io.concordat.cli.remote.Remote;
import io.concordat.cli.remote.ServerOptions;
import io.concordat.cli.report.Escapes;
import java.io.PrintWriter;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code concordat catalog}. */
@Command(
    name = "catalog",
    description = "Finds data products that passed the gate.",
    footer = {"", "Example:", "  concordat catalog search settlement"})
public final class Catalog {

  private static final int MOST = 100;

  private static final String SEARCH =
      """
      query($query: String, $domain: ID, $classification: [Classification!], $semanticType: [String!], $first: Int) {
        catalog(query: $query, domain: $domain, classification: $classification, semanticType: $semanticType, first: $first) {
          totalCount
          facets { name buckets { value count } }
          edges { node { id name description tags owner { subject } contracts { id
            served { version status supportedUntil } } } }
        }
      }\
      """;

  private final Host host;

  @Spec private CommandSpec spec = CommandSpec.create();

  /** The command for a run. */
  public Catalog(Host host) {
    this.host = host;
  }

  /** How what was found is written. */
  enum Format {
    TEXT,
    JSON,
    CSV
  }

  @Command(
      name = "search",
      mixinStandardHelpOptions = true,
      description = {
        "Searches names, descriptions, fields, semantic types, tags and owners, the best match first.",
        "Beginnings of words and small typing errors are found, too."
      },
      footer = {
        "",
        "Examples:",
        "  concordat catalog search settlement --domain payments",
        "  concordat catalog search --classification restricted --format csv"
      })
  int search(
      @Mixin ServerOptions server,
      @Parameters(
              paramLabel = "TEXT",
              arity = "0..*",
              description = "Words that must all be found.")
          @Nullable List<String> words,
      @Option(names = "--domain", paramLabel = "ID", description = "Products of this domain.")
          @Nullable String domain,
      @Option(
              names = "--classification",
              paramLabel = "NAME",
              description =
                  "Products with a field that is public, internal, confidential or restricted;"
                      + " several times for any of them.")
          @Nullable List<String> classifications,
      @Option(
              names = "--semantic-type",
              paramLabel = "NAME",
              description = "Products with a field of this type; several times for any of them.")
          @Nullable List<String> semanticTypes,
      @Option(
              names = "--first",
              paramLabel = "COUNT",
              description = "The most that are shown, 1 to 100 (default: ${DEFAULT-VALUE}).",
              defaultValue = "20")
          int first,
      @Option(
              names = "--format",
              paramLabel = "FORMAT",
              description = "text, json or csv (default: ${DEFAULT-VALUE}).",
              defaultValue = "text")
          Format format) {
    if (first < 1 || first > MOST) {
      throw Stop.usage("--first must be between 1 and 100, not " + first + ".");
    }
    Map<String, @Nullable Object> asked = new HashMap<>();
    asked.put("query", words == null ? null : String.join(" ", words));
    asked.put("domain", domain);
    asked.put(
        "classification",
        classifications == null
            ? null
            : classifications.stream().map(name -> name.toUpperCase(Locale.ROOT)).toList());
    asked.put("semanticType", semanticTypes);
    asked.put("first", first);
    JsonNode found;
    try (Remote remote = server.remote(host)) {
      found = remote.ask(SEARCH, asked).path("catalog");
    }
    PrintWriter out = spec.commandLine().getOut();
    switch (format) {
      case JSON ->
          out.println(
              JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsString(found));
      case CSV -> Cards.csv(found).forEach(out::println);
      case TEXT -> Cards.text(found).map(Escapes::line).forEach(out::println);
    }
    return ExitCode.FINE.code();
  }
}

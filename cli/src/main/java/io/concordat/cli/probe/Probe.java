package io.concordat.cli.probe;

import io.concordat.cli.host.ExitCode;
import io.concordat.cli.host.Host;
import io.concordat.cli.host.Stop;
import io.concordat.cli.remote.Payloads;
import io.concordat.cli.remote.Remote;
import io.concordat.cli.remote.ServerOptions;
import io.concordat.cli.report.Escapes;
import java.io.PrintWriter;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code concordat probe}. */
@Command(
    name = "probe",
    description = "Has the server look at something on a schedule, for a promise.",
    footer = {
      "",
      "Examples:",
      "  concordat probe set payments/settlements/daily api --commitment availability --http https://example.com/health",
      "  concordat probe list payments/settlements/daily"
    })
public final class Probe {

  private static final String CONTRACT = "Such as payments/settlements/daily.";
  private static final String NAME = "Name of the probe, unique for the contract.";

  private final Host host;

  @Spec private CommandSpec spec = CommandSpec.create();

  /** The command for a run. */
  public Probe(Host host) {
    this.host = host;
  }

  @Command(
      name = "set",
      mixinStandardHelpOptions = true,
      description = "Sets a probe, in the place of one of that name.")
  int set(
      @Mixin ServerOptions server,
      @Parameters(index = "0", paramLabel = "CONTRACT", description = CONTRACT) String contract,
      @Parameters(index = "1", paramLabel = "NAME", description = NAME) String name,
      @Option(
              names = "--commitment",
              required = true,
              paramLabel = "NAME",
              description = "The promise, such as availability or freshness.")
          String commitment,
      @Option(
              names = "--contract-version",
              paramLabel = "V",
              description = "Hold it against this version only.")
          @Nullable String version,
      @Option(names = "--http", paramLabel = "URL", description = "Get this address.")
          @Nullable String url,
      @Option(
              names = "--status",
              paramLabel = "CODE",
              description = "What HTTP has to answer with (200).")
          @Nullable Integer status,
      @Option(
              names = "--source",
              paramLabel = "NAME",
              description = "Connect to this database of the server's settings.")
          @Nullable String source,
      @Option(
              names = "--query",
              paramLabel = "SQL",
              description = "One SELECT that answers with a boolean or a time.")
          @Nullable String query,
      @Option(
              names = "--directory",
              paramLabel = "NAME",
              description = "Look into this directory of the server's settings.")
          @Nullable String directory,
      @Option(names = "--path", paramLabel = "FILE", description = "File below the directory.")
          @Nullable String path,
      @Option(
              names = "--oldest",
              paramLabel = "SECONDS",
              description = "How old the file, or the time of the query, may be.")
          @Nullable Integer oldest,
      @Option(
              names = "--every",
              paramLabel = "SECONDS",
              defaultValue = "60",
              description = "Pause between two looks (60).")
          int every,
      @Option(
              names = "--within",
              paramLabel = "SECONDS",
              defaultValue = "10",
              description = "Longest time of a look (10).")
          int within) {
    if (Stream.of(url, source, directory).filter(Objects::nonNull).count() != 1) {
      throw Stop.usage("Say what to look at: one of --http, --source and --directory.");
    }
    Map<String, @Nullable Object> input = new HashMap<>();
    input.put("contract", contract);
    input.put("name", name);
    input.put("commitment", commitment);
    input.put("version", version);
    input.put("kind", url != null ? "HTTP" : source != null ? "JDBC" : "FILE");
    input.put("url", url);
    input.put("status", status);
    input.put("source", source);
    input.put("query", query);
    input.put("directory", directory);
    input.put("path", path);
    input.put("oldestSeconds", oldest);
    input.put("everySeconds", every);
    input.put("timeoutSeconds", within);
    return tell(server, "setProbe", "SetProbeInput", input, "Set; 'list' shows what it sees.");
  }

  @Command(name = "remove", mixinStandardHelpOptions = true, description = "Removes a probe.")
  int remove(
      @Mixin ServerOptions server,
      @Parameters(index = "0", paramLabel = "CONTRACT", description = CONTRACT) String contract,
      @Parameters(index = "1", paramLabel = "NAME", description = NAME) String name) {
    Map<String, @Nullable Object> input = new HashMap<>();
    input.put("contract", contract);
    input.put("name", name);
    return tell(server, "removeProbe", "RemoveProbeInput", input, "Removed.");
  }

  @Command(
      name = "list",
      mixinStandardHelpOptions = true,
      description = "Lists the probes of a contract, and what they saw last.")
  int list(
      @Mixin ServerOptions server,
      @Parameters(paramLabel = "CONTRACT", description = CONTRACT) String contract,
      @Option(names = "--json", description = "Write JSON.") boolean json) {
    JsonNode found;
    try (Remote remote = server.remote(host)) {
      found =
          remote
              .ask(
                  "query($id: ID!) { contract(id: $id) { probes { name version commitment kind url"
                      + " status source query directory path oldestSeconds everySeconds"
                      + " timeoutSeconds changedBy changedAt lookedAt kept told } } }",
                  Map.of("id", contract))
              .path("contract");
    }
    if (!found.isObject()) {
      throw Stop.usage("There is no contract '" + contract + "' on the server.");
    }
    JsonNode probes = found.path("probes");
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      out.println(JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsString(probes));
    } else {
      probes.forEach(probe -> out.println(line(probe)));
      out.println(probes.size() + (probes.size() == 1 ? " probe." : " probes."));
    }
    return ExitCode.FINE.code();
  }

  private int tell(
      ServerOptions server,
      String mutation,
      String type,
      Map<String, @Nullable Object> input,
      String done) {
    JsonNode payload;
    try (Remote remote = server.remote(host)) {
      payload =
          remote
              .ask(
                  "mutation($input: %s!) { %s(input: $input) { userErrors { code message } } }"
                      .formatted(type, mutation),
                  Map.of("input", input))
              .path(mutation);
    }
    if (Payloads.refused(payload, spec.commandLine().getErr())) {
      return ExitCode.VIOLATIONS.code();
    }
    spec.commandLine().getOut().println(done);
    return ExitCode.FINE.code();
  }

  private static String line(JsonNode probe) {
    String kept = probe.path("kept").asString("");
    return "%-20s %-4s %-24s %-7s %s"
        .formatted(
            text(probe, "name"),
            text(probe, "kind"),
            text(probe, "commitment"),
            kept.isEmpty() ? "waits" : kept.equals("true") ? "fine" : "failed",
            text(probe, "told"));
  }

  private static String text(JsonNode node, String name) {
    return Escapes.line(node.path(name).asString(""));
  }
}

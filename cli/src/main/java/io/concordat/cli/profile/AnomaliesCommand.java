package io.concordat.cli.profile;

import io.concordat.cli.host.ExitCode;
import io.concordat.cli.host.Host;
import io.concordat.cli.host.Stop;
import io.concordat.cli.remote.Pages;
import io.concordat.cli.remote.Remote;
import io.concordat.cli.remote.ServerOptions;
import io.concordat.cli.report.Escapes;
import java.io.PrintWriter;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code concordat profile anomalies}. */
@Command(
    name = "anomalies",
    description = "Lists the unusual windows that the server found, the latest first.",
    footer = {
      "",
      "Resolve an incident with --cause false-alarm to have the like of it taken as usual.",
      "",
      "Example:",
      "  concordat profile anomalies --contract payments/settlements/daily",
      "",
      "Exit codes: 0 told, 2 usage, 3 server or network."
    })
final class AnomaliesCommand implements Callable<Integer> {

  private static final String LIST =
      """
      query($contract: ID, $product: ID, $first: Int!, $after: String) {
        anomalies(contract: $contract, product: $product, first: $first, after: $after) {
          edges { node { id contractId field kind from to observed expected low high state
            detectedAt incident { id status } } }
          pageInfo { hasNextPage endCursor } } }
      """;

  private final Host host;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(names = "--contract", paramLabel = "ID", description = "Those of a contract.")
  private @Nullable String contract;

  @Option(names = "--product", paramLabel = "ID", description = "Those of all its contracts.")
  private @Nullable String product;

  @Option(names = "--json", description = "Write JSON.")
  private boolean json;

  @Mixin private ServerOptions server = new ServerOptions();

  AnomaliesCommand(Host host) {
    this.host = host;
  }

  @Override
  public Integer call() {
    if ((contract == null) == (product == null)) {
      throw Stop.usage("Say one of --contract and --product.");
    }
    Map<String, @Nullable Object> asked = new HashMap<>();
    asked.put("contract", contract);
    asked.put("product", product);
    List<JsonNode> found;
    try (Remote remote = server.remote(host)) {
      found = Pages.all(remote, LIST, asked, "anomalies");
    }
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      out.println(JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsString(found));
    } else {
      found.forEach(anomaly -> out.println(line(anomaly)));
      out.println(found.size() + (found.size() == 1 ? " anomaly." : " anomalies."));
    }
    out.flush();
    return ExitCode.FINE.code();
  }

  private static String line(JsonNode anomaly) {
    return Escapes.line(
        String.format(
            Locale.ROOT,
            "%s  %-12s %-9s %s %s  observed %.6g, expected %.6g, usual %.6g to %.6g  %s",
            anomaly.path("from").asString(),
            anomaly.path("kind").asString(),
            anomaly.path("state").asString(),
            anomaly.path("contractId").asString(),
            anomaly.path("field").asString(),
            anomaly.path("observed").asDouble(),
            anomaly.path("expected").asDouble(),
            anomaly.path("low").asDouble(),
            anomaly.path("high").asDouble(),
            anomaly.at("/incident/id").asString("-")));
  }
}

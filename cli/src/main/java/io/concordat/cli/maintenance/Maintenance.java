package io.concordat.cli.maintenance;

import io.concordat.cli.host.Days;
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
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code concordat maintenance}. */
@Command(
    name = "maintenance",
    description = "Plans times in which nothing is held against a product.",
    footer = {
      "",
      "Examples:",
      "  concordat maintenance plan payments/settlements --to 2027-02-15T06:00:00Z --reason \"New disks\"",
      "  concordat maintenance list payments/settlements"
    })
public final class Maintenance {

  private static final String PRODUCT = "Such as payments/settlements.";
  private static final String WINDOW =
      "{ id from to reason plannedAt plannedBy cancelledAt cancelledBy }";

  private final Host host;

  @Spec private CommandSpec spec = CommandSpec.create();

  /** The command for a run. */
  public Maintenance(Host host) {
    this.host = host;
  }

  @Command(name = "plan", mixinStandardHelpOptions = true, description = "Plans a window.")
  int plan(
      @Mixin ServerOptions server,
      @Parameters(paramLabel = "PRODUCT", description = PRODUCT) String product,
      @Option(
              names = "--from",
              paramLabel = "DAY",
              description =
                  "When it begins: a day (its start, UTC) or an instant; now where left out.")
          @Nullable String from,
      @Option(
              names = "--to",
              required = true,
              paramLabel = "DAY",
              description = "When it ends, seven days later at most.")
          String to,
      @Option(names = "--reason", required = true, paramLabel = "TEXT", description = "Why.")
          String reason,
      @Option(names = "--json", description = "Write JSON.") boolean json) {
    Map<String, @Nullable Object> input = new HashMap<>();
    input.put("product", product);
    input.put("from", from == null ? null : Days.instant(from).toString());
    input.put("to", Days.instant(to).toString());
    input.put("reason", reason);
    return tell(server, "planMaintenance", "PlanMaintenanceInput", input, json);
  }

  @Command(
      name = "cancel",
      mixinStandardHelpOptions = true,
      description = "Takes a window back, or ends it now where it has begun.")
  int cancel(
      @Mixin ServerOptions server,
      @Parameters(index = "0", paramLabel = "PRODUCT", description = PRODUCT) String product,
      @Parameters(index = "1", paramLabel = "WINDOW", description = "Id of the window.")
          String window,
      @Option(names = "--json", description = "Write JSON.") boolean json) {
    Map<String, @Nullable Object> input = new HashMap<>();
    input.put("product", product);
    input.put("maintenance", window);
    return tell(server, "cancelMaintenance", "CancelMaintenanceInput", input, json);
  }

  @Command(
      name = "list",
      mixinStandardHelpOptions = true,
      description = "Lists the windows of a product by their beginning.")
  int list(
      @Mixin ServerOptions server,
      @Parameters(paramLabel = "PRODUCT", description = PRODUCT) String product,
      @Option(
              names = "--from",
              paramLabel = "DAY",
              description = "Those that end later: a day (its start, UTC) or an instant.")
          @Nullable String from,
      @Option(names = "--to", paramLabel = "DAY", description = "Those that begin earlier.")
          @Nullable String to,
      @Option(names = "--json", description = "Write JSON.") boolean json) {
    Map<String, @Nullable Object> asked = new HashMap<>();
    asked.put("id", product);
    asked.put("from", from == null ? null : Days.instant(from).toString());
    asked.put("to", to == null ? null : Days.instant(to).toString());
    JsonNode found;
    try (Remote remote = server.remote(host)) {
      found =
          remote
              .ask(
                  "query($id: ID!, $from: DateTime, $to: DateTime) {"
                      + " dataProduct(id: $id) { maintenance(from: $from, to: $to) "
                      + WINDOW
                      + " } }",
                  asked)
              .path("dataProduct");
    }
    if (!found.isObject()) {
      throw Stop.usage("There is no data product '" + product + "' on the server.");
    }
    JsonNode windows = found.path("maintenance");
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      out.println(JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsString(windows));
    } else {
      windows.forEach(window -> out.println(line(window)));
      out.println(windows.size() + (windows.size() == 1 ? " window." : " windows."));
    }
    return ExitCode.FINE.code();
  }

  private int tell(
      ServerOptions server,
      String mutation,
      String type,
      Map<String, @Nullable Object> input,
      boolean json) {
    input.put("idempotencyKey", "cli:" + UUID.randomUUID());
    JsonNode payload;
    try (Remote remote = server.remote(host)) {
      payload =
          remote
              .ask(
                  "mutation($input: %s!) { %s(input: $input) { maintenance %s userErrors { code message } } }"
                      .formatted(type, mutation, WINDOW),
                  Map.of("input", input))
              .path(mutation);
    }
    if (Payloads.refused(payload, spec.commandLine().getErr())) {
      return ExitCode.VIOLATIONS.code();
    }
    JsonNode window = payload.path("maintenance");
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      out.println(JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsString(window));
    } else {
      out.println(window.isObject() ? line(window) : "Done; it cannot be shown yet.");
    }
    return ExitCode.FINE.code();
  }

  private static String line(JsonNode window) {
    String cancelled = text(window, "cancelledAt");
    return "%s  %s to %s  %s%s"
        .formatted(
            text(window, "id"),
            text(window, "from"),
            text(window, "to"),
            text(window, "reason"),
            cancelled.isEmpty() ? "" : "  (cancelled " + cancelled + ")");
  }

  private static String text(JsonNode node, String name) {
    return Escapes.line(node.path(name).asString(""));
  }
}

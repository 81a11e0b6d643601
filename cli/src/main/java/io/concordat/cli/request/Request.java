package io.concordat.cli.request;

import io.concordat.cli.host.Days;
import io.concordat.cli.host.ExitCode;
import io.concordat.cli.host.Host;
import io.concordat.cli.host.Stop;
import io.concordat.cli.remote.Pages;
import io.concordat.cli.remote.Payloads;
import io.concordat.cli.remote.Remote;
import io.concordat.cli.remote.ServerOptions;
import java.io.PrintWriter;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
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

/** {@code concordat request}. */
@Command(
    name = "request",
    description = "Asks a domain for a data product, and answers what was asked.",
    footer = {
      "",
      "Examples:",
      "  concordat request open --domain payments --title Chargebacks --purpose \"Fraud scores miss them.\"",
      "  concordat request list --domain payments --status open"
    })
public final class Request {

  private static final String ID = "Id of the request.";

  private final Host host;

  @Spec private CommandSpec spec = CommandSpec.create();

  /** The command for a run. */
  public Request(Host host) {
    this.host = host;
  }

  @Command(
      name = "open",
      mixinStandardHelpOptions = true,
      description = "Asks a domain for a product.")
  int open(
      @Mixin ServerOptions server,
      @Option(names = "--domain", required = true, paramLabel = "ID", description = "Who is asked.")
          String domain,
      @Option(names = "--title", required = true, paramLabel = "TEXT", description = "For what.")
          String title,
      @Option(
              names = "--purpose",
              required = true,
              paramLabel = "TEXT",
              description = "What it is needed for.")
          String purpose,
      @Option(
              names = "--wanted",
              paramLabel = "TEXT",
              description = "Fields and commitments that are wanted.")
          @Nullable String wanted,
      @Option(
              names = "--needed-by",
              paramLabel = "DAY",
              description = "A day (its start, UTC) or an instant.")
          @Nullable String neededBy,
      @Option(names = "--json", description = "Write JSON.") boolean json) {
    Map<String, @Nullable Object> input = new HashMap<>();
    input.put("domain", domain);
    input.put("title", title);
    input.put("purpose", purpose);
    input.put("wanted", wanted);
    input.put("neededBy", neededBy == null ? null : Days.instant(neededBy).toString());
    return tell(server, "openDataRequest", "OpenDataRequestInput", input, json);
  }

  @Command(
      name = "list",
      mixinStandardHelpOptions = true,
      description = "Lists requests, the latest first.")
  int list(
      @Mixin ServerOptions server,
      @Option(names = "--domain", paramLabel = "ID", description = "Those to a domain.")
          @Nullable String domain,
      @Option(
              names = "--status",
              paramLabel = "STATUS",
              description =
                  "open, accepted, declined, delivered or withdrawn; several times for any of them.")
          @Nullable List<String> statuses,
      @Option(names = "--mine", description = "Those that the caller opened.") boolean mine,
      @Option(names = "--json", description = "Write JSON.") boolean json) {
    Map<String, @Nullable Object> asked = new HashMap<>();
    asked.put("domain", domain);
    asked.put(
        "status",
        statuses == null
            ? null
            : statuses.stream().map(status -> status.toUpperCase(Locale.ROOT)).toList());
    asked.put("mine", mine);
    List<JsonNode> found;
    try (Remote remote = server.remote(host)) {
      found = Pages.all(remote, RequestTexts.LIST, asked, "dataRequests");
    }
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      out.println(JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsString(found));
    } else {
      found.forEach(request -> out.println(RequestTexts.line(request)));
      out.println(found.size() + (found.size() == 1 ? " request." : " requests."));
    }
    return ExitCode.FINE.code();
  }

  @Command(name = "show", mixinStandardHelpOptions = true, description = "Shows one request.")
  int show(
      @Mixin ServerOptions server,
      @Parameters(paramLabel = "REQUEST", description = ID) String id,
      @Option(names = "--json", description = "Write JSON.") boolean json) {
    JsonNode found;
    try (Remote remote = server.remote(host)) {
      found = remote.ask(RequestTexts.SHOW, Map.of("id", id)).path("dataRequest");
    }
    if (!found.isObject()) {
      throw Stop.usage("There is no data request '" + id + "' on the server.");
    }
    write(found, json);
    return ExitCode.FINE.code();
  }

  @Command(
      name = "accept",
      mixinStandardHelpOptions = true,
      description = "Says yes for the domain, and by when; again to move the day.")
  int accept(
      @Mixin ServerOptions server,
      @Parameters(paramLabel = "REQUEST", description = ID) String id,
      @Option(
              names = "--by",
              required = true,
              paramLabel = "DAY",
              description = "When the product is expected: a day (its start, UTC) or an instant.")
          String by,
      @Option(names = "--json", description = "Write JSON.") boolean json) {
    Map<String, @Nullable Object> input = new HashMap<>();
    input.put("request", id);
    input.put("expectedBy", Days.instant(by).toString());
    return tell(server, "acceptDataRequest", "AcceptDataRequestInput", input, json);
  }

  @Command(
      name = "decline",
      mixinStandardHelpOptions = true,
      description = "Says no for the domain.")
  int decline(
      @Mixin ServerOptions server,
      @Parameters(paramLabel = "REQUEST", description = ID) String id,
      @Option(names = "--reason", required = true, paramLabel = "TEXT", description = "Why.")
          String reason,
      @Option(names = "--json", description = "Write JSON.") boolean json) {
    Map<String, @Nullable Object> input = new HashMap<>();
    input.put("request", id);
    input.put("reason", reason);
    return tell(server, "declineDataRequest", "DeclineDataRequestInput", input, json);
  }

  @Command(
      name = "deliver",
      mixinStandardHelpOptions = true,
      description = "Names the published contract of the domain that answers the request.")
  int deliver(
      @Mixin ServerOptions server,
      @Parameters(paramLabel = "REQUEST", description = ID) String id,
      @Option(
              names = "--contract",
              required = true,
              paramLabel = "ID",
              description = "Such as payments/settlements/daily.")
          String contract,
      @Option(names = "--json", description = "Write JSON.") boolean json) {
    Map<String, @Nullable Object> input = new HashMap<>();
    input.put("request", id);
    input.put("contract", contract);
    return tell(server, "deliverDataRequest", "DeliverDataRequestInput", input, json);
  }

  @Command(
      name = "withdraw",
      mixinStandardHelpOptions = true,
      description = "Takes a request back.")
  int withdraw(
      @Mixin ServerOptions server,
      @Parameters(paramLabel = "REQUEST", description = ID) String id,
      @Option(names = "--json", description = "Write JSON.") boolean json) {
    Map<String, @Nullable Object> input = new HashMap<>();
    input.put("request", id);
    return tell(server, "withdrawDataRequest", "DataRequestInput", input, json);
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
          remote.ask(RequestTexts.mutation(mutation, type), Map.of("input", input)).path(mutation);
    }
    if (Payloads.refused(payload, spec.commandLine().getErr())) {
      return ExitCode.VIOLATIONS.code();
    }
    JsonNode request = payload.path("dataRequest");
    if (request.isObject()) {
      write(request, json);
    } else {
      spec.commandLine().getOut().println(json ? "null" : "Done; it cannot be shown yet.");
    }
    return ExitCode.FINE.code();
  }

  private void write(JsonNode request, boolean json) {
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      out.println(JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsString(request));
    } else {
      RequestTexts.page(request).forEach(out::println);
    }
  }
}

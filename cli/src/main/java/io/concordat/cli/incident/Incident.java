package io.concordat.cli.incident;

import io.concordat.cli.host.ExitCode;
import io.concordat.cli.host.Host;
import io.concordat.cli.host.Stop;
import io.concordat.cli.remote.Pages;
import io.concordat.cli.remote.Payloads;
import io.concordat.cli.remote.Remote;
import io.concordat.cli.remote.ServerOptions;
import io.concordat.cli.report.Csv;
import java.io.PrintWriter;
import java.time.Instant;
import java.time.YearMonth;
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

/** {@code concordat incident}. */
@Command(
    name = "incident",
    description = "Broken promises: lists them, shows one, takes it on and ends it.",
    footer = {
      "",
      "Examples:",
      "  concordat incident list --domain payments --status open",
      "  concordat incident resolve 019d... --cause fixed --note \"Restarted the export.\"",
      "",
      "Exit codes: 0 done, 1 refused, 2 usage, 3 server or network."
    })
public final class Incident {

  private static final String ID = "Id of the incident.";

  private static final List<String> STATUSES = List.of("open", "acknowledged", "resolved");
  private static final List<String> SEVERITIES = List.of("low", "medium", "high", "critical");
  private static final List<String> CAUSES =
      List.of("fixed", "false-alarm", "upstream", "accepted");

  private enum Format {
    TEXT,
    JSON,
    CSV;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  private final Host host;

  @Spec private CommandSpec spec = CommandSpec.create();

  /** The command for a run. */
  public Incident(Host host) {
    this.host = host;
  }

  @Command(
      name = "list",
      mixinStandardHelpOptions = true,
      description = "Lists incidents, the latest first.")
  int list(
      @Mixin ServerOptions server,
      @Option(names = "--domain", paramLabel = "ID", description = "Those of a domain's products.")
          @Nullable String domain,
      @Option(
              names = "--status",
              paramLabel = "STATUS",
              description = "open, acknowledged or resolved; several times for any of them.")
          @Nullable List<String> statuses,
      @Option(
              names = "--severity",
              paramLabel = "SEVERITY",
              description = "low, medium, high or critical; several times for any of them.")
          @Nullable List<String> severities,
      @Option(names = "--product", paramLabel = "ID", description = "Those of a data product.")
          @Nullable String product,
      @Option(names = "--commitment", paramLabel = "NAME", description = "Those of a promise.")
          @Nullable String commitment,
      @Option(
              names = "--from",
              paramLabel = "TIME",
              description = "Opened then or later, such as 2026-11-01T00:00:00Z.")
          @Nullable Instant from,
      @Option(names = "--to", paramLabel = "TIME", description = "Opened before.")
          @Nullable Instant to,
      @Option(names = "--roots", description = "Leave out those that follow from another.")
          boolean roots,
      @Option(
              names = "--format",
              paramLabel = "FORMAT",
              defaultValue = "text",
              description = "One of ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
          Format format) {
    Map<String, @Nullable Object> asked = new HashMap<>();
    asked.put("domain", domain);
    asked.put("status", all("--status", STATUSES, statuses));
    asked.put("severity", all("--severity", SEVERITIES, severities));
    asked.put("product", product);
    asked.put("commitment", commitment);
    asked.put("from", from);
    asked.put("to", to);
    asked.put("roots", roots);
    List<JsonNode> found;
    try (Remote remote = server.remote(host)) {
      found = Pages.all(remote, IncidentTexts.LIST, asked, "incidents");
    }
    PrintWriter out = spec.commandLine().getOut();
    switch (format) {
      case JSON ->
          out.println(
              JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsString(found));
      case CSV -> {
        out.print(Csv.row(IncidentTexts.COLUMNS));
        found.forEach(incident -> out.print(IncidentTexts.row(incident)));
      }
      case TEXT -> {
        found.forEach(incident -> out.println(IncidentTexts.line(incident)));
        out.println(found.size() + (found.size() == 1 ? " incident." : " incidents."));
      }
    }
    out.flush();
    return ExitCode.FINE.code();
  }

  @Command(
      name = "figures",
      mixinStandardHelpOptions = true,
      description = "How long domains took for the incidents of each month (UTC).")
  int figures(
      @Mixin ServerOptions server,
      @Option(names = "--domain", paramLabel = "ID", description = "Only this domain.")
          @Nullable String domain,
      @Option(
              names = "--from",
              paramLabel = "MONTH",
              description = "First month, such as 2026-09 (default: two before the last).")
          @Nullable YearMonth from,
      @Option(
              names = "--to",
              paramLabel = "MONTH",
              description = "Last month (default: the current one).")
          @Nullable YearMonth to,
      @Option(
              names = "--format",
              paramLabel = "FORMAT",
              defaultValue = "text",
              description = "One of ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
          Format format) {
    Map<String, @Nullable Object> asked = new HashMap<>();
    asked.put("domain", domain);
    asked.put("from", from == null ? null : from.toString());
    asked.put("to", to == null ? null : to.toString());
    JsonNode found;
    try (Remote remote = server.remote(host)) {
      found = remote.ask(FiguresTexts.QUERY, asked).path("incidentFigures");
    }
    PrintWriter out = spec.commandLine().getOut();
    switch (format) {
      case JSON ->
          out.println(
              JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsString(found));
      case CSV -> {
        out.print(Csv.row(FiguresTexts.COLUMNS));
        found.forEach(row -> out.print(Csv.row(FiguresTexts.row(row))));
      }
      case TEXT -> FiguresTexts.table(found).forEach(out::println);
    }
    out.flush();
    return ExitCode.FINE.code();
  }

  @Command(
      name = "show",
      mixinStandardHelpOptions = true,
      description = "Shows one incident: whose it is, what it follows from, whom it reaches.")
  int show(
      @Mixin ServerOptions server,
      @Parameters(paramLabel = "INCIDENT", description = ID) String id,
      @Option(names = "--json", description = "Write JSON.") boolean json) {
    JsonNode found;
    try (Remote remote = server.remote(host)) {
      found = remote.ask(IncidentTexts.SHOW, Map.of("id", id)).path("incident");
    }
    if (!found.isObject()) {
      throw Stop.usage("There is no incident '" + id + "' on the server.");
    }
    write(found, json);
    return ExitCode.FINE.code();
  }

  @Command(
      name = "acknowledge",
      mixinStandardHelpOptions = true,
      description = "Says that somebody is on it.")
  int acknowledge(
      @Mixin ServerOptions server,
      @Parameters(paramLabel = "INCIDENT", description = ID) String id,
      @Option(names = "--json", description = "Write JSON.") boolean json) {
    return tell(server, "acknowledgeIncident", "IncidentInput", input(id), json);
  }

  @Command(
      name = "assign",
      mixinStandardHelpOptions = true,
      description = "Gives it to a person, who may then do with it what the owner may.")
  int assign(
      @Mixin ServerOptions server,
      @Parameters(index = "0", paramLabel = "INCIDENT", description = ID) String id,
      @Parameters(
              index = "1",
              paramLabel = "PERSON",
              description = "Subject of the person's token.")
          String assignee,
      @Option(names = "--json", description = "Write JSON.") boolean json) {
    Map<String, @Nullable Object> input = input(id);
    input.put("assignee", assignee);
    return tell(server, "assignIncident", "AssignIncidentInput", input, json);
  }

  @Command(
      name = "comment",
      mixinStandardHelpOptions = true,
      description = "Says something about it, also when it is resolved.")
  int comment(
      @Mixin ServerOptions server,
      @Parameters(index = "0", paramLabel = "INCIDENT", description = ID) String id,
      @Parameters(index = "1", paramLabel = "TEXT", description = "What is said.") String text,
      @Option(names = "--json", description = "Write JSON.") boolean json) {
    Map<String, @Nullable Object> input = input(id);
    input.put("text", text);
    return tell(server, "commentOnIncident", "CommentOnIncidentInput", input, json);
  }

  @Command(name = "resolve", mixinStandardHelpOptions = true, description = "Ends it.")
  int resolve(
      @Mixin ServerOptions server,
      @Parameters(paramLabel = "INCIDENT", description = ID) String id,
      @Option(
              names = "--cause",
              required = true,
              paramLabel = "CAUSE",
              description = "fixed, false-alarm, upstream or accepted.")
          String cause,
      @Option(names = "--note", paramLabel = "TEXT", description = "What was done.")
          @Nullable String note,
      @Option(names = "--json", description = "Write JSON.") boolean json) {
    Map<String, @Nullable Object> input = input(id);
    input.put("cause", oneOf("--cause", CAUSES, cause));
    input.put("note", note);
    return tell(server, "resolveIncident", "ResolveIncidentInput", input, json);
  }

  @Command(
      name = "reopen",
      mixinStandardHelpOptions = true,
      description = "Opens it again, within 24 hours of its resolution.")
  int reopen(
      @Mixin ServerOptions server,
      @Parameters(paramLabel = "INCIDENT", description = ID) String id,
      @Option(names = "--reason", required = true, paramLabel = "TEXT", description = "Why.")
          String reason,
      @Option(names = "--json", description = "Write JSON.") boolean json) {
    Map<String, @Nullable Object> input = input(id);
    input.put("reason", reason);
    return tell(server, "reopenIncident", "ReopenIncidentInput", input, json);
  }

  private static @Nullable List<String> all(
      String option, List<String> known, @Nullable List<String> given) {
    return given == null ? null : given.stream().map(one -> oneOf(option, known, one)).toList();
  }

  /** As the service has it: in upper case, with underscores. */
  private static String oneOf(String option, List<String> known, String given) {
    if (!known.contains(given.toLowerCase(Locale.ROOT))) {
      throw Stop.usage(
          option + " must be one of " + String.join(", ", known) + ", not " + given + ".");
    }
    return given.toUpperCase(Locale.ROOT).replace('-', '_');
  }

  private static Map<String, @Nullable Object> input(String id) {
    Map<String, @Nullable Object> input = new HashMap<>();
    input.put("incident", id);
    return input;
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
          remote.ask(IncidentTexts.mutation(mutation, type), Map.of("input", input)).path(mutation);
    }
    if (Payloads.refused(payload, spec.commandLine().getErr())) {
      return ExitCode.VIOLATIONS.code();
    }
    JsonNode incident = payload.path("incident");
    if (incident.isObject()) {
      write(incident, json);
    } else {
      spec.commandLine().getOut().println(json ? "null" : "Done; it cannot be shown yet.");
    }
    return ExitCode.FINE.code();
  }

  private void write(JsonNode incident, boolean json) {
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      out.println(
          JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsString(incident));
    } else {
      IncidentTexts.page(incident).forEach(out::println);
    }
  }
}

package io.concordat.cli.consumer;

import io.concordat.cli.host.ExitCode;
import io.concordat.cli.host.Host;
import io.concordat.cli.host.Stop;
import io.concordat.cli.remote.Pages;
import io.concordat.cli.remote.Payloads;
import io.concordat.cli.remote.Remote;
import io.concordat.cli.remote.ServerOptions;
import io.concordat.cli.report.Escapes;
import java.io.PrintWriter;
import java.util.ArrayList;
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

/** {@code concordat consumer}. */
@Command(
    name = "consumer",
    description = "Declares what reads contracts, and tells what was seen to read them.",
    footer = {
      "",
      "Examples:",
      "  concordat consumer list --contract payments/settlements/daily",
      "  concordat consumer show finance:cfo-dashboard"
    })
public final class Consumer {

  private static final String ID = "Id of the consumer, DOMAIN:NAME.";

  private final Host host;

  @Spec private CommandSpec spec = CommandSpec.create();

  /** The command for a run. */
  public Consumer(Host host) {
    this.host = host;
  }

  @Command(
      name = "list",
      mixinStandardHelpOptions = true,
      description = "Lists consumers by id, and when each was last seen to read.",
      footer = {
        "",
        "Example:",
        "  concordat consumer list --contract payments/settlements/daily --format csv"
      })
  int list(
      @Mixin ServerOptions server,
      @Option(names = "--domain", paramLabel = "ID", description = "Those that a domain runs.")
          @Nullable String domain,
      @Option(
              names = "--kind",
              paramLabel = "KIND",
              description = "dashboard, model, application or notebook.")
          @Nullable String kind,
      @Option(
              names = "--contract",
              paramLabel = "ID",
              description = "Those that declare that they read a contract.")
          @Nullable String contract,
      @Option(names = "--retired", description = "Those that read nothing any more.")
          boolean retired,
      @Option(
              names = "--format",
              paramLabel = "FORMAT",
              description = "text, json or csv (default: ${DEFAULT-VALUE}).",
              defaultValue = "text")
          Format format) {
    Map<String, @Nullable Object> asked = new HashMap<>();
    asked.put("domain", domain);
    asked.put("kind", kind == null ? null : kind.toUpperCase(Locale.ROOT));
    asked.put("contract", contract);
    asked.put("retired", retired);
    List<JsonNode> found;
    try (Remote remote = server.remote(host)) {
      found = Pages.all(remote, ConsumerTexts.LIST, asked, "consumers");
    }
    PrintWriter out = spec.commandLine().getOut();
    switch (format) {
      case JSON -> out.println(json(found));
      case CSV -> ConsumerTexts.csv(found).forEach(out::print);
      case TEXT -> {
        found.forEach(consumer -> out.println(ConsumerTexts.line(consumer)));
        out.println(found.size() + (found.size() == 1 ? " consumer." : " consumers."));
      }
    }
    return ExitCode.FINE.code();
  }

  @Command(
      name = "show",
      mixinStandardHelpOptions = true,
      description = "Shows one consumer: what it declares, and what it was seen to read.",
      footer = {"", "Example:", "  concordat consumer show finance:cfo-dashboard"})
  int show(
      @Mixin ServerOptions server,
      @Parameters(paramLabel = "CONSUMER", description = ID) String id,
      @Option(names = "--json", description = "Write JSON.") boolean json) {
    JsonNode found;
    try (Remote remote = server.remote(host)) {
      found = remote.ask(ConsumerTexts.SHOW, Map.of("id", id)).path("node");
    }
    if (!found.path("registeredAt").isString()) {
      throw Stop.usage("There is no consumer '" + id + "' on the server.");
    }
    write(found, json);
    return ExitCode.FINE.code();
  }

  @Command(
      name = "register",
      mixinStandardHelpOptions = true,
      description = {
        "Declares a consumer and what it reads.",
        "Doing so again takes the place of all that was declared before."
      },
      footer = {
        "",
        "Example:",
        "  concordat consumer register finance:cash-board --name \"Cash board\" --kind dashboard \\",
        "    --purpose \"Cash position of the morning.\" \\",
        "    --reads payments/settlements/daily@1.0.0#settlement.amount \\",
        "    --job airflow-finance cash_board.refresh"
      })
  int register(
      @Mixin ServerOptions server,
      @Parameters(paramLabel = "CONSUMER", description = ID) String id,
      @Option(names = "--name", required = true, paramLabel = "TEXT", description = "For people.")
          String name,
      @Option(
              names = "--kind",
              required = true,
              paramLabel = "KIND",
              description = "dashboard, model, application or notebook.")
          String kind,
      @Option(
              names = "--purpose",
              required = true,
              paramLabel = "TEXT",
              description = "What it reads for.")
          String purpose,
      @Option(
              names = "--reads",
              required = true,
              paramLabel = "READ",
              description =
                  "CONTRACT, with @VERSION for which it is built and #OBJECT.FIELD,… where it reads"
                      + " only those; once for each contract.")
          List<String> reads,
      @Option(
              names = "--job",
              arity = "2",
              paramLabel = "NAME",
              description =
                  "Namespace and name of a job by which it reads, as lineage events name them;"
                      + " several times for several.")
          @Nullable List<String> jobs,
      @Option(names = "--json", description = "Write JSON.") boolean json) {
    Map<String, @Nullable Object> input = new HashMap<>();
    input.put("id", id);
    input.put("name", name);
    input.put("kind", kind.toUpperCase(Locale.ROOT));
    input.put("purpose", purpose);
    input.put("reads", reads.stream().map(read -> DeclaredRead.of(read).input()).toList());
    input.put("jobs", jobs == null ? List.of() : pairs(jobs));
    return tell(server, "registerConsumer", "RegisterConsumerInput", input, json);
  }

  @Command(
      name = "retire",
      mixinStandardHelpOptions = true,
      description = "Says that a consumer reads nothing any more.",
      footer = {
        "",
        "Example:",
        "  concordat consumer retire finance:cash-board --reason \"Replaced by the new board.\""
      })
  int retire(
      @Mixin ServerOptions server,
      @Parameters(paramLabel = "CONSUMER", description = ID) String id,
      @Option(names = "--reason", required = true, paramLabel = "TEXT", description = "Why.")
          String reason,
      @Option(names = "--json", description = "Write JSON.") boolean json) {
    Map<String, @Nullable Object> input = new HashMap<>();
    input.put("consumer", id);
    input.put("reason", reason);
    return tell(server, "retireConsumer", "RetireConsumerInput", input, json);
  }

  /** Picocli gives as many as were typed, two for each time. */
  private static List<Map<String, String>> pairs(List<String> typed) {
    List<Map<String, String>> pairs = new ArrayList<>();
    for (int i = 0; i < typed.size(); i += 2) {
      pairs.add(Map.of("namespace", typed.get(i), "name", typed.get(i + 1)));
    }
    return pairs;
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
          remote.ask(ConsumerTexts.mutation(mutation, type), Map.of("input", input)).path(mutation);
    }
    if (Payloads.refused(payload, spec.commandLine().getErr())) {
      return ExitCode.VIOLATIONS.code();
    }
    JsonNode consumer = payload.path("consumer");
    if (consumer.isObject()) {
      write(consumer, json);
    } else {
      spec.commandLine().getOut().println(json ? "null" : "Done; it cannot be shown yet.");
    }
    return ExitCode.FINE.code();
  }

  private void write(JsonNode consumer, boolean json) {
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      out.println(json(consumer));
    } else {
      ConsumerTexts.page(consumer).map(Escapes::line).forEach(out::println);
    }
  }

  private static String json(Object found) {
    return JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsString(found);
  }
}

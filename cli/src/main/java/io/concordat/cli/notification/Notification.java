package io.concordat.cli.notification;

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

/** {@code concordat notification}. */
@Command(
    name = "notification",
    description = "Messages to channels: what was sent, what waits, and what is sent again.",
    footer = {
      "",
      "Examples:",
      "  concordat notification channels",
      "  concordat notification list --channel payments-hook --state dead",
      "  concordat notification redeliver --channel payments-hook",
      "",
      "Exit codes: 0 done, 1 refused, 2 usage, 3 server or network."
    })
public final class Notification {

  private static final List<String> STATES = List.of("waiting", "sent", "dead", "gathered");

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
  public Notification(Host host) {
    this.host = host;
  }

  @Command(
      name = "channels",
      mixinStandardHelpOptions = true,
      description = "Lists the channels as they are set, without addresses.")
  int channels(
      @Mixin ServerOptions server,
      @Option(names = "--json", description = "Write JSON.") boolean json) {
    JsonNode found;
    try (Remote remote = server.remote(host)) {
      found = remote.ask(DeliveryTexts.CHANNELS, Map.of()).path("notificationChannels");
    }
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      write(out, found);
    } else if (found.isEmpty()) {
      out.println("No channel is set: docs/notifications.md says how.");
    } else {
      found.forEach(channel -> out.println(DeliveryTexts.channel(channel)));
    }
    return ExitCode.FINE.code();
  }

  @Command(
      name = "list",
      mixinStandardHelpOptions = true,
      description = "Lists messages, the latest first.")
  int list(
      @Mixin ServerOptions server,
      @Option(names = "--channel", paramLabel = "NAME", description = "Those to a channel.")
          @Nullable String channel,
      @Option(
              names = "--state",
              paramLabel = "STATE",
              description = "waiting, sent, dead or gathered; several times for any of them.")
          @Nullable List<String> states,
      @Option(
              names = "--topic",
              paramLabel = "TOPIC",
              description = "Such as incident.opened; several times for any of them.")
          @Nullable List<String> topics,
      @Option(names = "--domain", paramLabel = "ID", description = "About a domain's affairs.")
          @Nullable String domain,
      @Option(names = "--product", paramLabel = "ID", description = "About a data product.")
          @Nullable String product,
      @Option(names = "--incident", paramLabel = "ID", description = "About an incident.")
          @Nullable String incident,
      @Option(
              names = "--since",
              paramLabel = "TIME",
              description = "Made then or later, such as 2026-11-01T00:00:00Z.")
          @Nullable Instant since,
      @Option(
              names = "--format",
              paramLabel = "FORMAT",
              defaultValue = "text",
              description = "One of ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
          Format format) {
    Map<String, @Nullable Object> asked = new HashMap<>();
    asked.put("channel", channel);
    asked.put("state", states == null ? null : states.stream().map(Notification::state).toList());
    asked.put("topic", topics);
    asked.put("domain", domain);
    asked.put("product", product);
    asked.put("incident", incident);
    asked.put("since", since == null ? null : since.toString());
    List<JsonNode> found;
    try (Remote remote = server.remote(host)) {
      found = Pages.all(remote, DeliveryTexts.LIST, asked, "deliveries");
    }
    PrintWriter out = spec.commandLine().getOut();
    switch (format) {
      case JSON ->
          out.println(
              JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsString(found));
      case CSV -> {
        out.print(Csv.row(DeliveryTexts.COLUMNS));
        found.forEach(delivery -> out.print(Csv.row(DeliveryTexts.row(delivery))));
      }
      case TEXT -> {
        found.forEach(delivery -> out.println(DeliveryTexts.line(delivery)));
        out.println(found.size() + (found.size() == 1 ? " message." : " messages."));
      }
    }
    out.flush();
    return ExitCode.FINE.code();
  }

  @Command(
      name = "redeliver",
      mixinStandardHelpOptions = true,
      description = "Has what was put aside sent again: one message, or all of a channel.")
  int redeliver(
      @Mixin ServerOptions server,
      @Parameters(arity = "0..1", paramLabel = "MESSAGE", description = "Id of a message.")
          @Nullable String delivery,
      @Option(names = "--channel", paramLabel = "NAME", description = "All that of a channel.")
          @Nullable String channel) {
    if ((delivery == null) == (channel == null)) {
      throw Stop.usage("Either a message or --channel must be given.");
    }
    Map<String, @Nullable Object> input = new HashMap<>();
    input.put("delivery", delivery);
    input.put("channel", channel);
    JsonNode payload;
    try (Remote remote = server.remote(host)) {
      payload = remote.ask(DeliveryTexts.REDELIVER, Map.of("input", input)).path("redeliver");
    }
    if (Payloads.refused(payload, spec.commandLine().getErr())) {
      return ExitCode.VIOLATIONS.code();
    }
    int count = payload.path("redelivered").asInt(0);
    spec.commandLine()
        .getOut()
        .println(count + (count == 1 ? " message waits again." : " messages wait again."));
    return ExitCode.FINE.code();
  }

  private static String state(String given) {
    if (!STATES.contains(given.toLowerCase(Locale.ROOT))) {
      throw Stop.usage(
          "--state must be one of " + String.join(", ", STATES) + ", not " + given + ".");
    }
    return given.toUpperCase(Locale.ROOT);
  }

  private static void write(PrintWriter out, JsonNode found) {
    out.println(JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsString(found));
  }
}

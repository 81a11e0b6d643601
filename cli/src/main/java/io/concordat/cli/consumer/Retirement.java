package io.concordat.cli.consumer;

import io.concordat.cli.host.ExitCode;
import io.concordat.cli.host.Host;
import io.concordat.cli.host.Stop;
import io.concordat.cli.remote.Remote;
import io.concordat.cli.remote.ServerOptions;
import io.concordat.cli.report.Csv;
import io.concordat.cli.report.Escapes;
import java.io.PrintWriter;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code concordat retirement}. */
@Command(
    name = "retirement",
    description = {
      "Tells whether a version can be taken off without hitting a reader.",
      "The exit code is 0 where it is SAFE, and 1 where it is UNSAFE or UNKNOWN."
    },
    footer = {"", "Example:", "  concordat retirement payments/settlements/daily@1.0.0"})
public final class Retirement implements Callable<Integer> {

  private static final String ASK =
      """
      query($contract: ID!, $version: String!) { contract(id: $contract) { version(version: $version) {
        version status supportedUntil
        retirement { verdict lastReadAt recentDays findings { code reader at message } }
      } } }\
      """;

  private final Host host;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Mixin private ServerOptions server = new ServerOptions();

  @Parameters(paramLabel = "CONTRACT@VERSION", description = "A version that is served.")
  private String of = "";

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description = "text, json or csv (default: ${DEFAULT-VALUE}).",
      defaultValue = "text")
  private Format format = Format.TEXT;

  /** The command for a run. */
  public Retirement(Host host) {
    this.host = host;
  }

  @Override
  public Integer call() {
    int at = of.indexOf('@');
    if (at < 1 || at == of.length() - 1) {
      throw Stop.usage("'" + of + "' is not CONTRACT@VERSION.");
    }
    JsonNode version;
    try (Remote remote = server.remote(host)) {
      version =
          remote
              .ask(ASK, Map.of("contract", of.substring(0, at), "version", of.substring(at + 1)))
              .at("/contract/version");
    }
    if (!version.isObject()) {
      throw Stop.usage("There is no version '" + of + "' on the server.");
    }
    JsonNode retirement = version.path("retirement");
    if (!retirement.isObject()) {
      throw Stop.usage(
          "'" + of + "' is not served: it is " + version.path("status").asString("") + ".");
    }
    PrintWriter out = spec.commandLine().getOut();
    switch (format) {
      case JSON ->
          out.println(
              JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsString(version));
      case CSV -> csv(retirement, out);
      case TEXT -> text(retirement, out);
    }
    return (retirement.path("verdict").asString("").equals("SAFE")
            ? ExitCode.FINE
            : ExitCode.VIOLATIONS)
        .code();
  }

  private void text(JsonNode retirement, PrintWriter out) {
    out.println(Escapes.line(of + "  " + text(retirement, "verdict")));
    for (JsonNode finding : retirement.path("findings")) {
      out.println(
          Escapes.line("  %-21s %s".formatted(text(finding, "code"), text(finding, "message"))));
    }
    String last = text(retirement, "lastReadAt");
    out.println(
        Escapes.line(
            (last.isEmpty() ? "No read of it was seen." : "A read was last seen at " + last + ".")
                + " Reads count for "
                + retirement.path("recentDays").asInt(0)
                + " days."));
  }

  private static void csv(JsonNode retirement, PrintWriter out) {
    out.print(Csv.row(List.of("verdict", "code", "reader", "at", "message")));
    String verdict = text(retirement, "verdict");
    if (retirement.path("findings").isEmpty()) {
      out.print(Csv.row(List.of(verdict, "", "", "", "")));
    }
    for (JsonNode finding : retirement.path("findings")) {
      out.print(
          Csv.row(
              List.of(
                  verdict,
                  text(finding, "code"),
                  text(finding, "reader"),
                  text(finding, "at"),
                  text(finding, "message"))));
    }
  }

  private static String text(JsonNode node, String name) {
    return node.path(name).asString("");
  }
}

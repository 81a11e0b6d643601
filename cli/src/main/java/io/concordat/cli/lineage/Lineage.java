package io.concordat.cli.lineage;

import io.concordat.cli.host.Days;
import io.concordat.cli.host.Host;
import io.concordat.cli.host.Stop;
import io.concordat.cli.remote.Remote;
import io.concordat.cli.remote.ServerOptions;
import io.concordat.cli.report.Csv;
import io.concordat.cli.report.Escapes;
import java.io.PrintWriter;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code concordat lineage}. */
@Command(
    name = "lineage",
    description = "Tells what a data product, contract, consumer or field derives from, or feeds.",
    footer = {
      "",
      "Examples:",
      "  concordat lineage payments/settlements --direction downstream --depth 3",
      "  concordat lineage payments/settlements/daily#settlement.fee_amount",
      "  concordat lineage payments/settlements --as-of 2026-10-01 --format mermaid",
      "",
      "Exit codes: 0 told, 3 server or network, or no such thing."
    })
public final class Lineage implements Callable<Integer> {

  private static final String QUERY =
      """
      query($of: ID!, $direction: LineageDirection!, $depth: Int, $asOf: DateTime,
          $fields: Boolean!) {
        lineage(of: $of, direction: $direction, depth: $depth, asOf: $asOf, fields: $fields) {
          nodes { id kind name depth hiddenUpstream hiddenDownstream }
          edges { upstream downstream contract origin declaredBy validFrom validTo
            fields @include(if: $fields) { upstream downstream } }
        } }\
      """;
  private static final String DRAWING =
      """
      query($of: ID!, $direction: LineageDirection!, $depth: Int, $asOf: DateTime,
          $format: DrawingFormat!) {
        lineage(of: $of, direction: $direction, depth: $depth, asOf: $asOf) {
          drawing(format: $format)
        } }\
      """;

  private enum Direction {
    UPSTREAM,
    DOWNSTREAM;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  private enum Format {
    TEXT,
    JSON,
    CSV,
    DOT,
    MERMAID;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  private final Host host;

  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private ServerOptions server = new ServerOptions();

  @Option(
      names = "--direction",
      paramLabel = "WAY",
      description = "One of ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
  private Direction direction = Direction.UPSTREAM;

  @Option(
      names = "--depth",
      paramLabel = "STEPS",
      description = "How far, 1 to 50 (default: ${DEFAULT-VALUE}).")
  private int depth = 1;

  @Option(
      names = "--as-of",
      paramLabel = "TIME",
      description = "As it was at a time (2026-10-05T08:00:00Z) or at the start of a day, UTC.")
  private @Nullable String asOf;

  @Option(names = "--fields", description = "Tell which fields derive from which.")
  private boolean fields;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description = "One of ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
  private Format format = Format.TEXT;

  @Parameters(
      paramLabel = "ID",
      description = "A data product, contract, consumer, or field as CONTRACT#object.field.")
  private String of = "";

  /** The command for a run. */
  public Lineage(Host host) {
    this.host = host;
  }

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    try (Remote remote = server.remote(host)) {
      out.print(
          switch (format) {
            case DOT, MERMAID -> drawing(remote);
            case JSON ->
                JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsString(ask(remote))
                    + "\n";
            case CSV -> csv(ask(remote));
            case TEXT -> text(ask(remote));
          });
    }
    out.flush();
    if (out.checkError()) {
      throw Stop.usage("The lineage could not be written.");
    }
    return 0;
  }

  private Map<String, Object> variables() {
    Map<String, Object> variables = new HashMap<>();
    variables.put("of", of);
    variables.put("direction", direction.name());
    variables.put("depth", depth);
    if (asOf != null) {
      variables.put("asOf", Days.instant(asOf).toString());
    }
    return variables;
  }

  private JsonNode ask(Remote remote) {
    Map<String, Object> variables = variables();
    variables.put("fields", fields);
    JsonNode graph = remote.ask(QUERY, variables).path("lineage");
    if (!graph.path("nodes").isArray() || !graph.path("edges").isArray()) {
      throw Stop.server(remote.address() + " answered without telling the lineage.");
    }
    return graph;
  }

  private String drawing(Remote remote) {
    Map<String, Object> variables = variables();
    variables.put("format", format.name());
    JsonNode drawing = remote.ask(DRAWING, variables).path("lineage").path("drawing");
    if (!drawing.isString()) {
      throw Stop.server(remote.address() + " answered without telling the lineage.");
    }
    return drawing.asString();
  }

  private static String csv(JsonNode graph) {
    StringBuilder text =
        new StringBuilder(
            Csv.row(
                List.of(
                    "upstream",
                    "downstream",
                    "contract",
                    "origin",
                    "declaredBy",
                    "validFrom",
                    "validTo",
                    "fields")));
    for (JsonNode edge : graph.path("edges")) {
      text.append(
          Csv.row(
              List.of(
                  edge.path("upstream").asString(""),
                  edge.path("downstream").asString(""),
                  edge.path("contract").asString(""),
                  edge.path("origin").asString(""),
                  texts(edge.path("declaredBy")),
                  edge.path("validFrom").asString(""),
                  edge.path("validTo").asString(""),
                  pairs(edge))));
    }
    return text.toString();
  }

  private static String text(JsonNode graph) {
    StringBuilder text = new StringBuilder();
    for (JsonNode node : graph.path("nodes")) {
      int steps = node.path("depth").asInt(0);
      int more = node.path("hiddenUpstream").asInt(0);
      int further = node.path("hiddenDownstream").asInt(0);
      text.append("%3d  ".formatted(steps))
          .append(Escapes.line(node.path("id").asString("")))
          .append("  ")
          .append(Escapes.line(node.path("name").asString("")))
          .append(more == 0 ? "" : "  (" + more + " more upstream)")
          .append(further == 0 ? "" : "  (" + further + " more downstream)")
          .append('\n');
    }
    for (JsonNode edge : graph.path("edges")) {
      String fields = pairs(edge);
      text.append("     ")
          .append(Escapes.line(edge.path("upstream").asString("")))
          .append(" -> ")
          .append(Escapes.line(edge.path("downstream").asString("")))
          .append("  ")
          .append(edge.path("origin").asString("").toLowerCase(Locale.ROOT))
          .append(" since ")
          .append(Escapes.line(edge.path("validFrom").asString("")))
          .append(fields.isEmpty() ? "" : "  " + Escapes.line(fields))
          .append('\n');
    }
    return text.toString();
  }

  private static String pairs(JsonNode edge) {
    return edge.path("fields")
        .valueStream()
        .map(pair ->
            pair.path("upstream").asString("") + " > " + pair.path("downstream").asString(""))
        .collect(Collectors.joining("; "));
  }

  private static String texts(JsonNode list) {
    return list.valueStream().map(text -> text.asString("")).collect(Collectors.joining("; "));
  }
}

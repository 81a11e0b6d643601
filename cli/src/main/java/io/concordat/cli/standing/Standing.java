package io.concordat.cli.standing;

import io.concordat.cli.host.ExitCode;
import io.concordat.cli.host.Host;
import io.concordat.cli.host.Stop;
import io.concordat.cli.remote.Remote;
import io.concordat.cli.remote.ServerOptions;
import io.concordat.cli.report.Csv;
import io.concordat.cli.report.Escapes;
import java.io.PrintWriter;
import java.util.ArrayList;
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

/** {@code concordat standing}. */
@Command(
    name = "standing",
    description = "Tells where promises stand, and what is left of their error budgets.",
    footer = {
      "",
      "Examples:",
      "  concordat standing payments/settlements",
      "  concordat standing --format csv > standings.csv",
      "",
      "Exit codes: 0 told, 2 usage, 3 server or network."
    })
public final class Standing implements Callable<Integer> {

  private static final String FIELDS =
      """
      id standings { contract { id } version commitment promised state since observedAt
        value unit passed failed incident { id }
        budget { month objective checks allowed spent remaining percent projected burnRate exhausted
          burns { speed since } } }\
      """;

  private static final String ONE =
      "query($product: ID!) { dataProduct(id: $product) { " + FIELDS + " } }";

  private static final String ALL =
      "query($after: String) { catalog(first: 20, after: $after) { edges { node { "
          + FIELDS
          + " } } pageInfo { hasNextPage endCursor } } }";

  private static final List<String> COLUMNS =
      List.of(
          "product",
          "contract",
          "version",
          "commitment",
          "state",
          "since",
          "observedAt",
          "checks",
          "compliancePercent",
          "objective",
          "budgetAllowed",
          "budgetSpent",
          "budgetRemaining",
          "budgetPercent",
          "burnRate",
          "exhausted",
          "incident");

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
  @Mixin private ServerOptions server = new ServerOptions();

  @Parameters(
      arity = "0..1",
      paramLabel = "PRODUCT",
      description = "A product such as payments/settlements; left out, all products.")
  private @Nullable String product;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description = "One of ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
  private Format format = Format.TEXT;

  /** The command for a run. */
  public Standing(Host host) {
    this.host = host;
  }

  @Override
  public Integer call() {
    List<JsonNode> products;
    try (Remote remote = server.remote(host)) {
      products = product == null ? all(remote) : one(remote, product);
    }
    PrintWriter out = spec.commandLine().getOut();
    out.print(
        switch (format) {
          case JSON ->
              JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsString(products)
                  + "\n";
          case CSV -> csv(products);
          case TEXT -> text(products);
        });
    out.flush();
    if (out.checkError()) {
      throw Stop.usage("The standings could not be written.");
    }
    return ExitCode.FINE.code();
  }

  private static List<JsonNode> one(Remote remote, String id) {
    JsonNode found = remote.ask(ONE, Map.of("product", id)).path("dataProduct");
    if (!found.path("standings").isArray()) {
      throw Stop.usage("There is no data product " + Escapes.line(id) + ".");
    }
    return List.of(found);
  }

  private static List<JsonNode> all(Remote remote) {
    List<JsonNode> found = new ArrayList<>();
    Map<String, Object> asked = new HashMap<>();
    JsonNode page;
    do {
      page = remote.ask(ALL, asked).path("catalog");
      if (!page.path("edges").isArray()) {
        throw Stop.server(remote.address() + " answered without telling the standings.");
      }
      page.path("edges").forEach(edge -> found.add(edge.path("node")));
      asked.put("after", page.path("pageInfo").path("endCursor").asString(""));
    } while (page.path("pageInfo").path("hasNextPage").asBoolean(false));
    return found;
  }

  private static String csv(List<JsonNode> products) {
    StringBuilder text = new StringBuilder(Csv.row(COLUMNS));
    for (JsonNode each : products) {
      for (JsonNode standing : each.path("standings")) {
        text.append(
                COLUMNS.stream()
                    .map(column -> csv(cell(each, standing, column)))
                    .collect(Collectors.joining(",")))
            .append("\r\n");
      }
    }
    return text.toString();
  }

  private static String csv(JsonNode value) {
    if (value.isNumber() || value.isBoolean()) {
      return value.asString();
    }
    return Csv.row(List.of(value.asString(""))).stripTrailing();
  }

  private static JsonNode cell(JsonNode product, JsonNode standing, String column) {
    JsonNode budget = standing.path("budget");
    return switch (column) {
      case "product" -> product.path("id");
      case "contract" -> standing.path("contract").path("id");
      case "incident" -> standing.path("incident").path("id");
      case "compliancePercent" -> compliance(budget);
      case "checks", "objective", "burnRate", "exhausted" -> budget.path(column);
      case "budgetAllowed" -> budget.path("allowed");
      case "budgetSpent" -> budget.path("spent");
      case "budgetRemaining" -> budget.path("remaining");
      case "budgetPercent" -> budget.path("percent");
      default -> standing.path(column);
    };
  }

  /** Of the month's checks; missing where there is no budget, or nothing was checked. */
  private static JsonNode compliance(JsonNode budget) {
    long checks = budget.path("checks").asLong(0);
    return checks == 0
        ? JsonMapper.shared().missingNode()
        : JsonMapper.shared()
            .valueToTree(100.0 * (checks - budget.path("spent").asLong(0)) / checks);
  }

  private static String text(List<JsonNode> products) {
    StringBuilder text = new StringBuilder();
    for (JsonNode each : products) {
      text.append(Escapes.line(each.path("id").asString(""))).append('\n');
      if (each.path("standings").isEmpty()) {
        text.append("  nothing is promised\n");
      }
      for (JsonNode standing : each.path("standings")) {
        text.append(line(standing));
      }
    }
    return text.isEmpty() ? "no data products\n" : text.toString();
  }

  private static String line(JsonNode standing) {
    return String.format(
        Locale.ROOT,
        "  %-8s  %-12s  %-40s  %s%n",
        Escapes.line(standing.path("state").asString("").toLowerCase(Locale.ROOT)),
        Escapes.line(standing.path("version").asString("")),
        Escapes.line(standing.path("commitment").asString("")),
        budget(standing.path("budget")));
  }

  private static String budget(JsonNode budget) {
    if (!budget.isObject()) {
      return "no objective";
    }
    JsonNode compliance = compliance(budget);
    String kept =
        compliance.isNumber()
            ? String.format(Locale.ROOT, "%.3f%%", compliance.asDouble(0))
            : "nothing checked";
    JsonNode percent = budget.path("percent");
    String spent =
        percent.isNumber()
            ? String.format(Locale.ROOT, "%.1f%% of the budget spent", percent.asDouble(0))
            : "no failure is allowed";
    JsonNode rate = budget.path("burnRate");
    String burning =
        budget
            .path("burns")
            .valueStream()
            .map(burn -> Escapes.line(burn.path("speed").asString("").toLowerCase(Locale.ROOT)))
            .collect(Collectors.joining(" and "));
    return kept
        + " of "
        + budget.path("objective").asString("")
        + "%, "
        + spent
        + (rate.isNumber() ? String.format(Locale.ROOT, ", rate %.1f", rate.asDouble(0)) : "")
        + (burning.isEmpty() ? "" : ", burning " + burning)
        + (budget.path("exhausted").asBoolean(false) ? ", EXHAUSTED" : "");
  }
}

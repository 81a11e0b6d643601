package io.concordat.cli.scorecard;

import io.concordat.cli.host.ExitCode;
import io.concordat.cli.host.Host;
import io.concordat.cli.host.Stop;
import io.concordat.cli.remote.Remote;
import io.concordat.cli.remote.ServerOptions;
import io.concordat.cli.report.Csv;
import io.concordat.cli.report.Escapes;
import java.io.PrintWriter;
import java.time.DateTimeException;
import java.time.YearMonth;
import java.time.ZoneOffset;
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
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code concordat scorecard}. */
@Command(
    name = "scorecard",
    description = "Ranks the domains of a month by what their products kept of their promises.",
    footer = {
      "",
      "Examples:",
      "  concordat scorecard --month 2026-10",
      "  concordat scorecard --format csv > scorecard.csv",
      "",
      "Exit codes: 0 told, 2 usage, 3 server or network."
    })
public final class Scorecard implements Callable<Integer> {

  private static final String QUERY =
      """
      query($month: YearMonth!, $recounted: Boolean!) {
        scorecard(month: $month, recounted: $recounted) {
          month published publishedAt
          rows { rank domain { id } compliancePercent trend checks standing monthsInNeed incidents
            medianSecondsToAcknowledge medianSecondsToResolve driftingContracts waivers }
          notMeasured { id }
        } }\
      """;

  private static final List<String> COLUMNS =
      List.of(
          "rank",
          "domain",
          "compliancePercent",
          "trend",
          "checks",
          "standing",
          "monthsInNeed",
          "incidents",
          "medianSecondsToAcknowledge",
          "medianSecondsToResolve",
          "driftingContracts",
          "waivers");

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

  @Option(
      names = "--month",
      paramLabel = "MONTH",
      description = "A month (UTC) such as 2026-10; left out, the current one.")
  private @Nullable String month;

  @Option(
      names = "--recounted",
      description = "Count a closed month again from what is recorded by now.")
  private boolean recounted;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description = "One of ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
  private Format format = Format.TEXT;

  /** The command for a run. */
  public Scorecard(Host host) {
    this.host = host;
  }

  @Override
  public Integer call() {
    Map<String, Object> asked = Map.of("month", asked().toString(), "recounted", recounted);
    JsonNode card;
    try (Remote remote = server.remote(host)) {
      card = remote.ask(QUERY, asked).path("scorecard");
      if (!card.path("rows").isArray()) {
        throw Stop.server(remote.address() + " answered without telling the scorecard.");
      }
    }
    PrintWriter out = spec.commandLine().getOut();
    out.print(
        switch (format) {
          case JSON ->
              JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsString(card) + "\n";
          case CSV -> csv(card);
          case TEXT -> text(card, recounted);
        });
    out.flush();
    if (out.checkError()) {
      throw Stop.usage("The scorecard could not be written.");
    }
    return ExitCode.FINE.code();
  }

  private YearMonth asked() {
    if (month == null) {
      return YearMonth.now(ZoneOffset.UTC);
    }
    try {
      return YearMonth.parse(month);
    } catch (DateTimeException notAMonth) {
      throw Stop.usage("--month must be a month such as 2026-10, not " + month + ".");
    }
  }

  private static String csv(JsonNode card) {
    StringBuilder text = new StringBuilder(Csv.row(COLUMNS));
    for (JsonNode row : card.path("rows")) {
      text.append(COLUMNS.stream().map(column -> csv(row, column)).collect(Collectors.joining(",")))
          .append("\r\n");
    }
    return text.toString();
  }

  /** Numbers stand as they are: a trend may be negative, and is no formula for that. */
  private static String csv(JsonNode row, String column) {
    String text = cell(row, column);
    return row.path(column).isNumber() ? text : Csv.row(List.of(text)).stripTrailing();
  }

  private static String cell(JsonNode row, String column) {
    JsonNode value = column.equals("domain") ? row.path("domain").path("id") : row.path(column);
    return value.isNull() || value.isMissingNode() ? "" : value.asString();
  }

  private static String text(JsonNode card, boolean recounted) {
    boolean published = card.path("published").asBoolean(false);
    StringBuilder text =
        new StringBuilder(Escapes.line(card.path("month").asString("")))
            .append(
                published
                    ? ", published " + Escapes.line(card.path("publishedAt").asString(""))
                    : recounted
                        ? ", counted from what is recorded by now"
                        : ", not closed: as it stands now")
            .append('\n')
            .append(
                "rank  domain                  compliance   trend  incidents  resolved in  drift  waivers  standing\n");
    for (JsonNode row : card.path("rows")) {
      text.append(line(row));
    }
    String silent =
        card.path("notMeasured")
            .valueStream()
            .map(domain -> Escapes.line(domain.path("id").asString("")))
            .collect(Collectors.joining(", "));
    return text.append(silent.isEmpty() ? "" : "not measured: " + silent + "\n").toString();
  }

  private static String line(JsonNode row) {
    int inNeed = row.path("monthsInNeed").asInt(0);
    return String.format(
        Locale.ROOT,
        "%4d  %-22s  %9.3f%%  %6s  %9d  %11s  %5d  %7d  %s%s%n",
        row.path("rank").asInt(0),
        Escapes.line(cell(row, "domain")),
        row.path("compliancePercent").asDouble(0),
        row.path("trend").isNumber()
            ? String.format(Locale.ROOT, "%+.2f", row.path("trend").asDouble(0))
            : "-",
        row.path("incidents").asInt(0),
        duration(row.path("medianSecondsToResolve")),
        row.path("driftingContracts").asInt(0),
        row.path("waivers").asInt(0),
        Escapes.line(cell(row, "standing").toLowerCase(Locale.ROOT).replace('_', ' ')),
        inNeed > 1 ? ", " + inNeed + " months in a row" : "");
  }

  private static String duration(JsonNode seconds) {
    if (!seconds.isNumber()) {
      return "-";
    }
    long minutes = seconds.asLong(0) / 60;
    return minutes < 60 ? minutes + " min" : minutes / 60 + " h " + minutes % 60 + " min";
  }
}

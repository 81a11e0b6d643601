package io.concordat.cli.incident;

import io.concordat.cli.report.Escapes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** Figures of incidents in GraphQL, for people and in tables. */
final class FiguresTexts {

  /** The question. */
  static final String QUERY =
      """
      query($domain: ID, $from: YearMonth, $to: YearMonth) {
        incidentFigures(domain: $domain, from: $from, to: $to) {
          month domain { id } opened acknowledged resolved falseAlarms
          toDetect { ...spread } toAcknowledge { ...spread } toResolve { ...spread }
        }
      }
      fragment spread on TimeSpread { count medianSeconds p90Seconds }\
      """;

  /** The columns of a table. */
  static final List<String> COLUMNS =
      List.of(
          "month",
          "domain",
          "opened",
          "acknowledged",
          "resolved",
          "falseAlarms",
          "detectMedianSeconds",
          "detectP90Seconds",
          "acknowledgeMedianSeconds",
          "acknowledgeP90Seconds",
          "resolveMedianSeconds",
          "resolveP90Seconds");

  private static final List<String> SPREADS = List.of("toDetect", "toAcknowledge", "toResolve");
  private static final String LINE = "%-8s %-20s %6s %5s %8s  %-17s %-17s %-17s";

  private FiguresTexts() {}

  /** One row of a table; times in seconds, empty where there are none. */
  static List<String> row(JsonNode figures) {
    List<String> row = new ArrayList<>();
    row.add(figures.path("month").asString(""));
    row.add(Escapes.line(figures.path("domain").path("id").asString("")));
    for (String count : List.of("opened", "acknowledged", "resolved", "falseAlarms")) {
      row.add(figures.path(count).asString(""));
    }
    for (String spread : SPREADS) {
      row.add(figures.path(spread).path("medianSeconds").asString(""));
      row.add(figures.path(spread).path("p90Seconds").asString(""));
    }
    return row;
  }

  /** For people: median and p90 of each time. */
  static List<String> table(JsonNode found) {
    if (found.isEmpty()) {
      return List.of("No incidents in these months.");
    }
    List<String> lines = new ArrayList<>();
    lines.add(
        LINE.formatted(
                "month", "domain", "opened", "ack.", "resolved", "detect", "acknowledge", "resolve")
            .stripTrailing());
    lines.add(
        LINE.formatted("", "", "", "", "", "median / p90", "median / p90", "median / p90")
            .stripTrailing());
    for (JsonNode row : found) {
      List<String> cells = row(row);
      lines.add(
          LINE.formatted(
                  cells.get(0),
                  cells.get(1),
                  cells.get(2),
                  cells.get(3),
                  cells.get(4),
                  spread(row.path("toDetect")),
                  spread(row.path("toAcknowledge")),
                  spread(row.path("toResolve")))
              .stripTrailing());
    }
    return lines;
  }

  private static String spread(JsonNode spread) {
    return spread.path("count").asInt(0) == 0
        ? "-"
        : time(spread.path("medianSeconds").asLong(0))
            + " / "
            + time(spread.path("p90Seconds").asLong(0));
  }

  /** Such as 45s, 12m5s, 3h20m or 2d4h. */
  private static String time(long seconds) {
    Duration time = Duration.ofSeconds(seconds);
    if (time.toDays() > 0) {
      return time.toDays() + "d" + time.toHoursPart() + "h";
    }
    if (time.toHours() > 0) {
      return time.toHours() + "h" + time.toMinutesPart() + "m";
    }
    return time.toMinutes() > 0
        ? time.toMinutes() + "m" + time.toSecondsPart() + "s"
        : seconds + "s";
  }
}

package io.concordat.cli.profile;

import io.concordat.cli.host.ExitCode;
import io.concordat.cli.host.Host;
import io.concordat.cli.host.Stop;
import io.concordat.cli.remote.Remote;
import io.concordat.cli.remote.ServerOptions;
import io.concordat.cli.report.Escapes;
import io.concordat.draft.DataFilesProfile;
import io.concordat.draft.DraftException;
import io.concordat.profile.BadProfile;
import io.concordat.profile.FieldFigures;
import io.concordat.profile.FieldFigures.Numbers;
import io.concordat.profile.FieldSketch;
import io.concordat.profile.Frequency;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.LongConsumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code concordat profile}. */
@Command(
    name = "profile",
    description = "Tells what the columns of a file or of a table of a database look like.",
    footer = {
      "",
      "Rows, nulls, distinct values, mean, quantiles and shapes: AA-9999 is the shape of AB-2024.",
      "It is read on this machine, row by row. With --send, what is told here is sent, and no",
      "row; the most frequent values only with --values. Sent again it takes the place of before.",
      "",
      "Examples:",
      "  concordat profile daily.parquet",
      "  concordat profile daily.csv --columns amount,currency --values --format json",
      "  concordat profile daily.csv --send --contract payments/settlements/daily \\",
      "    --object settlement --from 2026-11-22T00:00:00Z --to 2026-11-23T00:00:00Z",
      "  concordat profile --jdbc jdbc:postgresql://localhost/shop --user reader --table shop.orders",
      "  concordat profile anomalies --contract payments/settlements/daily",
      "",
      "Exit codes: 0 told, 1 the server refused some columns, 2 it could not be read, or has",
      "no such column, 3 server or network."
    })
public final class Profile implements Callable<Integer> {

  private static final int SHAPES_SHOWN = 3;

  private final Host host;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(
      arity = "0..1",
      paramLabel = "FILE",
      description = "Ends with .parquet, .csv, .tsv, .json, .jsonl or .ndjson, also with .gz.")
  private @Nullable String file;

  @Option(
      names = "--columns",
      split = ",",
      paramLabel = "NAME",
      description = "Tell of these columns only.")
  private @Nullable List<String> columns;

  @Option(
      names = "--values",
      description = "Tell the most frequent values too; they may name people.")
  private boolean values;

  @Option(names = "--format", description = "One of: ${COMPLETION-CANDIDATES} (default: text).")
  private Format format = Format.TEXT;

  @ArgGroup(exclusive = false, heading = "Instead of a file:%n")
  private @Nullable Database database;

  @ArgGroup(exclusive = false, heading = "Sending:%n")
  private @Nullable Sending sending;

  @Mixin private ServerOptions server = new ServerOptions();

  /** How it is told. */
  enum Format {
    TEXT,
    JSON
  }

  /** The command for a run. */
  public Profile(Host host) {
    this.host = host;
  }

  /** This command with the one below it. */
  public CommandLine line() {
    return new CommandLine(this).addSubcommand(new AnomaliesCommand(host));
  }

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    if (sending != null) {
      sending.check();
    }
    Map<String, FieldSketch> sketches = sketches();
    Map<String, FieldFigures> figures = new LinkedHashMap<>();
    sketches.forEach((column, sketch) -> figures.put(column, sketch.figures()));
    switch (format) {
      case TEXT -> table(out, figures);
      case JSON ->
          out.println(
              JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsString(figures));
    }
    return (sending == null || sent(sending, sketches) ? ExitCode.FINE : ExitCode.VIOLATIONS)
        .code();
  }

  /** Whether the server took all of it. */
  private boolean sent(Sending sending, Map<String, FieldSketch> sketches) {
    PrintWriter err = spec.commandLine().getErr();
    JsonNode answer;
    try (Remote remote = server.remote(host)) {
      answer = sending.send(remote, sketches);
    }
    answer
        .path("problems")
        .forEach(problem ->
            err.println(
                Escapes.line(
                    "%s  %s: %s"
                        .formatted(
                            problem.path("path").asString("-"),
                            problem.path("code").asString(""),
                            problem.path("message").asString("")))));
    err.println(
        "%d of %d columns sent.".formatted(answer.path("accepted").asInt(), sketches.size()));
    if (answer.path("problems").isEmpty() && !answer.path("known").asBoolean(true)) {
      err.println("No version of the contract is published; the profile is kept until one is.");
    }
    return answer.path("problems").isEmpty();
  }

  private Map<String, FieldSketch> sketches() {
    PrintWriter err = spec.commandLine().getErr();
    if ((file == null) == (database == null)) {
      throw Stop.usage("Say what is to be read: one of FILE and --jdbc.");
    }
    String source = database == null ? String.valueOf(file) : database.name();
    try {
      LongConsumer progress =
          rows -> {
            err.println(String.format(Locale.ROOT, "%,d rows", rows));
            err.flush();
          };
      Map<String, FieldSketch> sketches =
          database == null
              ? DataFilesProfile.of(host.resolve(source), values, progress)
              : database.sketches(host, values, progress);
      Map<String, FieldSketch> told = new LinkedHashMap<>();
      for (String column : columns == null ? List.copyOf(sketches.keySet()) : columns) {
        FieldSketch sketch = sketches.get(column);
        if (sketch == null) {
          throw Stop.usage(
              "%s has no column %s. It has: %s."
                  .formatted(source, column, String.join(", ", sketches.keySet())));
        }
        told.put(column, sketch);
        if (sketch.notFinite() > 0) {
          err.println(
              "%s: %d values are NaN or infinite and not in mean and quantiles."
                  .formatted(Escapes.line(column), sketch.notFinite()));
        }
      }
      return told;
    } catch (DraftException unreadable) {
      throw Stop.usage(source + ": " + unreadable.getMessage());
    } catch (BadProfile extreme) {
      throw Stop.usage(source + ": " + extreme.getMessage());
    }
  }

  private void table(PrintWriter out, Map<String, FieldFigures> figures) {
    int width = figures.keySet().stream().mapToInt(String::length).max().orElse(0);
    String line = "%-" + Math.max(width, "column".length()) + "s %12s %7s %12s  %s";
    out.println(String.format(Locale.ROOT, line, "column", "rows", "null %", "distinct", "values"));
    figures.forEach((column, field) ->
        out.println(
            String.format(
                Locale.ROOT,
                line,
                Escapes.line(column),
                field.count(),
                field.count() == 0
                    ? "-"
                    : String.format(Locale.ROOT, "%.2f", 100.0 * field.nulls() / field.count()),
                Math.round(field.distinct()),
                said(field))));
  }

  private static String said(FieldFigures field) {
    Numbers numbers = field.numbers();
    String looks =
        numbers == null
            ? frequencies(field.shapes())
            : String.format(
                Locale.ROOT,
                "mean %.6g, deviation %.6g, least %.6g, median %.6g, greatest %.6g",
                numbers.mean(),
                numbers.deviation(),
                numbers.quantiles().getFirst(),
                numbers.quantiles().get(FieldFigures.QUANTILES / 2),
                numbers.quantiles().getLast());
    return field.top().isEmpty() ? looks : looks + "; most often " + frequencies(field.top());
  }

  private static String frequencies(List<Frequency> items) {
    return items.stream()
        .limit(SHAPES_SHOWN)
        .map(each -> "'" + Escapes.line(each.item()) + "' " + each.count())
        .collect(Collectors.joining(", "));
  }
}

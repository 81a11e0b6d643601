package io.concordat.cli.change;

import io.concordat.cli.host.Days;
import io.concordat.cli.host.Host;
import io.concordat.cli.host.Stop;
import io.concordat.cli.input.Input;
import io.concordat.cli.input.Inputs;
import io.concordat.cli.remote.Remote;
import io.concordat.cli.remote.ServerOptions;
import io.concordat.cli.report.Csv;
import io.concordat.cli.report.OutputOptions;
import io.concordat.cli.report.Report;
import io.concordat.cli.report.Sheet;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code concordat impact}. */
@Command(
    name = "impact",
    description =
        "Tells who is affected by a change: consumers, and contracts that derive from it.",
    footer = {
      "",
      "Of a file, it is what breaks against the version in force; of an id, the fields that are named, or all.",
      "",
      "Examples:",
      "  concordat impact daily.odcs.yaml",
      "  concordat impact payments/settlements/daily --fields settlement.fee_amount",
      "  concordat impact payments/settlements/daily --as-of 2026-10-01 --format csv",
      "  concordat impact payments/settlements/daily --format dot | dot -Tsvg > impact.svg",
      "",
      "Exit codes: 0 told, be it nobody, 2 something could not be compared, 3 server or network."
    })
public final class Impact implements Callable<Integer> {

  private enum Format {
    CSV,
    JSON,
    DOT,
    MERMAID;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  private final Host host;

  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private OutputOptions output = new OutputOptions();
  @Mixin private ServerOptions server = new ServerOptions();

  @Option(
      names = "--fields",
      split = ",",
      paramLabel = "FIELD",
      description = "What would change, as object.field.")
  private List<String> fields = List.of();

  @Option(
      names = "--depth",
      paramLabel = "STEPS",
      description = "How far it is followed, 1 to 50 (default: ${DEFAULT-VALUE}).")
  private int depth = 50;

  @Option(
      names = "--as-of",
      paramLabel = "TIME",
      description =
          "As the mesh was at a time (2026-10-05T08:00:00Z) or at the start of a day, UTC.")
  private @Nullable String asOf;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description =
          "Of an id, one of ${COMPLETION-CANDIDATES} instead of a report: a table for spreadsheets, the"
              + " answer, or a drawing for Graphviz or Mermaid.")
  private @Nullable Format format;

  @Option(names = "--csv", description = "The same as --format csv.")
  private boolean csv;

  @Parameters(
      paramLabel = "FILE|ID",
      description = "A document, or the id of a contract or product.")
  private String what = "";

  /** The command for a run. */
  public Impact(Host host) {
    this.host = host;
  }

  @Override
  public Integer call() {
    List<String> notes = new ArrayList<>();
    boolean document = what.equals("-") || Files.isRegularFile(host.resolve(what));
    if (document && !fields.isEmpty()) {
      throw Stop.usage(
          "--fields goes with an id: what changes in a document is found by comparing it.");
    }
    try (Remote remote = server.remote(host)) {
      Format told = format == null && csv ? Format.CSV : format;
      if (told != null) {
        if (document) {
          throw Stop.usage("--" + (csv ? "csv" : "format") + " goes with an id.");
        }
        write(
            switch (told) {
              case CSV -> table(remote);
              case JSON -> Impacts.json(remote, what, fields, at(), depth);
              case DOT, MERMAID -> Impacts.drawing(remote, what, fields, at(), depth, told.name());
            });
        return 0;
      }
      Sheet sheet = document ? ofDocument(remote, notes) : ofId(remote, notes);
      return output.write(
          new Report("impact", List.of(sheet), notes), host, spec.commandLine().getOut());
    }
  }

  private void write(String text) {
    PrintWriter out = spec.commandLine().getOut();
    out.print(text);
    out.flush();
    if (out.checkError()) {
      throw Stop.usage("The answer could not be written.");
    }
  }

  private String table(Remote remote) {
    Impacts.Affected affected = affected(remote, what, fields);
    StringBuilder table =
        new StringBuilder(
            Csv.row(List.of("id", "name", "kind", "domain", "level", "steps", "fields")));
    affected.rows().forEach(row -> table.append(Csv.row(row)));
    if (affected.truncated()) {
      spec.commandLine().getErr().println("concordat: " + cut(affected));
    }
    return table.toString();
  }

  private @Nullable Instant at() {
    return asOf == null ? null : Days.instant(asOf);
  }

  private Impacts.Affected affected(Remote remote, String of, List<String> changed) {
    return Impacts.of(remote, of, changed, at(), depth);
  }

  private static String cut(Impacts.Affected affected) {
    return "Not all is told: "
        + affected.count()
        + " are affected within the depth, "
        + affected.readers().size()
        + " are told, and there may be more beyond it.";
  }

  private Sheet ofId(Remote remote, List<String> notes) {
    Impacts.Affected affected = affected(remote, what, fields);
    tell(affected, notes);
    return Sheet.of(what, what, null, List.of()).withReaders(affected.readers());
  }

  private Sheet ofDocument(Remote remote, List<String> notes) {
    List<Input> inputs = Inputs.read(host, List.of(what));
    Pair pair = ServerPairs.of(remote, inputs, null).getFirst();
    Sheet compared = new Comparing("server", true).sheet(pair);
    String contract = compared.contract();
    if (!compared.outcome().known() || contract == null) {
      return compared;
    }
    if (Breaks.none(compared)) {
      notes.add("Nothing breaks.");
      return compared.asTold();
    }
    Impacts.Affected affected = affected(remote, contract, Breaks.fields(compared));
    tell(affected, notes);
    return compared.asTold().withReaders(affected.readers());
  }

  private static void tell(Impacts.Affected affected, List<String> notes) {
    if (affected.truncated()) {
      notes.add(cut(affected));
    }
    if (affected.readers().isEmpty()) {
      notes.add("Nobody that is known reads it.");
    }
    if (!affected.owners().isEmpty()) {
      notes.add("Owners of what derives from it: " + String.join(", ", affected.owners()) + ".");
    }
    if (!affected.domains().isEmpty()) {
      notes.add("Domains: " + String.join(", ", affected.domains()) + ".");
    }
  }
}

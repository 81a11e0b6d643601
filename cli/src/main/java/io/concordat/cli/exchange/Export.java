package io.concordat.cli.exchange;

import io.concordat.cli.host.ExitCode;
import io.concordat.cli.host.Host;
import io.concordat.cli.host.Stop;
import io.concordat.cli.input.Input;
import io.concordat.cli.input.Inputs;
import io.concordat.cli.report.Escapes;
import io.concordat.contract.export.ExportFile;
import io.concordat.contract.export.ExportFormat;
import io.concordat.contract.export.ExportNote;
import io.concordat.contract.export.ExportResult;
import io.concordat.contract.export.Exports;
import io.concordat.contract.export.ViewResult;
import io.concordat.contract.odcs.OdcsContract;
import io.concordat.contract.odcs.OdcsReader;
import io.concordat.contract.odcs.ReadResult;
import io.concordat.messages.policy.Violation;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code concordat export}. */
@Command(
    name = "export",
    description = "Writes contracts in the words of other tools. Asks no server.",
    footer = {
      "",
      "What a format cannot say is told on standard error.",
      "A view serves the schema of an earlier version from the table of a later one.",
      "",
      "Examples:",
      "  concordat export --list",
      "  concordat export sql-postgresql daily.odcs.yaml",
      "  concordat export json-schema contracts/ --to build/schemas",
      "  concordat export view-postgresql daily.v2.odcs.yaml --before daily.odcs.yaml",
      "",
      "Exit codes: 0 written, 1 there can be no such view, 2 something could not be read or written."
    })
public final class Export implements Callable<Integer> {

  private final Host host;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(names = "--list", description = "Tell all formats.")
  private boolean list;

  @Option(names = "--to", paramLabel = "DIR", description = "Directory to write files into.")
  private @Nullable String directory;

  @Option(
      names = "--before",
      paramLabel = "FILE",
      description = "The earlier version, which a view serves.")
  private @Nullable String before;

  @Parameters(index = "0", arity = "0..1", paramLabel = "FORMAT", description = "One of --list.")
  private @Nullable String format;

  @Parameters(
      index = "1..*",
      paramLabel = "FILE",
      description = "Files, directories, or - for standard input.")
  private List<String> files = List.of();

  /** The command for a run. */
  public Export(Host host) {
    this.host = host;
  }

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    if (list) {
      Exports.formats()
          .forEach(known -> out.println("%-16s %s".formatted(known.name(), known.description())));
      return ExitCode.FINE.code();
    }
    ExportFormat wanted = wanted();
    if (files.isEmpty()) {
      throw Stop.usage("Name the contract to export.");
    }
    Map<String, ExportFile> written = new LinkedHashMap<>();
    for (Input input : Inputs.read(host, files)) {
      OdcsContract contract = contract(input);
      List<ExportFile> made =
          wanted.needsEarlierVersion() ? view(wanted, contract) : plain(wanted, contract);
      if (made == null) {
        return ExitCode.VIOLATIONS.code();
      }
      for (ExportFile file : made) {
        if (written.putIfAbsent(file.name(), file) != null) {
          throw Stop.usage(
              "Two of these contracts give a file %s; export them into directories of their own."
                  .formatted(file.name()));
        }
      }
    }
    write(List.copyOf(written.values()), out);
    return ExitCode.FINE.code();
  }

  private ExportFormat wanted() {
    if (format == null) {
      throw Stop.usage("Name a format; concordat export --list tells all.");
    }
    return Exports.format(format)
        .orElseThrow(() ->
            Stop.usage(
                "There is no format '%s'. There are: %s."
                    .formatted(
                        format,
                        Exports.formats().stream()
                            .map(ExportFormat::name)
                            .collect(Collectors.joining(", ")))));
  }

  private List<ExportFile> plain(ExportFormat wanted, OdcsContract contract) {
    if (before != null) {
      throw Stop.usage("--before is for views alone.");
    }
    ExportResult result = Exports.export(wanted.name(), contract);
    tell(contract, result.notes());
    return result.files();
  }

  /** The views, or null where there can be none and the reasons were told. */
  private @Nullable List<ExportFile> view(ExportFormat wanted, OdcsContract contract) {
    if (before == null) {
      throw Stop.usage("A view needs the earlier version, too: --before FILE.");
    }
    OdcsContract earlier = contract(Inputs.file(host.resolve(before), before));
    return switch (Exports.view(wanted.dialect(), earlier, contract)) {
      case ViewResult.Written(var made, var notes) -> {
        tell(contract, notes);
        yield made;
      }
      case ViewResult.Refused(var reasons) -> {
        tell(contract, reasons);
        yield null;
      }
    };
  }

  private void tell(OdcsContract contract, List<ExportNote> notes) {
    notes.forEach(
        note -> spec.commandLine().getErr().println(Escapes.line(contract.id() + ": " + note)));
  }

  private void write(List<ExportFile> made, PrintWriter out) {
    if (directory == null) {
      if (made.size() != 1) {
        throw Stop.usage(
            "That makes %d files; name a directory for them: --to DIR.".formatted(made.size()));
      }
      out.print(made.getFirst().content());
      return;
    }
    Path target = host.resolve(directory);
    try {
      Files.createDirectories(target);
      for (ExportFile file : made) {
        Files.writeString(target.resolve(file.name()), file.content());
      }
    } catch (IOException full) {
      throw Stop.usage(directory + " cannot be written to: " + full.getMessage());
    }
    out.println("%d file%s in %s.".formatted(made.size(), made.size() == 1 ? "" : "s", directory));
  }

  private static OdcsContract contract(Input input) {
    return switch (input) {
      case Input.Unreadable unreadable ->
          throw Stop.usage(unreadable.name() + ": " + unreadable.problem());
      case Input.Text text -> {
        ReadResult read = OdcsReader.read(text.text());
        OdcsContract contract = read.contract();
        if (contract == null) {
          Violation first = read.violations().getFirst();
          throw Stop.usage(
              "%s is not a valid contract: %s (line %s). See: concordat lint %s"
                  .formatted(text.name(), first.message(), first.line(), text.name()));
        }
        yield contract;
      }
    };
  }
}

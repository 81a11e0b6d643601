package io.concordat.cli.verdict;

import io.concordat.cli.host.Host;
import io.concordat.cli.input.Inputs;
import io.concordat.cli.report.OutputOptions;
import io.concordat.cli.report.Report;
import io.concordat.cli.report.Sheet;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code concordat lint}. */
@Command(
    name = "lint",
    description = "Says whether documents are valid ODCS 3.x contracts. Asks no server.",
    footer = {
      "",
      "Examples:",
      "  concordat lint daily.odcs.yaml",
      "  concordat lint contracts/ --output github",
      "  cat daily.odcs.yaml | concordat lint -",
      "",
      "Exit codes: 0 all valid, 1 some are not, 2 something could not be read."
    })
public final class Lint implements Callable<Integer> {

  private final Host host;

  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private OutputOptions output = new OutputOptions();

  @Parameters(
      arity = "1..*",
      paramLabel = "FILE",
      description =
          "Files, directories (all *.odcs.yaml, *.odcs.yml and *.odcs.json below), or - for standard input.")
  private List<String> files = List.of();

  /** The command for a run. */
  public Lint(Host host) {
    this.host = host;
  }

  @Override
  public Integer call() {
    List<Sheet> sheets = Inputs.read(host, files).parallelStream().map(Judgement::lint).toList();
    return output.write(new Report("lint", sheets, List.of()), host, spec.commandLine().getOut());
  }
}

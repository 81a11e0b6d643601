package io.concordat.cli.change;

import io.concordat.cli.host.Host;
import io.concordat.cli.report.OutputOptions;
import io.concordat.cli.report.Report;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code concordat diff}. */
@Command(
    name = "diff",
    description = "Tells all that has changed, and which version it asks for.",
    footer = {
      "",
      "Each change is breaking, additive or cosmetic, as seen by those who read the data.",
      "",
      "Examples:",
      "  concordat diff before.odcs.yaml after.odcs.yaml",
      "  concordat diff contracts/ --against main",
      "  concordat diff daily.odcs.yaml --against server",
      "",
      "Exit codes: 0 the version fits what has changed, 1 it does not, 2 something could not be compared,",
      "3 server or network. With --strict, a breaking change is 1 even under a new major version."
    })
public final class Diff implements Callable<Integer> {

  private final Host host;

  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private OutputOptions output = new OutputOptions();
  @Mixin private AgainstOptions sides = new AgainstOptions();

  /** The command for a run. */
  public Diff(Host host) {
    this.host = host;
  }

  @Override
  public Integer call() {
    Report report = new Report("diff", sides.sheets(host, false), List.of());
    return output.write(report, host, spec.commandLine().getOut());
  }
}

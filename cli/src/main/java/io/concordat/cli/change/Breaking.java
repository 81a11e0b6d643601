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

/** {@code concordat breaking}. */
@Command(
    name = "breaking",
    description = "Tells breaking changes alone.",
    footer = {
      "",
      "A breaking change that a new major version announces is a warning, else an error.",
      "",
      "Examples:",
      "  concordat breaking --against main",
      "  concordat breaking contracts/ --against server --output github",
      "  concordat breaking daily.odcs.yaml --against HEAD~1 --strict",
      "",
      "Exit codes: 0 nothing breaks, or a new major version says so, 1 something breaks without one,",
      "2 something could not be compared, 3 server or network. With --strict, any breaking change is 1."
    })
public final class Breaking implements Callable<Integer> {

  private final Host host;

  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private OutputOptions output = new OutputOptions();
  @Mixin private AgainstOptions sides = new AgainstOptions();

  /** The command for a run. */
  public Breaking(Host host) {
    this.host = host;
  }

  @Override
  public Integer call() {
    Report report = new Report("breaking", sides.sheets(host, true), List.of());
    return output.write(report, host, spec.commandLine().getOut());
  }
}

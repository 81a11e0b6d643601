package io.concordat.cli.report;

import io.concordat.cli.host.ExitCode;
import io.concordat.cli.host.Host;
import io.concordat.cli.host.Stop;
import java.io.PrintWriter;
import picocli.CommandLine.Option;

/** How a command writes its report. */
public final class OutputOptions {

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FORMAT",
      description = "One of ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
  private OutputFormat format = OutputFormat.TEXT;

  @Option(names = "--strict", description = "Let warnings fail, too.")
  private boolean strict;

  /**
   * Writes a report.
   *
   * @return the code to end with
   */
  public int write(Report report, Host host, PrintWriter out) {
    boolean coloured = host.terminal() && host.variable("NO_COLOR") == null;
    out.print(format.write(report, new Dress(coloured)));
    out.flush();
    if (out.checkError()) {
      throw Stop.usage("The report could not be written.");
    }
    return exitCode(report).code();
  }

  private ExitCode exitCode(Report report) {
    boolean warned = strict && report.count(Level.WARNING) > 0;
    return report.exitCode().and(warned ? ExitCode.VIOLATIONS : ExitCode.FINE);
  }
}

package io.concordat.cli.change;

import io.concordat.cli.host.Host;
import io.concordat.cli.host.Stop;
import io.concordat.cli.input.Input;
import io.concordat.cli.input.Inputs;
import io.concordat.cli.remote.Remote;
import io.concordat.cli.remote.ServerOptions;
import io.concordat.cli.report.OutputOptions;
import io.concordat.cli.report.Report;
import io.concordat.cli.report.Sheet;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
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
      "",
      "Exit codes: 0 told, be it nobody, 2 something could not be compared, 3 server or network."
    })
public final class Impact implements Callable<Integer> {

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
      Sheet sheet = document ? ofDocument(remote, notes) : ofId(remote, notes);
      return output.write(
          new Report("impact", List.of(sheet), notes), host, spec.commandLine().getOut());
    }
  }

  private Sheet ofId(Remote remote, List<String> notes) {
    Impacts.Affected affected = Impacts.of(remote, what, fields);
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
    Impacts.Affected affected = Impacts.of(remote, contract, Breaks.fields(compared));
    tell(affected, notes);
    return compared.asTold().withReaders(affected.readers());
  }

  private static void tell(Impacts.Affected affected, List<String> notes) {
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

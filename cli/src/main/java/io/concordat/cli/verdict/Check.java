package io.concordat.cli.verdict;

import io.concordat.cli.host.ExitCode;
import io.concordat.cli.host.Host;
import io.concordat.cli.host.Stop;
import io.concordat.cli.input.Input;
import io.concordat.cli.input.Inputs;
import io.concordat.cli.policy.SavedPolicies;
import io.concordat.cli.remote.Remote;
import io.concordat.cli.remote.ServerOptions;
import io.concordat.cli.report.Level;
import io.concordat.cli.report.Outcome;
import io.concordat.cli.report.OutputOptions;
import io.concordat.cli.report.Report;
import io.concordat.cli.report.Sheet;
import io.concordat.contract.odcs.OdcsReader;
import io.concordat.contract.odcs.ReadResult;
import io.concordat.messages.policy.PolicySet;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;

/** {@code concordat check}. */
@Command(
    name = "check",
    description =
        "Says what the gate would say: against the policy set of the server, or a saved one.",
    footer = {
      "",
      "Nothing is stored or published. Without a server, whether upstream contracts exist is not known, and said.",
      "",
      "Examples:",
      "  concordat check daily.odcs.yaml",
      "  concordat policies save policies.json && concordat check contracts/ --policies policies.json",
      "  concordat check - --output sarif < daily.odcs.yaml",
      "",
      "Exit codes: 0 all would pass, 1 some would not, 2 something could not be read, 3 server or network."
    })
public final class Check implements Callable<Integer> {

  private static final String QUERY =
      """
      query($contract: ID!, $document: String!) {
        checkContract(contract: $contract, document: $document) {
          policySet violations { policy severity path line message }
        }
      }\
      """;

  private final Host host;

  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private OutputOptions output = new OutputOptions();
  @Mixin private ServerOptions server = new ServerOptions();

  @Option(
      names = "--policies",
      paramLabel = "FILE",
      description = "A policy set kept by 'concordat policies save': no server is asked.")
  private @Nullable String policies;

  @Parameters(
      arity = "1..*",
      paramLabel = "FILE",
      description = "Files, directories, or - for standard input.")
  private List<String> files = List.of();

  /** The command for a run. */
  public Check(Host host) {
    this.host = host;
  }

  @Override
  public Integer call() {
    List<Input> inputs = Inputs.read(host, files);
    return output.write(
        policies == null ? online(inputs) : offline(inputs, policies),
        host,
        spec.commandLine().getOut());
  }

  private Report offline(List<Input> inputs, String file) {
    PolicySet set = SavedPolicies.read(host.resolve(file), file);
    OfflineGate gate = new OfflineGate(set);
    List<Sheet> sheets = inputs.parallelStream().map(gate::judge).toList();
    List<String> notes = new ArrayList<>();
    notes.add("Judged by policy set %d as it was saved in %s.".formatted(set.number(), file));
    gate.unasked().ifPresent(notes::add);
    return new Report("check", sheets, notes);
  }

  private Report online(List<Input> inputs) {
    List<Sheet> sheets = new ArrayList<>();
    List<String> notes = new ArrayList<>();
    try (Remote remote = server.remote(host)) {
      Stop gone = null;
      for (Input input : inputs) {
        Sheet structure = judgeable(input);
        if (structure.outcome() != Outcome.PASSED || !(input instanceof Input.Text text)) {
          sheets.add(structure);
        } else if (gone != null) {
          sheets.add(Sheet.unknown(input.name(), Outcome.UNAVAILABLE, gone.sentence()));
        } else {
          try {
            sheets.add(ask(remote, text, structure, notes));
          } catch (Stop stop) {
            if (stop.exitCode() != ExitCode.SERVER) {
              throw stop;
            }
            gone = stop;
            sheets.add(Sheet.unknown(input.name(), Outcome.UNAVAILABLE, stop.sentence()));
          }
        }
      }
    }
    return new Report("check", sheets, notes.stream().distinct().toList());
  }

  /** The structure of a document, which must be right before the gate can judge the rest. */
  private static Sheet judgeable(Input input) {
    if (!(input instanceof Input.Text text)) {
      return Judgement.structure(input);
    }
    ReadResult read = OdcsReader.read(text.text());
    return Judgement.structure(text, read, Level.ERROR);
  }

  private static Sheet ask(Remote remote, Input.Text text, Sheet structure, List<String> notes) {
    JsonNode verdict =
        remote
            .ask(
                QUERY,
                Map.of("contract", String.valueOf(structure.contract()), "document", text.text()))
            .path("checkContract");
    if (!verdict.path("violations").isArray()) {
      throw Stop.server(remote.address() + " answered without a verdict.");
    }
    notes.add(
        "Judged by policy set %d of %s."
            .formatted(verdict.path("policySet").asInt(), remote.address()));
    return Sheet.of(
        text.name(),
        structure.contract(),
        structure.version(),
        Judgement.findings(text.text(), Violations.of(verdict)));
  }
}

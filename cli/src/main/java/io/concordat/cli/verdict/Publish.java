package io.concordat.cli.verdict;

import io.concordat.cli.host.Host;
import io.concordat.cli.host.Stop;
import io.concordat.cli.input.Input;
import io.concordat.cli.input.Inputs;
import io.concordat.cli.remote.Remote;
import io.concordat.cli.remote.ServerOptions;
import io.concordat.cli.report.Finding;
import io.concordat.cli.report.Level;
import io.concordat.cli.report.Outcome;
import io.concordat.cli.report.OutputOptions;
import io.concordat.cli.report.Report;
import io.concordat.cli.report.Sheet;
import io.concordat.contract.Digest;
import io.concordat.contract.odcs.OdcsReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;

/** {@code concordat publish}. */
@Command(
    name = "publish",
    description =
        "Submits documents as the next versions of their contracts, and tells the verdict.",
    footer = {
      "",
      "A document that is published already is left as it is: publishing twice does no harm.",
      "",
      "Examples:",
      "  concordat publish daily.odcs.yaml",
      "  concordat publish contracts/ --idempotency-key \"$GITHUB_RUN_ID\"",
      "",
      "Exit codes: 0 all are published, 1 some were refused, 2 something could not be read, 3 server or network."
    })
public final class Publish implements Callable<Integer> {

  private static final String MUTATION =
      """
      mutation($contract: ID!, $document: String!, $key: String!) {
        publishContractVersion(
          input: { contract: $contract, document: $document, idempotencyKey: $key }
        ) {
          version { version status supportedUntil }
          verdict { passed policySet violations { policy severity path line message } }
          receipt { readable }
          userErrors { code message }
        }
      }\
      """;

  private static final int TRIES = 2;

  private final Host host;

  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private OutputOptions output = new OutputOptions();
  @Mixin private ServerOptions server = new ServerOptions();

  @Option(
      names = "--idempotency-key",
      paramLabel = "KEY",
      description = {
        "What tells a repetition from a new request (default: new for each run).",
        "The document's digest is added."
      })
  private String run = UUID.randomUUID().toString();

  @Parameters(
      arity = "1..*",
      paramLabel = "FILE",
      description = "Files, directories, or - for standard input, published in this order.")
  private List<String> files = List.of();

  /** The command for a run. */
  public Publish(Host host) {
    this.host = host;
  }

  @Override
  public Integer call() {
    List<Sheet> sheets = new ArrayList<>();
    List<String> notes = new ArrayList<>();
    try (Remote remote = server.remote(host)) {
      Stop gone = null;
      for (Input input : Inputs.read(host, files)) {
        if (!(input instanceof Input.Text text)) {
          sheets.add(Judgement.structure(input));
        } else if (gone != null) {
          sheets.add(Sheet.unknown(text.name(), Outcome.UNAVAILABLE, gone.sentence()));
        } else {
          try {
            sheets.add(publish(remote, text, notes));
          } catch (Stop stop) {
            gone = stop;
            sheets.add(Sheet.unknown(text.name(), Outcome.UNAVAILABLE, stop.sentence()));
          }
        }
      }
    }
    return output.write(new Report("publish", sheets, notes), host, spec.commandLine().getOut());
  }

  private Sheet publish(Remote remote, Input.Text text, List<String> notes) {
    Sheet structure = Judgement.structure(text, OdcsReader.read(text.text()), Level.ERROR);
    String contract = structure.contract();
    if (structure.outcome() != Outcome.PASSED || contract == null) {
      return structure;
    }
    Map<String, String> variables = new LinkedHashMap<>();
    variables.put("contract", contract);
    variables.put("document", text.text());
    variables.put("key", "cli:" + Digest.sha256(run + "\n" + text.text()));
    JsonNode payload = send(remote, variables).path("publishContractVersion");
    if (!payload.path("userErrors").isEmpty()) {
      List<Finding> refusals =
          payload
              .path("userErrors")
              .valueStream()
              .map(error ->
                  new Finding(
                      Level.ERROR,
                      error.path("code").asString(""),
                      "$",
                      null,
                      null,
                      error.path("message").asString(""),
                      null))
              .toList();
      return Sheet.of(text.name(), contract, structure.version(), refusals);
    }
    if (!payload.path("receipt").path("readable").asBoolean(true)) {
      notes.add(contract + " was taken in; queries do not show it yet, as a read store is late.");
    }
    JsonNode verdict = payload.path("verdict");
    if (!verdict.path("passed").isBoolean()) {
      return Sheet.unknown(
          text.name(),
          Outcome.UNAVAILABLE,
          "The submission was taken in, but its verdict cannot be read yet. Ask again: concordat status --contract "
              + contract);
    }
    notes.add(
        verdict.path("passed").asBoolean()
            ? "%s %s is published (policy set %d)."
                .formatted(contract, structure.version(), verdict.path("policySet").asInt())
            : "%s %s was rejected by policy set %d; nothing is published."
                .formatted(contract, structure.version(), verdict.path("policySet").asInt()));
    return Sheet.of(
        text.name(),
        contract,
        structure.version(),
        Judgement.findings(text.text(), Violations.of(verdict)));
  }

  /** Sends again where the answer got lost: the key keeps it from being carried out twice. */
  private static JsonNode send(Remote remote, Map<String, String> variables) {
    for (int left = TRIES - 1; ; left--) {
      try {
        return remote.ask(MUTATION, variables);
      } catch (Stop failed) {
        if (left == 0 || !failed.passing()) {
          throw failed;
        }
      }
    }
  }
}

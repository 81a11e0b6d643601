package io.concordat.cli.change;

import io.concordat.cli.host.ExitCode;
import io.concordat.cli.host.Host;
import io.concordat.cli.host.Stop;
import io.concordat.cli.input.Input;
import io.concordat.cli.remote.Remote;
import io.concordat.cli.report.ChangelogPage;
import io.concordat.cli.report.Report;
import io.concordat.cli.report.Sheet;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;

/** {@code concordat changelog}. */
@Command(
    name = "changelog",
    description = "Writes what has changed as Markdown.",
    footer = {
      "",
      "Examples:",
      "  concordat changelog --against v1.0 contracts/",
      "  concordat changelog before.odcs.yaml after.odcs.yaml",
      "  concordat changelog --contract payments/settlements/daily",
      "",
      "Exit codes: 0 written, 2 something could not be compared, 3 server or network."
    })
public final class Changelog implements Callable<Integer> {

  private static final String VERSIONS =
      """
      query($contract: ID!) {
        contract(id: $contract) { versions { version status publishedAt document } }
      }\
      """;

  private final Host host;

  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private AgainstOptions sides = new AgainstOptions();

  @Option(
      names = "--contract",
      paramLabel = "ID",
      description = "All published versions of a contract of the server, the latest first.")
  private @Nullable String contract;

  /** The command for a run. */
  public Changelog(Host host) {
    this.host = host;
  }

  @Override
  public Integer call() {
    List<Sheet> sheets = contract == null ? sides.sheets(host, false) : history(contract);
    spec.commandLine().getOut().print(ChangelogPage.write(sheets));
    ExitCode code = new Report("changelog", sheets, List.of()).exitCode();
    // Here a version that does not fit is history, not a failure.
    return (code == ExitCode.VIOLATIONS ? ExitCode.FINE : code).code();
  }

  private List<Sheet> history(String id) {
    try (Remote remote = sides.server().remote(host)) {
      JsonNode found = remote.ask(VERSIONS, Map.of("contract", id)).path("contract");
      if (!found.isObject()) {
        throw Stop.usage("There is no contract '" + id + "' on the server.");
      }
      List<Sheet> sheets = new ArrayList<>();
      Input before = null;
      for (JsonNode version : found.path("versions")) {
        if (!version.path("status").asString("").equals("REJECTED")) {
          String name = id + " " + version.path("version").asString("");
          Input after = new Input.Text(name, null, version.path("document").asString(""));
          String against = before == null ? "the server" : before.name();
          sheets.add(new Comparing(against, false).sheet(new Pair(name, before, after)));
          before = after;
        }
      }
      return sheets.reversed();
    }
  }
}

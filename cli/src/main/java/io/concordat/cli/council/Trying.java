package io.concordat.cli.council;

import io.concordat.cli.host.ExitCode;
import io.concordat.cli.host.Host;
import io.concordat.cli.host.Stop;
import io.concordat.cli.remote.Remote;
import io.concordat.cli.remote.ServerOptions;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;

/** Tries a rule on the contracts in force, and tells how far the trial is. */
final class Trying {

  private static final Duration PAUSE = Duration.ofMillis(300);

  private static final String START =
      """
      mutation($policy: PolicyInput, $proposal: ID, $months: Int, $pastVersions: Boolean!) {
        startWhatIf(policy: $policy, proposal: $proposal, months: $months, pastVersions: $pastVersions) { id }
      }\
      """;

  private static final String RUN =
      """
      query($id: ID!) { whatIfRun(id: $id) { state done total reason result {
        policySet contracts failing everyContractFails warning violationCount months publications stoppedCount
        byDomain { domain { id } contracts failing violations }
        violations(first: 100) { contract version violation { policy severity path line message } }
        stopped { contract version }
        past { versions failing }
        unjudged { contract }
        milliseconds
      } } }\
      """;

  private Trying() {}

  /** What is looked at, beside the contracts in force. */
  static final class Reach {

    @Option(
        names = "--months",
        paramLabel = "NUMBER",
        description = "Also tell which publications of the last months it would have stopped.")
    private @Nullable Integer months;

    @Option(
        names = "--past-versions",
        description = "Also judge every version that was ever published.")
    private boolean pastVersions;
  }

  /**
   * Runs a trial to its end. Where it fails contracts, that is exit code 1.
   *
   * @param tried {@code policy} or {@code proposal} with its value
   * @param progress where it is told how far it is
   */
  static int run(
      Asking asking,
      Host host,
      ServerOptions server,
      Map<String, ?> tried,
      Reach reach,
      PrintWriter progress,
      boolean json) {
    Map<String, @Nullable Object> variables = new HashMap<>(tried);
    variables.put("months", reach.months);
    variables.put("pastVersions", reach.pastVersions);
    try (Remote remote = server.remote(host)) {
      String id = remote.ask(START, variables).path("startWhatIf").path("id").asString("");
      JsonNode result = finished(remote, id, progress);
      asking.write(result, json, Trying::page);
      return (Page.number(result, "failing") > 0 ? ExitCode.VIOLATIONS : ExitCode.FINE).code();
    }
  }

  private static JsonNode finished(Remote remote, String id, PrintWriter progress) {
    String told = "";
    while (true) {
      JsonNode run = remote.ask(RUN, Map.of("id", id)).path("whatIfRun");
      if (!run.isObject()) {
        throw Stop.server(
            "The server does not know the trial any more: it was restarted, or another node"
                + " answered. Try again.");
      }
      switch (run.path("state").asString("")) {
        case "DONE" -> {
          return run.path("result");
        }
        case "FAILED", "STOPPED" ->
            throw Stop.server(
                "The trial ended on the server without a result. " + Page.of(run, "reason"));
        case "RUNNING" -> {
          String far =
              run.path("total").isNumber()
                  ? "%d of %d contracts"
                      .formatted(Page.number(run, "done"), Page.number(run, "total"))
                  : "counting the contracts";
          if (!far.equals(told)) {
            progress.println(far);
            progress.flush();
            told = far;
          }
          pause();
        }
        default ->
            throw Stop.server(
                "The server says that the trial is %s, which this program does not know."
                    .formatted(Page.of(run, "state")));
      }
    }
  }

  private static void pause() {
    try {
      Thread.sleep(PAUSE);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw Stop.server("Stopped while waiting for the trial.");
    }
  }

  private static List<String> page(JsonNode result) {
    Page page = new Page();
    String warning = Page.of(result, "warning");
    if (!warning.isEmpty()) {
      page.line(warning);
    }
    result
        .path("violations")
        .forEach(found ->
            page.line(
                "%s@%s  %s: %s"
                    .formatted(
                        Page.of(found, "contract"),
                        Page.of(found, "version"),
                        Page.of(found.path("violation"), "path"),
                        Page.of(found.path("violation"), "message"))));
    result
        .path("byDomain")
        .valueStream()
        .filter(domain -> Page.number(domain, "failing") > 0)
        .forEach(domain ->
            page.line(
                "%-24s %d of %d would fail"
                    .formatted(
                        Page.of(domain.path("domain"), "id"),
                        Page.number(domain, "failing"),
                        Page.number(domain, "contracts"))));
    JsonNode past = result.path("past");
    if (past.isObject()) {
      page.line(
          "Of %s that were ever published, %d would fail."
              .formatted(
                  Page.plural(Page.number(past, "versions"), "version"),
                  Page.number(past, "failing")));
    }
    if (result.path("months").isNumber()) {
      page.line(
          "Of %s in %s, %d would have been stopped."
              .formatted(
                  Page.plural(Page.number(result, "publications"), "publication"),
                  Page.plural(Page.number(result, "months"), "month"),
                  Page.number(result, "stoppedCount")));
    }
    if (!result.path("unjudged").isEmpty()) {
      page.line(Page.plural(result.path("unjudged").size(), "contract") + " could not be judged.");
    }
    return page.line(
            "Of %s in force, %d would fail (policy set %d)."
                .formatted(
                    Page.plural(Page.number(result, "contracts"), "contract"),
                    Page.number(result, "failing"),
                    Page.number(result, "policySet")))
        .lines();
  }
}

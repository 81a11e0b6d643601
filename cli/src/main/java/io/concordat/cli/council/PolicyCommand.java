package io.concordat.cli.council;

import io.concordat.cli.host.Days;
import io.concordat.cli.host.ExitCode;
import io.concordat.cli.host.Host;
import io.concordat.cli.host.Stop;
import io.concordat.cli.input.Input;
import io.concordat.cli.input.Inputs;
import io.concordat.cli.policy.SavedPolicies;
import io.concordat.cli.remote.Remote;
import io.concordat.cli.remote.ServerOptions;
import io.concordat.cli.report.OutputOptions;
import io.concordat.cli.report.Report;
import io.concordat.cli.report.Sheet;
import io.concordat.contract.foundation.Foundation;
import io.concordat.contract.odcs.OdcsContract;
import io.concordat.messages.policy.Policy;
import io.concordat.messages.policy.PolicySet;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;

/** {@code concordat policy}. */
@Command(
    name = "policy",
    description = "Reads the rules in force, tests rules in files, and proposes them.",
    footer = {
      "",
      "Examples:",
      "  concordat policy list",
      "  concordat policy show privacy-classification",
      "  concordat policy test policies/",
      "  concordat policy what-if policies/owner-named.policy.yaml",
      "  concordat policy propose policies/owner-named.policy.yaml"
    })
public final class PolicyCommand {

  private static final String SET =
      """
      query($number: Int, $asOf: DateTime) { policySet(number: $number, asOf: $asOf) {
        number effectiveFrom proposal { id title }
        policies {
          id title family scope severity expression message documentation
          examples { name passes document previous }
        }
      } }\
      """;

  private final Host host;

  @Spec private CommandSpec spec = CommandSpec.create();

  /** The command for a run. */
  public PolicyCommand(Host host) {
    this.host = host;
  }

  @Command(
      name = "list",
      mixinStandardHelpOptions = true,
      description = "Lists the policies in force, or those of another policy set.",
      footer = {
        "",
        "Examples:",
        "  concordat policy list",
        "  concordat policy list --as-of 2026-11-01"
      })
  int list(
      @Mixin ServerOptions server,
      @Mixin WhichSet which,
      @Option(names = "--json", description = "Write JSON.") boolean json) {
    JsonNode set = which.ask(host, server);
    new Asking(host, spec)
        .write(
            set,
            json,
            found -> {
              Page page = new Page();
              found
                  .path("policies")
                  .forEach(policy ->
                      page.line(
                          "%-32s %-13s %-12s %-7s %s"
                              .formatted(
                                  Page.of(policy, "id"),
                                  Page.of(policy, "family"),
                                  Page.of(policy, "scope"),
                                  Page.of(policy, "severity"),
                                  Page.of(policy, "title"))));
              return page.line(
                      "Policy set %d, in force from %s: %s."
                          .formatted(
                              Page.number(found, "number"),
                              Page.of(found, "effectiveFrom"),
                              found.path("policies").size() == 1
                                  ? "1 policy"
                                  : found.path("policies").size() + " policies"))
                  .lines();
            });
    return ExitCode.FINE.code();
  }

  @Command(
      name = "show",
      mixinStandardHelpOptions = true,
      description = "Shows a policy: its expression, what it says, and its examples.",
      footer = {"", "Example:", "  concordat policy show privacy-classification"})
  int show(
      @Mixin ServerOptions server,
      @Mixin WhichSet which,
      @Parameters(paramLabel = "POLICY", description = "Id of a policy.") String id,
      @Option(names = "--json", description = "Write JSON.") boolean json) {
    JsonNode set = which.ask(host, server);
    JsonNode policy =
        set.path("policies")
            .valueStream()
            .filter(each -> each.path("id").asString("").equals(id))
            .findFirst()
            .orElseThrow(() ->
                Stop.usage(
                    "Policy set %d has no policy '%s'; see: concordat policy list"
                        .formatted(Page.number(set, "number"), id)));
    new Asking(host, spec).write(policy, json, PolicyCommand::page);
    return ExitCode.FINE.code();
  }

  @Command(
      name = "propose",
      mixinStandardHelpOptions = true,
      description = {
        "Proposes the policy of a file to the council, or to take one out (--retire). A policy whose",
        "id is in force is changed, another one added. For representatives."
      },
      footer = {
        "",
        "Examples:",
        "  concordat policy propose policies/owner-named.policy.yaml --effective-from 2027-01-01",
        "  concordat policy propose policies/owner-named.policy.yaml \\",
        "    --revise 0195f0a1-0000-7000-8000-000000000001 --addressed payments,risk",
        "  concordat policy propose --retire owner-named --rationale \"The catalog asks for it.\""
      })
  int propose(
      @Mixin ServerOptions server,
      @Mixin ProposedText text,
      @Parameters(arity = "0..1", paramLabel = "FILE", description = "A policy file.")
          @Nullable String file,
      @Option(
              names = "--retire",
              paramLabel = "POLICY",
              description = "Take a policy out of the set instead.")
          @Nullable String retire,
      @Option(
              names = "--revise",
              paramLabel = "PROPOSAL",
              description = "Open the next round of a proposal instead of a new one.")
          @Nullable String revise,
      @Option(
              names = "--addressed",
              split = ",",
              paramLabel = "DOMAIN",
              description = "With --revise: domains whose objections are addressed.")
          @Nullable List<String> addressed,
      @Option(
              names = "--effective-from",
              paramLabel = "DAY",
              description = "From when it is in force once adopted; without it, at once.")
          @Nullable String effectiveFrom,
      @Option(names = "--json", description = "Write JSON.") boolean json) {
    Asking asking = new Asking(host, spec);
    if ((file == null) == (retire == null)) {
      throw Stop.usage("Name either a policy file, or a policy to --retire.");
    }
    if (addressed != null && revise == null) {
      throw Stop.usage("--addressed goes with --revise.");
    }
    if (file == null) {
      if (revise != null || effectiveFrom != null) {
        throw Stop.usage("--retire goes with neither --revise nor --effective-from.");
      }
      return Proposing.retire(asking, server, String.valueOf(retire), text, json);
    }
    if (revise != null) {
      if (effectiveFrom != null) {
        throw Stop.usage("A revision keeps the day of its proposal: leave --effective-from out.");
      }
      return Proposing.revise(asking, host, server, revise, file, text, addressed, json);
    }
    String from = effectiveFrom == null ? null : Days.instant(effectiveFrom).toString();
    return Proposing.open(asking, host, server, file, text, from, json);
  }

  @Command(
      name = "what-if",
      mixinStandardHelpOptions = true,
      description = {
        "Tries the policy of a file on the contracts in force, as if it were voted in, and tells how",
        "far it is on standard error. Exit codes: 0 none would fail, 1 some would, 2 and 3 as",
        "everywhere."
      },
      footer = {
        "",
        "Example:",
        "  concordat policy what-if policies/owner-named.policy.yaml --months 3 --past-versions"
      })
  int whatIf(
      @Mixin ServerOptions server,
      @Mixin Trying.Reach reach,
      @Parameters(paramLabel = "FILE", description = "A policy file.") String file,
      @Option(names = "--json", description = "Write JSON.") boolean json) {
    return Trying.run(
        new Asking(host, spec),
        host,
        server,
        Map.of("policy", Proposing.policy(host, file)),
        reach,
        spec.commandLine().getErr(),
        json);
  }

  @Command(
      name = "test",
      mixinStandardHelpOptions = true,
      description = {
        "Tests policy files: that they can be read, that they compile, and that each example shows",
        "what it says. Asks no server."
      },
      footer = {
        "",
        "Examples:",
        "  concordat policy test policies/owner-named.policy.yaml",
        "  concordat policy test policies/ --output github",
        "  concordat policy test policies/ --against contracts/",
        "",
        "Exit codes: 0 all hold, 1 some do not, 2 something could not be read."
      })
  int test(
      @Mixin OutputOptions output,
      @Parameters(
              arity = "1..*",
              paramLabel = "FILE",
              description =
                  "Files, directories (all *.policy.yaml, *.policy.yml and *.policy.json below), or"
                      + " - for standard input.")
          List<String> files,
      @Option(
              names = "--policies",
              paramLabel = "FILE",
              description =
                  "A saved policy set, whose semantic types and parameters the policies may name;"
                      + " without it, those that Concordat comes with.")
          @Nullable String saved,
      @Option(
              names = "--against",
              split = ",",
              paramLabel = "DIR",
              description = "Contracts; what the policies would say of them is told as warnings.")
          @Nullable List<String> against) {
    PolicySet surroundings =
        saved == null
            ? Foundation.policySet(Instant.EPOCH)
            : SavedPolicies.read(host.resolve(saved), saved);
    PolicyTesting testing = new PolicyTesting(surroundings);
    List<PolicyTesting.Tested> tested =
        Inputs.policies(host, files).stream().map(testing::test).toList();
    List<Sheet> sheets = new ArrayList<>(tested.stream().map(PolicyTesting.Tested::sheet).toList());
    List<String> notes = new ArrayList<>();
    List<Policy> policies =
        tested.stream().flatMap(each -> Optional.ofNullable(each.policy()).stream()).toList();
    if (against != null && !policies.isEmpty()) {
      List<Sheet> told =
          Inputs.read(host, against).stream()
              .flatMap(input -> {
                OdcsContract contract = PolicyTesting.contract(input);
                return contract != null && input instanceof Input.Text text
                    ? Stream.of(testing.against(text, contract, policies))
                    : Stream.of();
              })
              .toList();
      List<Sheet> breaking = told.stream().filter(sheet -> !sheet.findings().isEmpty()).toList();
      notes.add(
          "Of %s, %d would break what was tested."
              .formatted(Page.plural(told.size(), "contract"), breaking.size()));
      sheets.addAll(breaking);
    }
    return output.write(
        new Report("policy test", sheets, notes, "file"), host, spec.commandLine().getOut());
  }

  private static List<String> page(JsonNode policy) {
    Page page =
        new Page()
            .fact("policy", Page.of(policy, "id"))
            .fact("title", Page.of(policy, "title"))
            .fact("family", Page.of(policy, "family"))
            .fact("scope", Page.of(policy, "scope"))
            .fact("severity", Page.of(policy, "severity"))
            .line("expression")
            .text(policy.path("expression").asString(""))
            .fact("message", Page.of(policy, "message"))
            .line("documentation")
            .text(policy.path("documentation").asString(""));
    policy
        .path("examples")
        .forEach(example ->
            page.line(
                "example     "
                    + (example.path("passes").asBoolean(false) ? "keeps it: " : "breaks it: ")
                    + Page.of(example, "name")));
    return page.lines();
  }

  /** Which policy set is asked for. */
  static final class WhichSet {

    @Option(
        names = "--set",
        paramLabel = "NUMBER",
        description = "The policy set of a number; without it, the one in force.")
    private @Nullable Integer number;

    @Option(
        names = "--as-of",
        paramLabel = "DAY",
        description = "The policy set in force at a day (its start, UTC) or an instant.")
    private @Nullable String asOf;

    JsonNode ask(Host host, ServerOptions server) {
      if (number != null && asOf != null) {
        throw Stop.usage("Name either --set or --as-of.");
      }
      Map<String, @Nullable Object> variables = new HashMap<>();
      variables.put("number", number);
      variables.put("asOf", asOf == null ? null : Days.instant(asOf).toString());
      try (Remote remote = server.remote(host)) {
        return remote.ask(SET, variables).path("policySet");
      }
    }
  }
}

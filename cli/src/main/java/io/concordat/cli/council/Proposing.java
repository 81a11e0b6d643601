package io.concordat.cli.council;

import io.concordat.cli.host.Host;
import io.concordat.cli.host.Stop;
import io.concordat.cli.input.Input;
import io.concordat.cli.input.Inputs;
import io.concordat.cli.policy.PolicyFile;
import io.concordat.cli.remote.Remote;
import io.concordat.cli.remote.ServerOptions;
import io.concordat.cli.report.Finding;
import io.concordat.messages.policy.Policy;
import io.concordat.messages.policy.PolicyExample;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Makes proposals of policy files. */
final class Proposing {

  private static final String KNOWN = "query { policySet { policies { id } } }";
  private static final String RETIRE = "Retire ";

  private Proposing() {}

  /** Opens a proposal: a policy whose id is in the set in force is changed, another one added. */
  static int open(
      Asking asking,
      Host host,
      ServerOptions server,
      String file,
      ProposedText text,
      @Nullable String effectiveFrom,
      boolean json) {
    Policy policy = read(host, file);
    Map<String, Object> input = new HashMap<>();
    input.put("title", text.title(policy.title()));
    input.put("rationale", text.rationale(policy.documentation()));
    input.put("change", change(policy, host, server));
    if (effectiveFrom != null) {
      input.put("effectiveFrom", effectiveFrom);
    }
    return asking.tell(server, "openProposal", "OpenProposalInput", input, json);
  }

  /** Opens a proposal to take a policy out of the set. */
  static int retire(
      Asking asking, ServerOptions server, String policyId, ProposedText text, boolean json) {
    return asking.tell(
        server,
        "openProposal",
        "OpenProposalInput",
        Map.of(
            "title",
            text.title(RETIRE + policyId),
            "rationale",
            text.rationale(RETIRE + policyId + "."),
            "change",
            Map.of("kind", "RETIRE", "policyId", policyId)),
        json);
  }

  /** Opens the next round of a proposal. */
  static int revise(
      Asking asking,
      Host host,
      ServerOptions server,
      String proposal,
      String file,
      ProposedText text,
      @Nullable List<String> addressed,
      boolean json) {
    Policy policy = read(host, file);
    return asking.tell(
        server,
        "reviseProposal",
        "ReviseProposalInput",
        Map.of(
            "proposal",
            proposal,
            "title",
            text.title(policy.title()),
            "rationale",
            text.rationale(policy.documentation()),
            "change",
            change(policy, host, server),
            "addressed",
            addressed == null ? List.of() : addressed),
        json);
  }

  /** The policy of a file, as GraphQL takes it. */
  static Map<String, Object> policy(Host host, String file) {
    return input(read(host, file));
  }

  private static Map<String, Object> change(Policy policy, Host host, ServerOptions server) {
    try (Remote remote = server.remote(host)) {
      JsonNode policies = remote.ask(KNOWN, Map.of()).path("policySet").path("policies");
      boolean known =
          policies.valueStream().anyMatch(each -> each.path("id").asString("").equals(policy.id()));
      return Map.of("kind", known ? "CHANGE" : "ADD", "policy", input(policy));
    }
  }

  private static Map<String, Object> input(Policy policy) {
    Map<String, Object> input = new HashMap<>();
    input.put("id", policy.id());
    input.put("title", policy.title());
    input.put("family", policy.family().name());
    input.put("scope", policy.scope().name());
    input.put("severity", policy.severity().name());
    input.put("expression", policy.expression());
    input.put("message", policy.message());
    input.put("documentation", policy.documentation());
    input.put("examples", policy.examples().stream().map(Proposing::example).toList());
    return input;
  }

  private static Map<String, Object> example(PolicyExample example) {
    Map<String, Object> input = new HashMap<>();
    input.put("name", example.name());
    input.put("passes", example.passes());
    input.put("document", example.document());
    if (example.previous() != null) {
      input.put("previous", example.previous());
    }
    return input;
  }

  private static Policy read(Host host, String file) {
    return switch (Inputs.file(host.resolve(file), file)) {
      case Input.Unreadable unreadable -> throw Stop.usage(file + ": " + unreadable.problem());
      case Input.Text text -> {
        PolicyFile read = PolicyFile.read(text.text());
        Policy policy = read.policy();
        if (policy == null) {
          throw Stop.usage(
              file
                  + " holds no policy: "
                  + read.findings().stream().map(Proposing::told).collect(Collectors.joining(" ")));
        }
        yield policy;
      }
    };
  }

  private static String told(Finding finding) {
    return (finding.line() == null ? "" : "line " + finding.line() + ": ") + finding.message();
  }
}

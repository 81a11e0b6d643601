package io.concordat.cli.council;

import io.concordat.cli.host.ExitCode;
import io.concordat.cli.host.Host;
import io.concordat.cli.host.Stop;
import io.concordat.cli.remote.Payloads;
import io.concordat.cli.remote.Remote;
import io.concordat.cli.remote.ServerOptions;
import java.io.PrintWriter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import picocli.CommandLine.Model.CommandSpec;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the commands of the council have in common: they ask, and write what they are told. */
final class Asking {

  private final Host host;
  private final CommandSpec spec;

  Asking(Host host, CommandSpec spec) {
    this.host = host;
    this.spec = spec;
  }

  /**
   * Asks for one thing and shows it.
   *
   * @param missing what is told where there is none
   */
  int show(
      ServerOptions server,
      String document,
      Map<String, ?> variables,
      String field,
      String missing,
      boolean json,
      Function<JsonNode, List<String>> page) {
    JsonNode found;
    try (Remote remote = server.remote(host)) {
      found = remote.ask(document, variables).path(field);
    }
    if (!found.isObject()) {
      throw Stop.usage(missing);
    }
    write(found, json, page);
    return ExitCode.FINE.code();
  }

  /** Tells the server something about a proposal, and shows what became of it. */
  int tell(ServerOptions server, String mutation, String type, Map<String, ?> input, boolean json) {
    return tell(
        server,
        ProposalTexts.mutation(mutation, type),
        mutation,
        "proposal",
        input,
        json,
        told -> ProposalTexts.page(told).lines());
  }

  /**
   * Tells the server something, and shows what became of it. A refusal is exit code 1.
   *
   * @param document the mutation in GraphQL, with the variable {@code input}
   * @param field of the answer that is shown
   */
  int tell(
      ServerOptions server,
      String document,
      String mutation,
      String field,
      Map<String, ?> input,
      boolean json,
      Function<JsonNode, List<String>> page) {
    Map<String, Object> sent = new HashMap<>(input);
    sent.put("idempotencyKey", "cli:" + UUID.randomUUID());
    JsonNode payload;
    try (Remote remote = server.remote(host)) {
      payload = remote.ask(document, Map.of("input", sent)).path(mutation);
    }
    if (Payloads.refused(payload, spec.commandLine().getErr())) {
      return ExitCode.VIOLATIONS.code();
    }
    JsonNode changed = payload.path(field);
    if (changed.isObject()) {
      write(changed, json, page);
    } else {
      out().println(json ? "null" : "Done; it cannot be shown yet.");
    }
    return ExitCode.FINE.code();
  }

  /** Writes what was found, for people or as JSON. */
  void write(JsonNode found, boolean json, Function<JsonNode, List<String>> page) {
    if (json) {
      json(found);
    } else {
      page.apply(found).forEach(out()::println);
    }
  }

  /** Writes JSON. */
  void json(Object found) {
    out().println(JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsString(found));
  }

  PrintWriter out() {
    return spec.commandLine().getOut();
  }
}

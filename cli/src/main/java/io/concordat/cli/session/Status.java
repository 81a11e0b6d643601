package io.concordat.cli.session;

import io.concordat.cli.host.ExitCode;
import io.concordat.cli.host.Host;
import io.concordat.cli.host.Stop;
import io.concordat.cli.remote.Remote;
import io.concordat.cli.remote.ServerOptions;
import io.concordat.cli.report.Escapes;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** {@code concordat status}. */
@Command(
    name = "status",
    description = "Tells how the server is, who is calling, and what a contract's versions are.",
    footer = {
      "",
      "Examples:",
      "  concordat status",
      "  concordat status --contract payments/settlements/daily",
      "  concordat status --json",
      "",
      "Exit codes: 0 up, 2 no such contract, 3 the server is not reachable, not up, or does not know the caller."
    })
public final class Status implements Callable<Integer> {

  private static final String UP = "UP";

  private static final String MESH =
      """
      query {
        viewer { subject roles represents { id } }
        mesh { domains products contracts openProposals openIncidents compliancePercent }
        policySet { number effectiveFrom }
        migrations(open: true, first: 1) { totalCount }
      }\
      """;

  private static final String CONTRACT =
      """
      query($contract: ID!) { contract(id: $contract) {
        id product { owner { subject } }
        versions { version status publishedAt supportedUntil digest }
      } }\
      """;

  private final Host host;

  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private ServerOptions server = new ServerOptions();

  @Option(names = "--contract", paramLabel = "ID", description = "Also tell its versions.")
  private @Nullable String contract;

  @Option(names = "--json", description = "Write what the server answered, as JSON.")
  private boolean json;

  /** The command for a run. */
  public Status(Host host) {
    this.host = host;
  }

  @Override
  public Integer call() {
    try (Remote remote = server.remote(host)) {
      Map<String, JsonNode> told = new LinkedHashMap<>();
      JsonNode health = remote.open("/actuator/health/readiness");
      if (!json) {
        // Told first, so that it is known also where the server does not know the caller.
        line(
            spec.commandLine().getOut(),
            "server",
            remote.address() + ", " + text(health, "status"));
      }
      told.put("health", health);
      JsonNode mesh = remote.ask(MESH, Map.of());
      told.put("viewer", mesh.path("viewer"));
      told.put("mesh", mesh.path("mesh"));
      told.put("policySet", mesh.path("policySet"));
      told.put("openMigrations", mesh.path("migrations").path("totalCount"));
      if (contract != null) {
        JsonNode found = remote.ask(CONTRACT, Map.of("contract", contract)).path("contract");
        if (found.isNull()) {
          throw Stop.usage("There is no contract '" + Escapes.line(contract) + "' on the server.");
        }
        told.put("contract", found);
      }
      write(remote.address(), told);
      boolean up = health.path("status").asString("").equals(UP);
      return (up ? ExitCode.FINE : ExitCode.SERVER).code();
    }
  }

  private void write(String address, Map<String, JsonNode> told) {
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      ObjectNode root = JsonMapper.shared().createObjectNode().put("server", address);
      told.forEach(root::set);
      out.println(JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsString(root));
      return;
    }
    JsonNode viewer = node(told, "viewer");
    JsonNode mesh = node(told, "mesh");
    line(
        out,
        "caller",
        "%s (%s)%s"
            .formatted(
                text(viewer, "subject"),
                viewer
                    .path("roles")
                    .valueStream()
                    .map(JsonNode::asString)
                    .collect(Collectors.joining(", ")),
                viewer.path("represents").isObject()
                    ? ", votes for " + text(viewer.path("represents"), "id")
                    : ""));
    line(
        out,
        "policy set",
        "%s, in force since %s"
            .formatted(
                text(node(told, "policySet"), "number"),
                text(node(told, "policySet"), "effectiveFrom")));
    line(
        out,
        "mesh",
        "%s domains, %s products, %s contracts, %s open proposals, %s open incidents"
            .formatted(
                text(mesh, "domains"),
                text(mesh, "products"),
                text(mesh, "contracts"),
                text(mesh, "openProposals"),
                text(mesh, "openIncidents")));
    line(
        out,
        "migrations",
        node(told, "openMigrations").asString("") + " open; see: concordat migration list");
    versions(out, node(told, "contract"));
  }

  private static void versions(PrintWriter out, JsonNode found) {
    if (!found.isObject()) {
      return;
    }
    line(
        out,
        "contract",
        text(found, "id") + ", owner " + text(found.path("product").path("owner"), "subject"));
    for (JsonNode version : found.path("versions")) {
      String until =
          version.path("supportedUntil").isNull()
              ? ""
              : ", supported until " + text(version, "supportedUntil");
      out.println(
          "  %-12s %-10s %s%s"
              .formatted(
                  text(version, "version"),
                  text(version, "status"),
                  text(version, "publishedAt"),
                  until));
    }
  }

  private static JsonNode node(Map<String, JsonNode> told, String name) {
    JsonNode node = told.get(name);
    return node == null ? tools.jackson.databind.node.MissingNode.getInstance() : node;
  }

  private static String text(JsonNode node, String name) {
    return Escapes.line(node.path(name).asString(""));
  }

  private static void line(PrintWriter out, String name, String value) {
    out.println("%-11s %s".formatted(name, value));
  }
}

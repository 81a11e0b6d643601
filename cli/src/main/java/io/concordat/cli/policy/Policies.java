package io.concordat.cli.policy;

import io.concordat.cli.host.Host;
import io.concordat.cli.host.Stop;
import io.concordat.cli.remote.Remote;
import io.concordat.cli.remote.ServerOptions;
import io.concordat.messages.policy.PolicySet;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Clock;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;

/** {@code concordat policies}. */
@Command(
    name = "policies",
    description =
        "Keeps the policy set in force, so that documents can be checked without the server.",
    footer = {
      "",
      "Example:",
      "  concordat policies save policies.json",
      "  concordat check contracts/ --policies policies.json"
    })
public final class Policies {

  private final Host host;

  @Spec private CommandSpec spec = CommandSpec.create();

  /** The command for a run. */
  public Policies(Host host) {
    this.host = host;
  }

  @Command(
      name = "save",
      mixinStandardHelpOptions = true,
      description = "Writes the policy set in force, with its semantic types, to a file.",
      footer = {"", "Example:", "  concordat policies save policies.json"})
  int save(
      @Mixin ServerOptions server,
      @Parameters(paramLabel = "FILE", description = "The file to write.") String file) {
    try (Remote remote = server.remote(host)) {
      JsonNode set = remote.ask(SavedPolicies.QUERY, Map.of()).path("policySet");
      PolicySet read = SavedPolicies.of(set, remote.address());
      Files.writeString(
          host.resolve(file),
          SavedPolicies.text(set, remote.address(), Clock.systemUTC().instant()));
      spec.commandLine()
          .getOut()
          .printf(
              "Policy set %d with %d policies and %d semantic types is in %s.%n",
              read.number(), read.policies().size(), read.semanticTypes().size(), file);
      return 0;
    } catch (IOException full) {
      throw Stop.usage(file + " cannot be written: " + full.getMessage());
    }
  }
}

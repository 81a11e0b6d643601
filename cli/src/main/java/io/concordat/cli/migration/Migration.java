package io.concordat.cli.migration;

import io.concordat.cli.host.Days;
import io.concordat.cli.host.ExitCode;
import io.concordat.cli.host.Host;
import io.concordat.cli.host.Stop;
import io.concordat.cli.remote.Pages;
import io.concordat.cli.remote.Payloads;
import io.concordat.cli.remote.Remote;
import io.concordat.cli.remote.ServerOptions;
import java.io.PrintWriter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code concordat migration}. */
@Command(
    name = "migration",
    description = "Follows the readers of a contract from a version to the one that breaks it.",
    footer = {
      "",
      "Examples:",
      "  concordat migration list",
      "  concordat migration show payments/settlements/daily@1.0.0",
      "  concordat migration acknowledge payments/settlements/daily@1.0.0 --consumer finance/general-ledger/journal"
    })
public final class Migration {

  private final Host host;

  @Spec private CommandSpec spec = CommandSpec.create();

  /** The command for a run. */
  public Migration(Host host) {
    this.host = host;
  }

  @Command(
      name = "list",
      mixinStandardHelpOptions = true,
      description = "Lists migrations, the latest first.",
      footer = {"", "Example:", "  concordat migration list --domain finance"})
  int list(
      @Mixin ServerOptions server,
      @Option(names = "--all", description = "Those that have ended, too.") boolean all,
      @Option(
              names = "--domain",
              paramLabel = "ID",
              description = "Those in which a domain takes part, as producer or reader.")
          @Nullable String domain,
      @Option(names = "--json", description = "Write JSON.") boolean json) {
    List<JsonNode> found;
    try (Remote remote = server.remote(host)) {
      Map<String, @Nullable Object> variables = new HashMap<>();
      variables.put("open", all ? null : Boolean.TRUE);
      variables.put("domain", domain);
      found = Pages.all(remote, Texts.LIST, variables, "migrations");
    }
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      out.println(JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsString(found));
    } else {
      found.forEach(migration -> out.println(Texts.line(migration)));
      out.println(found.size() + (found.size() == 1 ? " migration." : " migrations."));
    }
    return ExitCode.FINE.code();
  }

  @Command(
      name = "show",
      mixinStandardHelpOptions = true,
      description = "Shows one migration: what breaks, who has to move, what happens when.",
      footer = {"", "Example:", "  concordat migration show payments/settlements/daily@1.0.0"})
  int show(
      @Mixin ServerOptions server,
      @Parameters(paramLabel = "MIGRATION", description = "<contract>@<version that is left>.")
          String id,
      @Option(names = "--json", description = "Write JSON.") boolean json) {
    try (Remote remote = server.remote(host)) {
      JsonNode found = remote.ask(Texts.SHOW, Map.of("id", id)).path("migration");
      if (!found.isObject()) {
        throw Stop.usage("There is no migration '" + id + "' on the server.");
      }
      PrintWriter out = spec.commandLine().getOut();
      if (json) {
        out.println(JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsString(found));
      } else {
        Texts.page(found).forEach(out::println);
      }
      return ExitCode.FINE.code();
    }
  }

  @Command(
      name = "acknowledge",
      mixinStandardHelpOptions = true,
      description = "Says for a reader that it knows of the break.",
      footer = {
        "",
        "Example:",
        "  concordat migration acknowledge payments/settlements/daily@1.0.0 --consumer finance/general-ledger/journal"
      })
  int acknowledge(@Mixin ServerOptions server, @Mixin OfReader of) {
    return tell(server, "acknowledgeMigration", "MigrationInput", of.input());
  }

  @Command(
      name = "start",
      mixinStandardHelpOptions = true,
      description = "Says that a reader is moving.",
      footer = {
        "",
        "Example:",
        "  concordat migration start payments/settlements/daily@1.0.0 --consumer finance/general-ledger/journal"
      })
  int start(@Mixin ServerOptions server, @Mixin OfReader of) {
    return tell(server, "startMigration", "MigrationInput", of.input());
  }

  @Command(
      name = "complete",
      mixinStandardHelpOptions = true,
      description = "Says that a reader has moved.",
      footer = {
        "",
        "Example:",
        "  concordat migration complete payments/settlements/daily@1.0.0 --consumer finance/general-ledger/journal"
      })
  int complete(@Mixin ServerOptions server, @Mixin OfReader of) {
    return tell(server, "completeMigration", "MigrationInput", of.input());
  }

  @Command(
      name = "extend",
      mixinStandardHelpOptions = true,
      description = "Asks that the old version be served for longer.",
      footer = {
        "",
        "Example:",
        "  concordat migration extend payments/settlements/daily@1.0.0 --consumer finance/general-ledger/journal \\",
        "    --until 2027-02-15 --reason \"The closing of the year comes first.\""
      })
  int extend(
      @Mixin ServerOptions server,
      @Mixin OfReader of,
      @Option(
              names = "--until",
              required = true,
              paramLabel = "DAY",
              description = "A day (its start, UTC) or an instant, later than the end of support.")
          String until,
      @Option(names = "--reason", required = true, paramLabel = "TEXT", description = "Why.")
          String reason) {
    Map<String, Object> input = of.input();
    input.put("until", Days.instant(until).toString());
    input.put("reason", reason);
    return tell(server, "requestExtension", "RequestExtensionInput", input);
  }

  @Command(
      name = "grant",
      mixinStandardHelpOptions = true,
      description = "Serves the old version until the day that a reader asked for.",
      footer = {
        "",
        "Example:",
        "  concordat migration grant payments/settlements/daily@1.0.0 --consumer finance/general-ledger/journal"
      })
  int grant(@Mixin ServerOptions server, @Mixin OfReader of) {
    return tell(server, "grantExtension", "MigrationInput", of.input());
  }

  @Command(
      name = "decline",
      mixinStandardHelpOptions = true,
      description = "Says no to a request for more time.",
      footer = {
        "",
        "Example:",
        "  concordat migration decline payments/settlements/daily@1.0.0 --consumer finance/general-ledger/journal \\",
        "    --reason \"The old store is switched off.\""
      })
  int decline(
      @Mixin ServerOptions server,
      @Mixin OfReader of,
      @Option(names = "--reason", required = true, paramLabel = "TEXT", description = "Why.")
          String reason) {
    Map<String, Object> input = of.input();
    input.put("reason", reason);
    return tell(server, "declineExtension", "DeclineExtensionInput", input);
  }

  private int tell(ServerOptions server, String mutation, String type, Map<String, Object> input) {
    input.put("idempotencyKey", "cli:" + UUID.randomUUID());
    try (Remote remote = server.remote(host)) {
      JsonNode payload =
          remote.ask(Texts.mutation(mutation, type), Map.of("input", input)).path(mutation);
      if (Payloads.refused(payload, spec.commandLine().getErr())) {
        return ExitCode.VIOLATIONS.code();
      }
      JsonNode migration = payload.path("migration");
      if (migration.isObject()) {
        Texts.page(migration).forEach(spec.commandLine().getOut()::println);
      } else {
        spec.commandLine().getOut().println("Done; it cannot be shown yet.");
      }
      return ExitCode.FINE.code();
    }
  }
}

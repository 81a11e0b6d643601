package io.concordat.cli.council;

import io.concordat.cli.host.Days;
import io.concordat.cli.host.ExitCode;
import io.concordat.cli.host.Host;
import io.concordat.cli.host.Stop;
import io.concordat.cli.remote.Pages;
import io.concordat.cli.remote.Remote;
import io.concordat.cli.remote.ServerOptions;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;

/** {@code concordat proposal}. */
@Command(
    name = "proposal",
    description = "Reads, tries, discusses and votes on what is proposed to the council.",
    footer = {
      "",
      "Examples:",
      "  concordat proposal list --status VOTING",
      "  concordat proposal show 0195f0a1-0000-7000-8000-000000000001",
      "  concordat proposal vote 0195f0a1-0000-7000-8000-000000000001 consent",
      "  concordat proposal what-if 0195f0a1-0000-7000-8000-000000000001",
      "  concordat proposal comment 0195f0a1-0000-7000-8000-000000000001 \"Why so early?\""
    })
public final class Proposal {

  private static final String ID = "Id of a proposal, as proposal list shows it.";

  private final Host host;

  @Spec private CommandSpec spec = CommandSpec.create();

  /** The command for a run. */
  public Proposal(Host host) {
    this.host = host;
  }

  @Command(
      name = "list",
      mixinStandardHelpOptions = true,
      description = "Lists proposals, the latest opened first.",
      footer = {"", "Example:", "  concordat proposal list --status VOTING,DISCUSSION"})
  int list(
      @Mixin ServerOptions server,
      @Option(
              names = "--status",
              split = ",",
              paramLabel = "STATUS",
              description = "Only these: ${COMPLETION-CANDIDATES}.")
          @Nullable List<Status> status,
      @Option(names = "--json", description = "Write JSON.") boolean json) {
    Map<String, @Nullable Object> variables = new HashMap<>();
    variables.put("status", status == null ? null : status.stream().map(Enum::name).toList());
    List<JsonNode> found;
    try (Remote remote = server.remote(host)) {
      found = Pages.all(remote, ProposalTexts.LIST, variables, "proposals");
    }
    Asking asking = new Asking(host, spec);
    if (json) {
      asking.json(found);
    } else {
      found.forEach(proposal -> asking.out().println(ProposalTexts.line(proposal)));
      asking.out().println(Page.plural(found.size(), "proposal") + ".");
    }
    return ExitCode.FINE.code();
  }

  @Command(
      name = "show",
      mixinStandardHelpOptions = true,
      description = "Shows a proposal: its text, its votes with their reasons, and its rounds.",
      footer = {"", "Example:", "  concordat proposal show 0195f0a1-0000-7000-8000-000000000001"})
  int show(
      @Mixin ServerOptions server,
      @Parameters(paramLabel = "PROPOSAL", description = ID) String id,
      @Option(names = "--json", description = "Write JSON.") boolean json) {
    return new Asking(host, spec)
        .show(
            server,
            ProposalTexts.SHOW,
            Map.of("id", id),
            "proposal",
            "There is no proposal '" + id + "' on the server.",
            json,
            found -> ProposalTexts.page(found).lines());
  }

  @Command(
      name = "vote",
      mixinStandardHelpOptions = true,
      description = {
        "Casts or changes the vote of the caller's domain.",
        "An objection needs a reason and a requested change."
      },
      footer = {
        "",
        "Examples:",
        "  concordat proposal vote 0195f0a1-0000-7000-8000-000000000001 consent",
        "  concordat proposal vote 0195f0a1-0000-7000-8000-000000000001 object \\",
        "    --reason \"Two of our sources have no such column.\" --requested-change \"Warn for a year.\""
      })
  int vote(
      @Mixin ServerOptions server,
      @Parameters(index = "0", paramLabel = "PROPOSAL", description = ID) String id,
      @Parameters(index = "1", paramLabel = "VOTE", description = "${COMPLETION-CANDIDATES}.")
          Choice choice,
      @Option(names = "--reason", paramLabel = "TEXT", description = "Why.")
          @Nullable String reason,
      @Option(
              names = "--requested-change",
              paramLabel = "TEXT",
              description = "What would win the domain's consent.")
          @Nullable String requestedChange,
      @Option(names = "--json", description = "Write JSON.") boolean json) {
    Map<String, Object> input = new HashMap<>();
    input.put("proposal", id);
    input.put("choice", choice.name().toUpperCase(Locale.ROOT));
    put(input, "reason", reason);
    put(input, "requestedChange", requestedChange);
    return new Asking(host, spec).tell(server, "castVote", "CastVoteInput", input, json);
  }

  @Command(
      name = "revise",
      mixinStandardHelpOptions = true,
      description = "Opens the next round with a changed policy. For the author's representative.",
      footer = {
        "",
        "Example:",
        "  concordat proposal revise 0195f0a1-0000-7000-8000-000000000001 owner-named.policy.yaml \\",
        "    --addressed payments,risk"
      })
  int revise(
      @Mixin ServerOptions server,
      @Mixin ProposedText text,
      @Parameters(index = "0", paramLabel = "PROPOSAL", description = ID) String id,
      @Parameters(index = "1", paramLabel = "FILE", description = "A policy file.") String file,
      @Option(
              names = "--addressed",
              split = ",",
              paramLabel = "DOMAIN",
              description = "Domains whose objections of the last round are addressed.")
          @Nullable List<String> addressed,
      @Option(names = "--json", description = "Write JSON.") boolean json) {
    return Proposing.revise(new Asking(host, spec), host, server, id, file, text, addressed, json);
  }

  @Command(
      name = "start",
      mixinStandardHelpOptions = true,
      description = "Opens the ballot of the current round. For the author's representative.",
      footer = {
        "",
        "Example:",
        "  concordat proposal start 0195f0a1-0000-7000-8000-000000000001 --closes 2026-12-15"
      })
  int start(
      @Mixin ServerOptions server,
      @Parameters(paramLabel = "PROPOSAL", description = ID) String id,
      @Option(
              names = "--closes",
              required = true,
              paramLabel = "DAY",
              description = "A day (its start, UTC) or an instant.")
          String closes,
      @Option(names = "--json", description = "Write JSON.") boolean json) {
    return new Asking(host, spec)
        .tell(
            server,
            "startVoting",
            "StartVotingInput",
            Map.of("proposal", id, "closesAt", Days.instant(closes).toString()),
            json);
  }

  @Command(
      name = "withdraw",
      mixinStandardHelpOptions = true,
      description = "Takes a proposal back. For the author's representative.",
      footer = {
        "",
        "Example:",
        "  concordat proposal withdraw 0195f0a1-0000-7000-8000-000000000001"
      })
  int withdraw(
      @Mixin ServerOptions server,
      @Parameters(paramLabel = "PROPOSAL", description = ID) String id,
      @Option(names = "--reason", paramLabel = "TEXT", description = "Why.")
          @Nullable String reason,
      @Option(names = "--json", description = "Write JSON.") boolean json) {
    Map<String, Object> input = new HashMap<>();
    input.put("proposal", id);
    put(input, "reason", reason);
    return new Asking(host, spec)
        .tell(server, "withdrawProposal", "WithdrawProposalInput", input, json);
  }

  @Command(
      name = "open",
      mixinStandardHelpOptions = true,
      description = {
        "Proposes a change of any kind from a file: YAML or JSON with kind, title, rationale,",
        "effectiveFrom, and what changes, named as in GraphQL's PolicyChangeInput."
      },
      footer = {
        "",
        "Examples:",
        "  concordat proposal open four-objections.change.yaml",
        "  concordat proposal open --kind GRANT_WAIVER tags.waiver.yaml --title \"Time for tags\""
      })
  int open(
      @Mixin ServerOptions server,
      @Parameters(paramLabel = "FILE", description = "A file that holds the change.") String file,
      @Option(
              names = "--kind",
              paramLabel = "KIND",
              description = "Where the file has no kind: ${COMPLETION-CANDIDATES}.")
          ChangeFile.@Nullable Kind kind,
      @Option(
              names = "--title",
              paramLabel = "TEXT",
              description = "One line; without it, the file's.")
          @Nullable String title,
      @Option(
              names = "--rationale",
              paramLabel = "TEXT",
              description = "Why, in Markdown; without it, the file's.")
          @Nullable String rationale,
      @Option(names = "--json", description = "Write JSON.") boolean json) {
    ChangeFile read = ChangeFile.read(host, file, kind);
    Map<String, Object> input = new HashMap<>();
    input.put("title", needed(title, read.title(), "title", file));
    input.put("rationale", needed(rationale, read.rationale(), "rationale", file));
    input.put("change", read.change());
    put(input, "effectiveFrom", read.effectiveFrom());
    return new Asking(host, spec).tell(server, "openProposal", "OpenProposalInput", input, json);
  }

  @Command(
      name = "what-if",
      mixinStandardHelpOptions = true,
      description = {
        "Tries a proposal on the contracts in force, and tells how far it is on standard error.",
        "Exit codes: 0 none would fail, 1 some would, 2 and 3 as everywhere."
      },
      footer = {
        "",
        "Example:",
        "  concordat proposal what-if 0195f0a1-0000-7000-8000-000000000001 --months 3"
      })
  int whatIf(
      @Mixin ServerOptions server,
      @Mixin Trying.Reach reach,
      @Parameters(paramLabel = "PROPOSAL", description = ID) String id,
      @Option(names = "--json", description = "Write JSON.") boolean json) {
    return Trying.run(
        new Asking(host, spec),
        host,
        server,
        Map.of("proposal", id),
        reach,
        spec.commandLine().getErr(),
        json);
  }

  @Command(
      name = "comments",
      mixinStandardHelpOptions = true,
      description = "Lists what is said about a proposal, the oldest first.",
      footer = {
        "",
        "Example:",
        "  concordat proposal comments 0195f0a1-0000-7000-8000-000000000001"
      })
  int comments(
      @Mixin ServerOptions server,
      @Parameters(paramLabel = "PROPOSAL", description = ID) String id,
      @Option(names = "--json", description = "Write JSON.") boolean json) {
    return Comments.list(new Asking(host, spec), host, server, id, json);
  }

  @Command(
      name = "comment",
      mixinStandardHelpOptions = true,
      description = "Says something about a proposal, in Markdown.",
      footer = {
        "",
        "Example:",
        "  concordat proposal comment 0195f0a1-0000-7000-8000-000000000001 \"Why so early?\""
      })
  int comment(
      @Mixin ServerOptions server,
      @Parameters(index = "0", paramLabel = "PROPOSAL", description = ID) String id,
      @Parameters(index = "1", paramLabel = "TEXT", description = "At most 8,000 characters.")
          String body,
      @Option(
              names = "--parent",
              paramLabel = "COMMENT",
              description = "Id of the comment that it answers.")
          @Nullable String parent,
      @Option(names = "--json", description = "Write JSON.") boolean json) {
    return Comments.add(new Asking(host, spec), server, id, body, parent, json);
  }

  private static String needed(
      @Nullable String typed, @Nullable String written, String name, String file) {
    String text = typed == null ? written : typed;
    if (text == null) {
      throw Stop.usage(
          "%s has no %s; write one, or name it with --%s.".formatted(file, name, name));
    }
    return text;
  }

  private static void put(Map<String, Object> input, String name, @Nullable String value) {
    if (value != null) {
      input.put(name, value);
    }
  }

  /** Where a proposal can stand. */
  enum Status {
    DRAFT,
    DISCUSSION,
    VOTING,
    ADOPTED,
    SENT_BACK,
    LAPSED,
    WITHDRAWN
  }

  /** What a domain can say. */
  enum Choice {
    consent,
    abstain,
    object
  }
}

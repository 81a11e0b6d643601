package io.concordat.cli.council;

import io.concordat.cli.host.ExitCode;
import io.concordat.cli.host.Host;
import io.concordat.cli.host.Stop;
import io.concordat.cli.remote.Pages;
import io.concordat.cli.remote.Remote;
import io.concordat.cli.remote.ServerOptions;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;

/** {@code concordat council}. */
@Command(
    name = "council",
    description = "Tells what waits for the council and what it has decided; names delegates.",
    footer = {
      "",
      "Examples:",
      "  concordat council agenda",
      "  concordat council meetings",
      "  concordat council minutes 2026-12",
      "  concordat council delegate payments dan --until 2027-01-15"
    })
public final class Council {

  private final Host host;

  @Spec private CommandSpec spec = CommandSpec.create();

  /** The command for a run. */
  public Council(Host host) {
    this.host = host;
  }

  @Command(
      name = "agenda",
      mixinStandardHelpOptions = true,
      description = {
        "Tells what waits for the council now: open ballots and who has not voted, proposals under",
        "discussion or sent back, policy sets to come, waivers and migrations that end soon."
      },
      footer = {"", "Example:", "  concordat council agenda"})
  int agenda(
      @Mixin ServerOptions server,
      @Option(names = "--json", description = "Write JSON.") boolean json) {
    return new Asking(host, spec)
        .show(
            server,
            MeetingTexts.AGENDA,
            Map.of(),
            "agenda",
            "The server has no agenda.",
            json,
            MeetingTexts::agenda);
  }

  @Command(
      name = "meetings",
      mixinStandardHelpOptions = true,
      description = "Lists the meetings in the calendar, the latest first.",
      footer = {"", "Example:", "  concordat council meetings"})
  int meetings(
      @Mixin ServerOptions server,
      @Option(names = "--json", description = "Write JSON.") boolean json) {
    List<JsonNode> found = meetings(server);
    Asking asking = new Asking(host, spec);
    if (json) {
      asking.json(found);
    } else {
      found.forEach(meeting -> asking.out().println(MeetingTexts.line(meeting)));
      asking.out().println(Page.plural(found.size(), "meeting") + ".");
    }
    return ExitCode.FINE.code();
  }

  @Command(
      name = "minutes",
      mixinStandardHelpOptions = true,
      description = "Writes the minutes of a meeting, in Markdown.",
      footer = {
        "",
        "Examples:",
        "  concordat council minutes",
        "  concordat council minutes 2026-12",
        "  concordat council minutes 2026-12 --draft"
      })
  int minutes(
      @Mixin ServerOptions server,
      @Parameters(
              arity = "0..1",
              paramLabel = "MONTH",
              description =
                  "The meeting's month; without it, the last one that has minutes, or with --draft"
                      + " the first one that has none.")
          @Nullable String month,
      @Option(
              names = "--draft",
              description = "The minutes as they would be recorded now, of a meeting without any.")
          boolean draft,
      @Option(names = "--json", description = "Write JSON.") boolean json) {
    String id = month == null ? pick(meetings(server), draft) : month;
    String missing = "There is no meeting '" + id + "' in the calendar.";
    return new Asking(host, spec)
        .show(
            server,
            draft ? MeetingTexts.DRAFT : MeetingTexts.MINUTES,
            Map.of("id", id),
            "meeting",
            missing,
            json,
            found -> draft ? MeetingTexts.draft(found) : MeetingTexts.minutes(found));
  }

  @Command(
      name = "delegate",
      mixinStandardHelpOptions = true,
      description = {
        "Names who acts for a domain for a time, beside its representative. For the representative."
      },
      footer = {"", "Example:", "  concordat council delegate payments dan --until 2027-01-15"})
  int delegate(
      @Mixin ServerOptions server,
      @Parameters(index = "0", paramLabel = "DOMAIN", description = "The domain of the seat.")
          String domain,
      @Parameters(index = "1", paramLabel = "PERSON", description = "Subject of the delegate.")
          String person,
      @Option(
              names = "--from",
              paramLabel = "DAY",
              description = "A day (its start, UTC) or an instant; without it, at once.")
          @Nullable String from,
      @Option(
              names = "--until",
              required = true,
              paramLabel = "DAY",
              description = "When it ends by itself, at most 366 days after it begins.")
          String until,
      @Option(names = "--json", description = "Write JSON.") boolean json) {
    return Delegating.delegate(new Asking(host, spec), server, domain, person, from, until, json);
  }

  @Command(
      name = "revoke",
      mixinStandardHelpOptions = true,
      description = {
        "Ends the delegation of a seat before its time. For the representative, the delegate and",
        "governance engineers."
      },
      footer = {"", "Example:", "  concordat council revoke payments"})
  int revoke(
      @Mixin ServerOptions server,
      @Parameters(paramLabel = "DOMAIN", description = "The domain of the seat.") String domain,
      @Option(names = "--json", description = "Write JSON.") boolean json) {
    return Delegating.revoke(new Asking(host, spec), server, domain, json);
  }

  private List<JsonNode> meetings(ServerOptions server) {
    try (Remote remote = server.remote(host)) {
      return Pages.all(remote, MeetingTexts.LIST, Map.of(), "meetings");
    }
  }

  private static String pick(List<JsonNode> latestFirst, boolean draft) {
    List<JsonNode> fitting =
        latestFirst.stream()
            .filter(meeting -> meeting.path("minutes").isObject() != draft)
            .toList();
    if (fitting.isEmpty()) {
      throw Stop.usage(
          draft
              ? "Every meeting in the calendar has minutes; see: concordat council minutes"
              : "No meeting has minutes yet; see: concordat council minutes --draft");
    }
    return Page.of(draft ? fitting.getLast() : fitting.getFirst(), "id");
  }
}

package io.concordat.cli.council;

import io.concordat.cli.host.Stop;
import io.concordat.cli.report.Escapes;
import java.util.List;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;

/** Meetings in GraphQL and for people. */
final class MeetingTexts {

  /** The question for what waits for the council. */
  static final String AGENDA =
      """
      query {
        agenda {
          at horizon meeting { id startsAt endsAt }
          voting { ...brief notVoted { id } reminders { round daysBefore remindedAt } }
          sentBack { ...brief }
          discussion { ...brief }
          scheduled { number effectiveFrom proposal { id title } }
          waivers { id policy contract owner until }
          drift { domain { id } contracts }
          migrations { id successor supportedUntil pending { id } }
        }
      }
      fragment brief on Proposal {
        id title status round author { id } closesAt consents abstentions objections
      }\
      """;

  /** The question for a page of meetings. */
  static final String LIST =
      """
      query($first: Int, $after: String) {
        meetings(first: $first, after: $after) {
          edges { node { id startsAt endsAt minutes { recordedAt recordedBy digest } } }
          pageInfo { hasNextPage endCursor }
        }
      }\
      """;

  /** The question for minutes. */
  static final String MINUTES =
      """
      query($id: ID!) { meeting(id: $id) {
        id startsAt endsAt minutes { from to text digest reason recordedBy recordedAt }
      } }\
      """;

  /** The question for minutes that are not on record. */
  static final String DRAFT = "query($id: ID!) { meeting(id: $id) { id startsAt endsAt draft } }";

  private MeetingTexts() {}

  static String line(JsonNode meeting) {
    JsonNode minutes = meeting.path("minutes");
    return "%s  %s  %s"
        .formatted(
            Page.of(meeting, "id"),
            Page.of(meeting, "startsAt"),
            minutes.isObject()
                ? "minutes of %s by %s"
                    .formatted(Page.of(minutes, "recordedAt"), Page.of(minutes, "recordedBy"))
                : "no minutes");
  }

  static List<String> agenda(JsonNode agenda) {
    Page page = new Page();
    JsonNode meeting = agenda.path("meeting");
    page.fact(
        "meeting",
        meeting.isObject()
            ? Page.of(meeting, "id") + ", begins " + Page.of(meeting, "startsAt")
            : "none in the calendar");
    section(page, "In voting", agenda.path("voting"), MeetingTexts::voting);
    section(page, "Sent back", agenda.path("sentBack"), ProposalTexts::line);
    section(page, "Under discussion", agenda.path("discussion"), ProposalTexts::line);
    section(
        page,
        "Policy sets to come",
        agenda.path("scheduled"),
        set ->
            "%d from %s: %s"
                .formatted(
                    Page.number(set, "number"),
                    Page.of(set, "effectiveFrom"),
                    Page.of(set.path("proposal"), "title")));
    section(
        page,
        "Waivers that end",
        agenda.path("waivers"),
        waiver ->
            "%s  %s may break %s, answered for by %s"
                .formatted(
                    Page.of(waiver, "until"),
                    Page.of(waiver, "contract"),
                    Page.of(waiver, "policy"),
                    Page.of(waiver, "owner")));
    section(
        page,
        "Domains whose contracts have drifted from the rules",
        agenda.path("drift"),
        drift ->
            Page.of(drift.path("domain"), "id")
                + ": "
                + Page.plural(Page.number(drift, "contracts"), "contract"));
    section(
        page,
        "Migrations that end",
        agenda.path("migrations"),
        migration ->
            "%s  %s to %s, %d not moved"
                .formatted(
                    Page.of(migration, "supportedUntil"),
                    Page.of(migration, "id"),
                    Page.of(migration, "successor"),
                    migration.path("pending").size()));
    return page.lines();
  }

  static List<String> minutes(JsonNode meeting) {
    JsonNode minutes = meeting.path("minutes");
    if (!minutes.isObject()) {
      throw Stop.usage(
          "The minutes of %s are not on record; see: concordat council minutes %s --draft"
              .formatted(Page.of(meeting, "id"), Page.of(meeting, "id")));
    }
    return text(minutes.path("text").asString(""));
  }

  static List<String> draft(JsonNode meeting) {
    JsonNode draft = meeting.path("draft");
    if (!draft.isString()) {
      throw Stop.usage(
          "The minutes of %s are on record; see: concordat council minutes %s"
              .formatted(Page.of(meeting, "id"), Page.of(meeting, "id")));
    }
    return text(draft.asString());
  }

  private static String voting(JsonNode proposal) {
    String silent = Page.ids(proposal.path("notVoted"));
    return ProposalTexts.line(proposal)
        + (silent.isEmpty() ? "; all have voted" : "; not voted: " + silent);
  }

  private static void section(
      Page page, String title, JsonNode entries, Function<JsonNode, String> line) {
    page.line(title + ": " + entries.size());
    entries.forEach(entry -> page.line("  " + line.apply(entry)));
  }

  private static List<String> text(String markdown) {
    return markdown.lines().map(Escapes::line).toList();
  }
}

package io.concordat.cli.council;

import java.util.Locale;
import tools.jackson.databind.JsonNode;

/** Proposals in GraphQL and for people. */
final class ProposalTexts {

  /** The question for a page of proposals. */
  static final String LIST =
      """
      query($status: [ProposalStatus!], $first: Int, $after: String) {
        proposals(status: $status, first: $first, after: $after) {
          edges { node { id title status round author { id } closesAt consents abstentions objections } }
          pageInfo { hasNextPage endCursor }
        }
      }\
      """;

  private static final String FIELDS =
      """
      fragment whole on Proposal {
        id title rationale status round author { id } openedAt closesAt effectiveFrom policySet
        consents abstentions objections
        change { kind policyId policy { title scope severity expression message } }
        votes { domain { id } voter choice reason requestedChange castAt }
        notVoted { id }
        reminders { round daysBefore remindedAt domains { id } }
        history {
          round title outcome endedAt addressed { id }
          votes { domain { id } choice reason requestedChange standing }
        }
      }\
      """;

  /** The question for one proposal. */
  static final String SHOW = "query($id: ID!) { proposal(id: $id) { ...whole } }\n" + FIELDS;

  private ProposalTexts() {}

  /** A mutation of a proposal. */
  static String mutation(String name, String input) {
    return """
    mutation($input: %s!) { %s(input: $input) {
      proposal { ...whole } userErrors { code message path }
    } }
    """
            .formatted(input, name)
        + FIELDS;
  }

  /** One line of a list. */
  static String line(JsonNode proposal) {
    return "%s  %-10s round %d  %s  %s: %s%s"
        .formatted(
            Page.of(proposal, "id"),
            Page.of(proposal, "status"),
            Page.number(proposal, "round"),
            tally(proposal),
            Page.of(proposal.path("author"), "id"),
            Page.of(proposal, "title"),
            closes(proposal));
  }

  /** All that there is to say of one. */
  static Page page(JsonNode proposal) {
    Page page =
        new Page()
            .fact("proposal", Page.of(proposal, "id"))
            .fact("title", Page.of(proposal, "title"))
            .fact(
                "status",
                "%s, round %d, by %s, opened %s%s"
                    .formatted(
                        Page.of(proposal, "status"),
                        Page.number(proposal, "round"),
                        Page.of(proposal.path("author"), "id"),
                        Page.of(proposal, "openedAt"),
                        closes(proposal)));
    JsonNode change = proposal.path("change");
    page.fact("change", Page.of(change, "kind") + " " + Page.of(change, "policyId"));
    JsonNode policy = change.path("policy");
    if (policy.isObject()) {
      page.fact("scope", Page.of(policy, "scope") + ", " + Page.of(policy, "severity"));
      page.line("expression").text(policy.path("expression").asString(""));
      page.fact("message", Page.of(policy, "message"));
    }
    page.line("rationale").text(proposal.path("rationale").asString(""));
    if (proposal.path("policySet").isNumber()) {
      page.fact("policy set", String.valueOf(Page.number(proposal, "policySet")));
    }
    page.fact("votes", tally(proposal));
    proposal.path("votes").forEach(vote -> page.line(vote(vote)));
    String silent = Page.ids(proposal.path("notVoted"));
    if (!silent.isEmpty()) {
      page.fact("not voted", silent);
    }
    proposal
        .path("reminders")
        .forEach(reminder ->
            page.line(
                "  %s  reminded, %d days before the closing of round %d: %s"
                    .formatted(
                        Page.of(reminder, "remindedAt"),
                        Page.number(reminder, "daysBefore"),
                        Page.number(reminder, "round"),
                        Page.ids(reminder.path("domains")))));
    proposal
        .path("history")
        .valueStream()
        .filter(round -> !round.path("outcome").asString("").isEmpty())
        .forEach(round -> past(page, round));
    return page;
  }

  private static void past(Page page, JsonNode round) {
    page.line(
        "round %d     %s %s: %s"
            .formatted(
                Page.number(round, "round"),
                Page.of(round, "outcome"),
                Page.of(round, "endedAt"),
                Page.of(round, "title")));
    round
        .path("votes")
        .valueStream()
        .filter(vote -> vote.path("standing").asBoolean(false))
        .forEach(vote -> page.line(vote(vote)));
  }

  private static String vote(JsonNode vote) {
    String reason = Page.of(vote, "reason");
    String wish = Page.of(vote, "requestedChange");
    return "  %-8s %s%s%s"
        .formatted(
            Page.of(vote, "choice").toLowerCase(Locale.ROOT),
            Page.of(vote.path("domain"), "id"),
            reason.isEmpty() ? "" : ": " + reason,
            wish.isEmpty() ? "" : " Asks for: " + wish);
  }

  static String tally(JsonNode proposal) {
    return "%d for, %d against, %d abstain"
        .formatted(
            Page.number(proposal, "consents"),
            Page.number(proposal, "objections"),
            Page.number(proposal, "abstentions"));
  }

  private static String closes(JsonNode proposal) {
    String at = Page.of(proposal, "closesAt");
    return at.isEmpty() ? "" : ", closes " + at;
  }
}

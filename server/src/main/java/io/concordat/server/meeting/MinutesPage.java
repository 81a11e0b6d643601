package io.concordat.server.meeting;

import static io.concordat.server.export.MarkdownText.escaped;
import static io.concordat.server.export.MarkdownText.minute;

import io.concordat.contract.export.MarkdownCode;
import io.concordat.messages.Event;
import io.concordat.messages.council.CouncilEvent;
import io.concordat.messages.council.ProposalAdopted;
import io.concordat.messages.council.ProposalId;
import io.concordat.messages.council.ProposalLapsed;
import io.concordat.messages.council.ProposalOpened;
import io.concordat.messages.council.ProposalRevised;
import io.concordat.messages.council.ProposalSentBack;
import io.concordat.messages.council.ProposalWithdrawn;
import io.concordat.messages.council.VoteCast;
import io.concordat.messages.council.VoteChoice;
import io.concordat.messages.meeting.MeetingScheduled;
import io.concordat.messages.meeting.Minutes;
import io.concordat.messages.mesh.DomainId;
import io.concordat.messages.policy.PolicyChange;
import io.concordat.messages.policy.PolicySetChanged;
import io.concordat.messages.policy.Waiver;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Minutes as a Markdown page. The same events make the same page. What people wrote stays text. */
final class MinutesPage {

  private static final String CUT =
      "\n\n… There was more than minutes may hold; the rest is in the proposals.\n";

  private final StringBuilder page = new StringBuilder();
  private final Span span;
  private final List<ProposalStory> stories;
  private final List<Event> council;

  private MinutesPage(Span span, List<ProposalStory> stories, List<Event> council) {
    this.span = span;
    this.council = council;
    this.stories = stories;
  }

  /**
   * The page.
   *
   * @param proposals whole streams of those to which something happened in the span
   * @param council the whole stream
   * @param policySets the whole stream
   */
  static String of(
      MeetingScheduled meeting,
      Span span,
      Map<ProposalId, List<Event>> proposals,
      List<Event> council,
      List<Event> policySets) {
    MinutesPage page =
        new MinutesPage(
            span,
            proposals.entrySet().stream()
                .map(entry -> new ProposalStory(entry.getKey(), entry.getValue()))
                .filter(ProposalStory::opened)
                .toList(),
            council);
    page.head(meeting);
    page.decisions(policySets);
    page.inVoting();
    page.discussed();
    page.seats();
    page.waivers(policySets);
    return cut(page.page.toString());
  }

  /** Minutes that are too long to be kept end with a line that says so. */
  static String cut(String text) {
    if (text.length() <= Minutes.LONGEST) {
      return text;
    }
    int end = Minutes.LONGEST - CUT.length();
    return text.substring(0, Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end) + CUT;
  }

  private void head(MeetingScheduled meeting) {
    Instant from = span.from();
    line("# Minutes of the council, " + meeting.meeting());
    line("");
    line(
        "Meeting of "
            + minute(meeting.startsAt())
            + ". What happened "
            + (from == null ? "" : "from " + minute(from) + " ")
            + "until "
            + minute(span.to())
            + ", written from the events.");
  }

  private void decisions(List<Event> policySets) {
    section("Adopted");
    each(
        ProposalAdopted.class,
        ProposalAdopted::adoptedAt,
        (story, adopted) -> {
          proposal(story, adopted.round(), adopted.adoptedAt());
          setsOf(story.id(), policySets)
              .forEach(set ->
                  line(
                      "- Policy set "
                          + set.number()
                          + ", in force from "
                          + minute(set.effectiveFrom())
                          + "."));
          votes(story, adopted.round());
        });
    section("Sent back");
    each(
        ProposalSentBack.class,
        ProposalSentBack::sentBackAt,
        (story, back) -> {
          proposal(story, back.round(), back.sentBackAt());
          line(
              switch (back.reason()) {
                case OBJECTIONS -> "- By the objections of " + domains(back.objections()) + ".";
                case NOT_CARRIED -> "- It did not carry.";
              });
          votes(story, back.round());
        });
    section("Lapsed");
    each(
        ProposalLapsed.class,
        ProposalLapsed::lapsedAt,
        (story, lapsed) -> {
          proposal(story, lapsed.round(), lapsed.lapsedAt());
          line(
              "- " + lapsed.votes() + " of the " + lapsed.needed() + " votes that a quorum needs.");
          votes(story, lapsed.round());
        });
    section("Withdrawn");
    each(
        ProposalWithdrawn.class,
        ProposalWithdrawn::withdrawnAt,
        (story, withdrawn) -> {
          proposal(story, withdrawn.round(), withdrawn.withdrawnAt());
          String reason = withdrawn.reason();
          line("- " + (reason == null ? "No reason was given." : "Reason: " + escaped(reason)));
          votes(story, withdrawn.round());
        });
  }

  private void inVoting() {
    section("Votes on what is still open");
    int before = page.length();
    for (ProposalStory story : stories) {
      story
          .of(VoteCast.class)
          .filter(cast -> span.holds(cast.castAt()) && story.end(cast.round()).isEmpty())
          .map(VoteCast::round)
          .distinct()
          .forEach(round -> {
            proposal(story, round, null);
            votes(story, round);
          });
    }
    nothing(before);
  }

  private void discussed() {
    section("Opened and revised");
    int before = page.length();
    for (ProposalStory story : stories) {
      story
          .of(ProposalOpened.class)
          .filter(opened -> span.holds(opened.openedAt()))
          .forEach(opened ->
              line(
                  "- %s: %s opened %s (%s)."
                      .formatted(
                          minute(opened.openedAt()),
                          opened.author(),
                          escaped(opened.title()),
                          MarkdownCode.span(story.id().toString()))));
      story
          .of(ProposalRevised.class)
          .filter(revised -> span.holds(revised.revisedAt()))
          .forEach(revised ->
              line(
                  "- %s: %s revised %s (%s), round %d%s."
                      .formatted(
                          minute(revised.revisedAt()),
                          story.author(),
                          escaped(revised.title()),
                          MarkdownCode.span(story.id().toString()),
                          revised.round(),
                          revised.addressed().isEmpty()
                              ? ""
                              : ", to address " + domains(revised.addressed()))));
    }
    nothing(before);
  }

  private void seats() {
    section("Seats and rules of the council");
    int before = page.length();
    council.stream()
        .map(event -> (CouncilEvent) event)
        .forEach(event -> {
          Seating seating = Seating.of(event);
          if (span.holds(seating.at())) {
            line("- " + minute(seating.at()) + ": " + seating.sentence());
          }
        });
    nothing(before);
  }

  private void waivers(List<Event> policySets) {
    section("Waivers");
    int before = page.length();
    Set<ProposalId> adopted =
        stories.stream()
            .filter(story ->
                story.of(ProposalAdopted.class).anyMatch(each -> span.holds(each.adoptedAt())))
            .map(ProposalStory::id)
            .collect(Collectors.toSet());
    List<String> revoked = new ArrayList<>();
    for (PolicySetChanged set : of(policySets, PolicySetChanged.class).toList()) {
      if (set.change() instanceof PolicyChange.RevokeWaiver(String id)) {
        revoked.add(id);
        if (adopted.contains(set.proposal())) {
          line("- Revoked: " + MarkdownCode.span(id) + ".");
        }
      }
      if (set.change() instanceof PolicyChange.GrantWaiver(Waiver waiver)
          && adopted.contains(set.proposal())) {
        line("- Granted: " + waiver(waiver) + " Reason: " + escaped(waiver.reason()));
      }
    }
    of(policySets, PolicySetChanged.class)
        .map(PolicySetChanged::change)
        .filter(PolicyChange.GrantWaiver.class::isInstance)
        .map(granted -> ((PolicyChange.GrantWaiver) granted).waiver())
        .filter(waiver -> span.holds(waiver.until()) && !revoked.contains(waiver.id()))
        .distinct()
        .forEach(waiver -> line("- Ended: " + waiver(waiver)));
    nothing(before);
  }

  private static String waiver(Waiver waiver) {
    return "%s may break %s until %s, answered for by %s."
        .formatted(
            MarkdownCode.span(waiver.contract()),
            MarkdownCode.span(waiver.policy()),
            minute(waiver.until()),
            escaped(waiver.owner()));
  }

  private void proposal(ProposalStory story, int round, @Nullable Instant at) {
    ProposalStory.Text text = story.text(round);
    line("### " + escaped(text.title()));
    line("");
    line(
        "- Proposal %s of %s, round %d%s."
            .formatted(
                MarkdownCode.span(story.id().toString()),
                story.author(),
                round,
                at == null ? "" : ", " + minute(at)));
    line("- " + ChangeWords.of(text.change()));
  }

  private void votes(ProposalStory story, int round) {
    CountedVotes votes = story.votes(round, span, council);
    line("");
    if (votes.none()) {
      line("Nobody voted.");
      line("");
      return;
    }
    line("| domain | vote | by | at | reason | requested change |");
    line("|---|---|---|---|---|---|");
    votes
        .counted()
        .forEach(cast ->
            line(
                "| %s | %s | %s | %s | %s | %s |"
                    .formatted(
                        cast.domain(),
                        cast.choice().name().toLowerCase(Locale.ROOT),
                        escaped(cast.voter().value()),
                        minute(cast.castAt()),
                        escaped(Objects.requireNonNullElse(cast.reason(), "")),
                        escaped(Objects.requireNonNullElse(cast.requestedChange(), "")))));
    line("");
    line(
        "Consent %d, abstain %d, object %d; %d seats."
            .formatted(
                votes.of(VoteChoice.CONSENT),
                votes.of(VoteChoice.ABSTAIN),
                votes.of(VoteChoice.OBJECT),
                votes.seats()));
    if (!votes.uncounted().isEmpty()) {
      line("Not counted, for want of a seat at the end: " + domains(votes.uncounted()) + ".");
    }
    line("");
  }

  private <E extends Event> void each(Class<E> type, Times<E> time, Teller<E> teller) {
    int before = page.length();
    for (ProposalStory story : stories) {
      story
          .of(type)
          .filter(event -> span.holds(time.of(event)))
          .forEach(event -> teller.tell(story, event));
    }
    nothing(before);
  }

  private static List<PolicySetChanged> setsOf(ProposalId proposal, List<Event> policySets) {
    return of(policySets, PolicySetChanged.class)
        .filter(set -> set.proposal().equals(proposal))
        .toList();
  }

  private static <E extends Event> Stream<E> of(List<Event> events, Class<E> type) {
    return events.stream().filter(type::isInstance).map(type::cast);
  }

  private static String domains(List<DomainId> domains) {
    return domains.stream().map(DomainId::value).collect(Collectors.joining(", "));
  }

  private void section(String title) {
    line("");
    line("## " + title);
    line("");
  }

  private void nothing(int before) {
    if (page.length() == before) {
      line("Nothing.");
    }
  }

  private void line(String text) {
    page.append(text).append('\n');
  }

  /** When an event happened. */
  private interface Times<E> {
    Instant of(E event);
  }

  /** Tells of an event. */
  private interface Teller<E> {
    void tell(ProposalStory story, E event);
  }
}

package io.concordat.queryside.council;

import static io.concordat.queryside.Documents.optionalTime;
import static io.concordat.queryside.Documents.part;
import static io.concordat.queryside.Documents.subject;
import static io.concordat.queryside.Documents.text;
import static io.concordat.queryside.Documents.time;

import io.concordat.messages.council.ObjectionView;
import io.concordat.messages.council.ProposalId;
import io.concordat.messages.council.ProposalStatus;
import io.concordat.messages.council.ProposalView;
import io.concordat.messages.council.RoundOutcome;
import io.concordat.messages.council.RoundView;
import io.concordat.messages.council.VoteChoice;
import io.concordat.messages.council.VoteView;
import io.concordat.messages.mesh.DomainId;
import io.concordat.messages.policy.ProposedChange;
import io.concordat.queryside.Documents;
import io.concordat.readstore.document.Values;
import io.concordat.readstore.document.Views;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * Reads proposals from their documents. In each round the last vote of a domain stands, unless the
 * domain gave up its seat before the end; a round ended as it first ended.
 */
final class Proposals {

  /** Field of proposals that are or were under discussion. */
  static final String OPENED = "openedAt";

  private Proposals() {}

  static ProposalView view(Document document, SeatHistory seats) {
    Document state = part(document, Views.STATE);
    boolean opened = document.containsKey(OPENED);
    @Nullable Document draft = document.get(Views.DRAFT, Document.class);
    List<Document> votes = Documents.parts(document, "votes").toList();
    List<RoundView> rounds =
        opened
            ? Documents.numbered(document, "rounds")
                .map(round ->
                    round(round.getKey().intValue(), (Document) round.getValue(), votes, seats))
                .toList()
            : List.of(round(1, Objects.requireNonNull(draft), List.of(), seats));
    return new ProposalView(
        ProposalId.of(text(document, Views.ID)),
        ProposalStatus.valueOf(text(state, Views.STATUS)),
        new DomainId(text(document, "author")),
        subject(document, opened ? "openedBy" : "draftedBy"),
        time(document, opened ? OPENED : "draftedAt"),
        optionalTime(opened ? document : draft, "effectiveFrom"),
        state.get("round", Number.class).intValue(),
        inContext(rounds),
        document.getInteger("policySet"));
  }

  private static RoundView round(
      int number, Document round, List<Document> votes, SeatHistory seats) {
    Document text = part(round, "text");
    @Nullable Document ballot = round.get("ballot", Document.class);
    @Nullable Document end = Documents.parts(round, "ends").findFirst().orElse(null);
    return new RoundView(
        number,
        text(text, "title"),
        text(text, "rationale"),
        Values.value(part(text, "change"), ProposedChange.class),
        optionalTime(ballot, "startedAt"),
        optionalTime(ballot, "closesAt"),
        votes(
            number,
            votes.stream().filter(vote -> vote.getInteger("round", 0) == number).toList(),
            seats,
            optionalTime(end, "at")),
        Objects.requireNonNull(text.getList("addressed", String.class)).stream()
            .map(DomainId::new)
            .toList(),
        end == null ? null : RoundOutcome.valueOf(text(end, "outcome")),
        optionalTime(end, "at"),
        List.of(),
        null);
  }

  /** The rounds with what each owes to its neighbours. */
  private static List<RoundView> inContext(List<RoundView> rounds) {
    return IntStream.range(0, rounds.size())
        .mapToObj(i -> {
          RoundView round = rounds.get(i);
          return new RoundView(
              round.round(),
              round.title(),
              round.rationale(),
              round.change(),
              round.startedAt(),
              round.closesAt(),
              round.votes(),
              round.addressed(),
              round.outcome(),
              round.endedAt(),
              objections(round, rounds.subList(i + 1, rounds.size())),
              i == 0 ? null : rounds.get(i - 1).text());
        })
        .toList();
  }

  private static List<ObjectionView> objections(RoundView round, List<RoundView> later) {
    Set<DomainId> addressed = new HashSet<>();
    for (RoundView revision : later) {
      addressed.addAll(revision.addressed());
      if (revision.startedAt() != null) {
        break;
      }
    }
    return round.votes().stream()
        .filter(vote -> vote.standing() && vote.choice() == VoteChoice.OBJECT)
        .sorted(Comparator.comparing(VoteView::domain))
        .map(vote ->
            new ObjectionView(
                vote.domain(),
                vote.voter(),
                vote.reason(),
                vote.requestedChange(),
                later.isEmpty() ? null : addressed.contains(vote.domain())))
        .toList();
  }

  private static List<VoteView> votes(
      int round, List<Document> cast, SeatHistory seats, @Nullable Instant ended) {
    Map<String, Integer> standing = new HashMap<>();
    for (int i = 0; i < cast.size(); i++) {
      standing.put(text(cast.get(i), Views.DOMAIN), i);
    }
    return IntStream.range(0, cast.size())
        .mapToObj(i -> vote(round, cast.get(i), standing.containsValue(i), seats, ended))
        .toList();
  }

  private static VoteView vote(
      int round, Document vote, boolean last, SeatHistory seats, @Nullable Instant ended) {
    DomainId domain = new DomainId(text(vote, Views.DOMAIN));
    Instant castAt = time(vote, "castAt");
    return new VoteView(
        round,
        domain,
        subject(vote, "voter"),
        VoteChoice.valueOf(text(vote, "choice")),
        vote.getString("reason"),
        vote.getString("requestedChange"),
        castAt,
        last && seats.kept(domain, castAt, ended));
  }
}

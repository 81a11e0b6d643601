package io.concordat.queryside.council;

import static io.concordat.queryside.Documents.optionalTime;
import static io.concordat.queryside.Documents.part;
import static io.concordat.queryside.Documents.subject;
import static io.concordat.queryside.Documents.text;
import static io.concordat.queryside.Documents.time;

import io.concordat.messages.council.ProposalId;
import io.concordat.messages.council.ProposalStatus;
import io.concordat.messages.council.ProposalView;
import io.concordat.messages.council.RoundOutcome;
import io.concordat.messages.council.RoundView;
import io.concordat.messages.council.VoteChoice;
import io.concordat.messages.council.VoteView;
import io.concordat.messages.mesh.DomainId;
import io.concordat.messages.policy.PolicyChange;
import io.concordat.queryside.Documents;
import io.concordat.readstore.document.Values;
import io.concordat.readstore.document.Views;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * Reads proposals from their documents. In each round the last vote of a domain stands; a round
 * ended as it first ended.
 */
final class Proposals {

  private Proposals() {}

  static ProposalView view(Document document) {
    Document state = part(document, Views.STATE);
    List<Document> votes = Documents.parts(document, "votes").toList();
    return new ProposalView(
        ProposalId.of(text(document, Views.ID)),
        ProposalStatus.valueOf(text(state, Views.STATUS)),
        new DomainId(text(document, "author")),
        subject(document, "openedBy"),
        time(document, "openedAt"),
        optionalTime(document, "effectiveFrom"),
        state.get("round", Number.class).intValue(),
        Documents.numbered(document, "rounds")
            .map(round -> round(round.getKey().intValue(), (Document) round.getValue(), votes))
            .toList(),
        document.getInteger("policySet"));
  }

  private static RoundView round(int number, Document round, List<Document> votes) {
    Document text = part(round, "text");
    @Nullable Document ballot = round.get("ballot", Document.class);
    @Nullable Document end = Documents.parts(round, "ends").findFirst().orElse(null);
    return new RoundView(
        number,
        text(text, "title"),
        text(text, "rationale"),
        Values.value(part(text, "change"), PolicyChange.class),
        optionalTime(ballot, "startedAt"),
        optionalTime(ballot, "closesAt"),
        votes(
            number, votes.stream().filter(vote -> vote.getInteger("round", 0) == number).toList()),
        Objects.requireNonNull(text.getList("addressed", String.class)).stream()
            .map(DomainId::new)
            .toList(),
        end == null ? null : RoundOutcome.valueOf(text(end, "outcome")),
        optionalTime(end, "at"));
  }

  private static List<VoteView> votes(int round, List<Document> cast) {
    Map<String, Integer> standing = new HashMap<>();
    for (int i = 0; i < cast.size(); i++) {
      standing.put(text(cast.get(i), Views.DOMAIN), i);
    }
    return IntStream.range(0, cast.size())
        .mapToObj(i -> vote(round, cast.get(i), standing.containsValue(i)))
        .toList();
  }

  private static VoteView vote(int round, Document vote, boolean standing) {
    return new VoteView(
        round,
        new DomainId(text(vote, Views.DOMAIN)),
        subject(vote, "voter"),
        VoteChoice.valueOf(text(vote, "choice")),
        vote.getString("reason"),
        vote.getString("requestedChange"),
        time(vote, "castAt"),
        standing);
  }
}

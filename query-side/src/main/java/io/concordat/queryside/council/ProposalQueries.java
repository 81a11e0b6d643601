package io.concordat.queryside.council;

import com.mongodb.client.model.Filters;
import io.concordat.messages.council.CommentView;
import io.concordat.messages.council.FindComment;
import io.concordat.messages.council.FindProposals;
import io.concordat.messages.council.ListComments;
import io.concordat.messages.council.ListProposals;
import io.concordat.messages.council.ListWaiting;
import io.concordat.messages.council.ProposalId;
import io.concordat.messages.council.ProposalStatus;
import io.concordat.messages.council.ProposalView;
import io.concordat.messages.council.RoundView;
import io.concordat.messages.mesh.DomainId;
import io.concordat.messages.paging.Page;
import io.concordat.queryside.Documents;
import io.concordat.queryside.paging.DocumentList;
import io.concordat.queryside.paging.Pages;
import io.concordat.readstore.document.Views;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.axonframework.queryhandling.QueryHandler;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/** Proposals, by id and in lists, and what is said about them. */
public final class ProposalQueries {

  private static final String STATUS = Views.STATE + "." + Views.STATUS;

  private final Documents documents;

  /** Answers from the read models. */
  public ProposalQueries(Documents documents) {
    this.documents = documents;
  }

  @QueryHandler
  List<ProposalView> handle(FindProposals query) {
    SeatHistory seats = seats();
    return documents
        .byId(Views.PROPOSALS, query.ids().stream().map(ProposalId::toString).toList())
        .stream()
        .filter(proposal -> isShown(proposal, query.draftsOf()))
        .map(proposal -> Proposals.view(proposal, seats))
        .toList();
  }

  @QueryHandler
  Page<ProposalView> handle(ListProposals query) {
    SeatHistory seats = seats();
    Bson shown = shown(query.draftsOf());
    Bson filter =
        query.statuses().isEmpty()
            ? shown
            : Filters.and(
                shown, Filters.in(STATUS, query.statuses().stream().map(Enum::name).toList()));
    return Pages.of(
            new DocumentList(documents.collection(Views.PROPOSALS), filter, Views.ORDER, true),
            query.page())
        .map(proposal -> Proposals.view(proposal, seats));
  }

  @QueryHandler
  List<ProposalView> handle(ListWaiting query) {
    SeatHistory seats = seats();
    List<Document> voting =
        documents
            .find(Views.PROPOSALS, Filters.eq(STATUS, ProposalStatus.VOTING.name()))
            .into(new ArrayList<>());
    return voting.stream()
        .map(proposal -> Proposals.view(proposal, seats))
        .filter(proposal ->
            proposal.current().votes().stream()
                .noneMatch(vote ->
                    vote.domain().equals(query.domain())
                        ? vote.standing()
                        : vote.voter().equals(query.voter())))
        .sorted(
            Comparator.comparing((ProposalView proposal) -> closing(proposal.current()))
                .thenComparing(ProposalView::id))
        .toList();
  }

  @QueryHandler
  Page<CommentView> handle(ListComments query) {
    return Pages.of(
            new DocumentList(
                documents.collection(Views.COMMENTS),
                Filters.eq("proposal", query.proposal().toString()),
                Views.ORDER,
                false),
            query.page())
        .map(Comments::view);
  }

  @QueryHandler
  Optional<CommentView> handle(FindComment query) {
    return documents.byId(Views.COMMENTS, List.of(query.comment().toString())).stream()
        .findFirst()
        .map(Comments::view);
  }

  /** What was opened is for all; what was not, for the domain that wrote it. */
  private static Bson shown(@Nullable DomainId draftsOf) {
    Bson opened = Filters.exists(Proposals.OPENED);
    return draftsOf == null ? opened : Filters.or(opened, Filters.eq("author", draftsOf.value()));
  }

  private static boolean isShown(Document proposal, @Nullable DomainId draftsOf) {
    return proposal.containsKey(Proposals.OPENED)
        || (draftsOf != null && draftsOf.value().equals(proposal.getString("author")));
  }

  private static Instant closing(RoundView round) {
    return Objects.requireNonNullElse(round.closesAt(), Instant.MAX);
  }

  private SeatHistory seats() {
    return SeatHistory.read(documents.find(Views.COUNCIL, Filters.exists("vacated")).first());
  }
}

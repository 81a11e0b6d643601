package io.concordat.queryside.council;

import com.mongodb.client.model.Filters;
import io.concordat.messages.council.FindProposals;
import io.concordat.messages.council.ListProposals;
import io.concordat.messages.council.ProposalId;
import io.concordat.messages.council.ProposalView;
import io.concordat.messages.paging.Page;
import io.concordat.queryside.Documents;
import io.concordat.queryside.paging.DocumentList;
import io.concordat.queryside.paging.Pages;
import io.concordat.readstore.document.Views;
import java.util.List;
import org.axonframework.queryhandling.QueryHandler;
import org.bson.conversions.Bson;

/** Proposals, by id and in lists. */
public final class ProposalQueries {

  private final Documents documents;

  /** Answers from the read models. */
  public ProposalQueries(Documents documents) {
    this.documents = documents;
  }

  @QueryHandler
  List<ProposalView> handle(FindProposals query) {
    return documents
        .byId(Views.PROPOSALS, query.ids().stream().map(ProposalId::toString).toList())
        .stream()
        .map(Proposals::view)
        .toList();
  }

  @QueryHandler
  Page<ProposalView> handle(ListProposals query) {
    Bson filter =
        query.statuses().isEmpty()
            ? Filters.empty()
            : Filters.in(
                Views.STATE + "." + Views.STATUS,
                query.statuses().stream().map(Enum::name).toList());
    return Pages.of(
            new DocumentList(documents.collection(Views.PROPOSALS), filter, Views.ORDER, true),
            query.page())
        .map(Proposals::view);
  }
}

package io.concordat.queryside.request;

import static io.concordat.queryside.Documents.optionalSubject;
import static io.concordat.queryside.Documents.optionalTime;
import static io.concordat.queryside.Documents.part;
import static io.concordat.queryside.Documents.subject;
import static io.concordat.queryside.Documents.text;
import static io.concordat.queryside.Documents.time;

import com.mongodb.client.model.Filters;
import io.concordat.messages.contract.ContractId;
import io.concordat.messages.mesh.DomainId;
import io.concordat.messages.paging.Page;
import io.concordat.messages.request.DataRequestId;
import io.concordat.messages.request.DataRequestStatus;
import io.concordat.messages.request.DataRequestView;
import io.concordat.messages.request.FindDataRequests;
import io.concordat.messages.request.ListDataRequests;
import io.concordat.queryside.Documents;
import io.concordat.queryside.paging.DocumentList;
import io.concordat.queryside.paging.Pages;
import io.concordat.readstore.document.Views;
import java.util.ArrayList;
import java.util.List;
import org.axonframework.queryhandling.QueryHandler;
import org.bson.Document;
import org.bson.conversions.Bson;

/** Data requests, by id and in lists. */
public final class DataRequestQueries {

  private final Documents documents;

  /** Answers from the read models. */
  public DataRequestQueries(Documents documents) {
    this.documents = documents;
  }

  @QueryHandler
  List<DataRequestView> handle(FindDataRequests query) {
    return documents
        .byId(Views.REQUESTS, query.ids().stream().map(DataRequestId::toString).toList())
        .stream()
        .map(DataRequestQueries::request)
        .toList();
  }

  @QueryHandler
  Page<DataRequestView> handle(ListDataRequests query) {
    List<Bson> filters = new ArrayList<>();
    filters.add(Filters.exists(Views.ORDER));
    if (query.domain() != null) {
      filters.add(Filters.eq(Views.DOMAIN, query.domain().value()));
    }
    if (!query.statuses().isEmpty()) {
      filters.add(
          Filters.in(
              Views.STATE + "." + Views.STATUS,
              query.statuses().stream().map(Enum::name).toList()));
    }
    if (query.openedBy() != null) {
      filters.add(Filters.eq("openedBy", query.openedBy().value()));
    }
    return Pages.of(
            new DocumentList(
                documents.collection(Views.REQUESTS), Filters.and(filters), Views.ORDER, true),
            query.page())
        .map(DataRequestQueries::request);
  }

  private static DataRequestView request(Document document) {
    Document accepted = document.get("accepted", Document.class);
    Document closed = document.get("closed", Document.class);
    String contract = closed == null ? null : closed.getString("contract");
    return new DataRequestView(
        DataRequestId.of(text(document, Views.ID)),
        DataRequestStatus.valueOf(text(part(document, Views.STATE), Views.STATUS)),
        new DomainId(text(document, Views.DOMAIN)),
        text(document, "title"),
        text(document, "purpose"),
        document.getString("wanted"),
        optionalTime(document, "neededBy"),
        subject(document, "openedBy"),
        time(document, "openedAt"),
        optionalTime(accepted, "at"),
        optionalSubject(accepted, "by"),
        optionalTime(accepted, "expectedBy"),
        closed == null ? null : closed.getString("reason"),
        contract == null ? null : new ContractId(contract),
        optionalTime(closed, "at"),
        optionalSubject(closed, "by"));
  }
}

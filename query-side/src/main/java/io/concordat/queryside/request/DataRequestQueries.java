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
import io.concordat.messages.request.FindRequestFigures;
import io.concordat.messages.request.ListDataRequests;
import io.concordat.messages.request.RequestFiguresView;
import io.concordat.queryside.Documents;
import io.concordat.queryside.paging.DocumentList;
import io.concordat.queryside.paging.Pages;
import io.concordat.readstore.document.Views;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
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

  @QueryHandler
  Map<DomainId, RequestFiguresView> handle(FindRequestFigures query) {
    Map<DomainId, List<Asked>> asked =
        documents
            .find(
                Views.REQUESTS,
                Filters.and(
                    Filters.exists(Views.ORDER),
                    Filters.in(
                        Views.DOMAIN, query.domains().stream().map(DomainId::value).toList())))
            .map(Asked::of)
            .into(new ArrayList<>())
            .stream()
            .collect(Collectors.groupingBy(Asked::domain));
    return query.domains().stream()
        .collect(
            Collectors.toMap(
                Function.identity(), domain -> figures(asked.getOrDefault(domain, List.of()))));
  }

  private static RequestFiguresView figures(List<Asked> asked) {
    Map<DataRequestStatus, Long> counts =
        asked.stream().collect(Collectors.groupingBy(Asked::status, Collectors.counting()));
    List<Duration> delivered =
        asked.stream().map(Asked::leadTime).filter(Objects::nonNull).toList();
    return new RequestFiguresView(
        counts.getOrDefault(DataRequestStatus.OPEN, 0L),
        counts.getOrDefault(DataRequestStatus.ACCEPTED, 0L),
        counts.getOrDefault(DataRequestStatus.DECLINED, 0L),
        counts.getOrDefault(DataRequestStatus.DELIVERED, 0L),
        counts.getOrDefault(DataRequestStatus.WITHDRAWN, 0L),
        LeadTimes.days(delivered, 0.5),
        LeadTimes.days(delivered, 0.9));
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

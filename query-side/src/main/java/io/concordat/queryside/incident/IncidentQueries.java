package io.concordat.queryside.incident;

import static io.concordat.queryside.Documents.optionalSubject;
import static io.concordat.queryside.Documents.optionalTime;
import static io.concordat.queryside.Documents.part;
import static io.concordat.queryside.Documents.subject;
import static io.concordat.queryside.Documents.text;
import static io.concordat.queryside.Documents.time;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import io.concordat.messages.contract.ContractId;
import io.concordat.messages.incident.DownstreamReader;
import io.concordat.messages.incident.FindAttachedIncidents;
import io.concordat.messages.incident.FindIncidents;
import io.concordat.messages.incident.FindOpenIncidents;
import io.concordat.messages.incident.IncidentEntryKind;
import io.concordat.messages.incident.IncidentEntryView;
import io.concordat.messages.incident.IncidentFilter;
import io.concordat.messages.incident.IncidentId;
import io.concordat.messages.incident.IncidentSeverity;
import io.concordat.messages.incident.IncidentStatus;
import io.concordat.messages.incident.IncidentView;
import io.concordat.messages.incident.ListIncidents;
import io.concordat.messages.incident.ResolutionCause;
import io.concordat.messages.mesh.DomainId;
import io.concordat.messages.mesh.LineageNodeKind;
import io.concordat.messages.mesh.ProductId;
import io.concordat.messages.paging.Page;
import io.concordat.queryside.Documents;
import io.concordat.queryside.paging.DocumentList;
import io.concordat.queryside.paging.Pages;
import io.concordat.readstore.document.Times;
import io.concordat.readstore.document.Views;
import java.util.ArrayList;
import java.util.List;
import org.axonframework.queryhandling.QueryHandler;
import org.bson.Document;
import org.bson.conversions.Bson;

/** Incidents, by id and in lists. */
public final class IncidentQueries {

  private final Documents documents;

  /** Answers from the read models. */
  public IncidentQueries(Documents documents) {
    this.documents = documents;
  }

  @QueryHandler
  List<IncidentView> handle(FindIncidents query) {
    return documents
        .byId(Views.INCIDENTS, query.ids().stream().map(IncidentId::toString).toList())
        .stream()
        .map(IncidentQueries::incident)
        .toList();
  }

  @QueryHandler
  List<IncidentView> handle(FindOpenIncidents query) {
    return found(
        Filters.and(
            Filters.in("product", query.products().stream().map(ProductId::value).toList()),
            Filters.ne(Views.STATE + "." + Views.STATUS, IncidentStatus.RESOLVED.name())));
  }

  @QueryHandler
  List<IncidentView> handle(FindAttachedIncidents query) {
    return found(Filters.in("root", query.roots().stream().map(IncidentId::toString).toList()));
  }

  private List<IncidentView> found(Bson filter) {
    List<IncidentView> found = new ArrayList<>();
    documents
        .find(Views.INCIDENTS, filter)
        .sort(Sorts.ascending(Views.ORDER))
        .map(IncidentQueries::incident)
        .into(found);
    return found;
  }

  @QueryHandler
  Page<IncidentView> handle(ListIncidents query) {
    return Pages.of(
            new DocumentList(
                documents.collection(Views.INCIDENTS), filter(query.filter()), Views.ORDER, true),
            query.page())
        .map(IncidentQueries::incident);
  }

  private static Bson filter(IncidentFilter asked) {
    List<Bson> filters = new ArrayList<>();
    if (!asked.statuses().isEmpty()) {
      filters.add(
          Filters.in(
              Views.STATE + "." + Views.STATUS,
              asked.statuses().stream().map(Enum::name).toList()));
    }
    if (!asked.severities().isEmpty()) {
      filters.add(Filters.in("severity", asked.severities().stream().map(Enum::name).toList()));
    }
    if (asked.domain() != null) {
      filters.add(Filters.eq(Views.DOMAIN, asked.domain().value()));
    }
    if (asked.product() != null) {
      filters.add(Filters.eq("product", asked.product().value()));
    }
    if (asked.commitment() != null) {
      filters.add(Filters.eq("commitment", asked.commitment()));
    }
    if (asked.openedFrom() != null) {
      filters.add(Filters.gte("openedAt", Times.text(asked.openedFrom())));
    }
    if (asked.openedTo() != null) {
      filters.add(Filters.lt("openedAt", Times.text(asked.openedTo())));
    }
    if (asked.rootsOnly()) {
      filters.add(Filters.exists("root", false));
    }
    return filters.isEmpty() ? Filters.empty() : Filters.and(filters);
  }

  private static IncidentView incident(Document document) {
    Document acknowledged = document.get("acknowledged", Document.class);
    Document resolution = document.get("resolved", Document.class);
    Document resolved =
        resolution == null || resolution.getString("at") == null ? null : resolution;
    String contract = document.getString("contract");
    String root = document.getString("root");
    return new IncidentView(
        IncidentId.of(text(document, Views.ID)),
        IncidentStatus.valueOf(text(part(document, Views.STATE), Views.STATUS)),
        new ProductId(text(document, "product")),
        contract == null ? null : new ContractId(contract),
        text(document, "commitment"),
        IncidentSeverity.valueOf(text(document, "severity")),
        text(document, "summary"),
        time(document, "openedAt"),
        subject(document, "openedBy"),
        optionalTime(document, "brokenSince"),
        optionalTime(acknowledged, "at"),
        optionalSubject(acknowledged, "by"),
        optionalTime(resolved, "at"),
        optionalSubject(resolved, "by"),
        resolved == null ? null : ResolutionCause.valueOf(text(resolved, "cause")),
        resolved == null ? null : resolved.getString("note"),
        optionalSubject(document.get("assigned", Document.class), "to"),
        root == null ? null : IncidentId.of(root),
        document.getList("told", Document.class, List.of()).stream()
            .map(IncidentQueries::reader)
            .toList(),
        Documents.parts(document, "timeline").map(IncidentQueries::entry).toList());
  }

  private static DownstreamReader reader(Document reader) {
    return new DownstreamReader(
        text(reader, "id"),
        LineageNodeKind.valueOf(text(reader, "kind")),
        new DomainId(text(reader, "domain")),
        reader.getInteger("depth"));
  }

  private static IncidentEntryView entry(Document entry) {
    String cause = entry.getString("cause");
    return new IncidentEntryView(
        IncidentEntryKind.valueOf(text(entry, "kind")),
        time(entry, "at"),
        subject(entry, "by"),
        entry.getString("text"),
        optionalSubject(entry, "assignee"),
        cause == null ? null : ResolutionCause.valueOf(cause));
  }
}

package io.concordat.queryside.mesh;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import io.concordat.messages.contract.ContractId;
import io.concordat.messages.mesh.FindMeshHistory;
import io.concordat.messages.mesh.MeshMonthView;
import io.concordat.queryside.Documents;
import io.concordat.queryside.mesh.MeshHistory.Reads;
import io.concordat.queryside.request.Asked;
import io.concordat.readstore.document.Views;
import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.axonframework.queryhandling.QueryHandler;
import org.bson.Document;

/** The figures of the mesh over time: nothing is counted on the way, all is read from documents. */
public final class HistoryQueries {

  private final Documents documents;
  private final Clock clock;

  /**
   * Answers from the read models.
   *
   * @param clock says which month it is
   */
  public HistoryQueries(Documents documents, Clock clock) {
    this.documents = documents;
    this.clock = clock;
  }

  @QueryHandler
  List<MeshMonthView> handle(FindMeshHistory query) {
    Instant now = clock.instant();
    YearMonth current = YearMonth.from(now.atOffset(ZoneOffset.UTC));
    YearMonth last = query.to().isAfter(current) ? current : query.to();
    MeshHistory history = history();
    return Stream.iterate(query.from(), month -> !month.isAfter(last), month -> month.plusMonths(1))
        .map(month -> history.month(month, now))
        .toList();
  }

  private MeshHistory history() {
    Map<String, Instant> registered = new HashMap<>();
    documents
        .find(Views.PRODUCTS, Filters.eq(Views.REGISTERED, true))
        .projection(Projections.include("registeredAt"))
        .forEach((Document product) ->
            registered.put(
                Documents.text(product, Views.ID), Documents.time(product, "registeredAt")));
    Map<String, Instant> discovered = new HashMap<>();
    Map<String, List<Reads>> reads = new HashMap<>();
    documents
        .find(Views.SUBMISSIONS, Filters.eq("passed", true))
        .projection(Projections.include("contract", "at", "crossDomainReads"))
        .forEach((Document submission) -> {
          ContractId contract = new ContractId(Documents.text(submission, "contract"));
          Instant at = Documents.time(submission, "at");
          if (registered.containsKey(contract.product().value())) {
            discovered.merge(
                contract.product().value(), at, (one, other) -> one.isBefore(other) ? one : other);
          }
          reads
              .computeIfAbsent(contract.value(), _ -> new ArrayList<>())
              .add(new Reads(at, count(submission)));
        });
    documents
        .find(Views.CONSUMERS, Filters.exists("history"))
        .projection(Projections.include("history"))
        .forEach((Document consumer) ->
            reads.put(
                Documents.text(consumer, Views.ID),
                consumer.get("history", Document.class).values().stream()
                    .map(Document.class::cast)
                    .map(each -> new Reads(Documents.time(each, "at"), count(each)))
                    .collect(Collectors.toCollection(ArrayList::new))));
    reads.values().forEach(reader -> reader.sort(Comparator.comparing(Reads::from)));
    return new MeshHistory(
        documents
            .find(Views.REQUESTS, Filters.exists(Views.ORDER))
            .map(Asked::of)
            .into(new ArrayList<>()),
        List.copyOf(registered.values()),
        List.copyOf(discovered.values()),
        reads.values());
  }

  private static long count(Document reader) {
    Number count = reader.get("crossDomainReads", Number.class);
    return count == null ? 0 : count.longValue();
  }
}

package io.concordat.queryside.mesh;

import com.mongodb.client.model.Accumulators;
import com.mongodb.client.model.Aggregates;
import com.mongodb.client.model.Filters;
import io.concordat.messages.council.ProposalStatus;
import io.concordat.messages.incident.IncidentStatus;
import io.concordat.messages.mesh.FindMeshPulse;
import io.concordat.messages.mesh.MeshPulseView;
import io.concordat.queryside.Documents;
import io.concordat.queryside.compliance.ComplianceTotals;
import io.concordat.readstore.StoreClients;
import io.concordat.readstore.document.Views;
import java.time.Clock;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.axonframework.queryhandling.QueryHandler;
import org.bson.Document;
import org.bson.conversions.Bson;

/** The figures of the whole mesh. */
public final class PulseQueries {

  private static final String STATUS = Views.STATE + "." + Views.STATUS;

  private final Documents documents;
  private final ComplianceTotals totals;
  private final Clock clock;

  /**
   * Answers from the read models.
   *
   * @param clock says which month it is
   */
  public PulseQueries(Documents documents, ComplianceTotals totals, Clock clock) {
    this.documents = documents;
    this.totals = totals;
    this.clock = clock;
  }

  @QueryHandler
  MeshPulseView handle(FindMeshPulse query) {
    YearMonth month = YearMonth.from(clock.instant().atOffset(ZoneOffset.UTC));
    return new MeshPulseView(
        count(Views.DOMAINS, Filters.empty()),
        count(Views.PRODUCTS, Filters.eq(Views.REGISTERED, true)),
        count(
            Views.PRODUCTS,
            Filters.and(Filters.eq(Views.REGISTERED, true), Filters.eq(Views.DISCOVERABLE, true))),
        count(Views.CONTRACTS, Filters.exists("current")),
        count(
            Views.PROPOSALS,
            Filters.in(STATUS, ProposalStatus.DISCUSSION.name(), ProposalStatus.VOTING.name())),
        count(
            Views.INCIDENTS,
            Filters.in(STATUS, IncidentStatus.OPEN.name(), IncidentStatus.ACKNOWLEDGED.name())),
        totals.percent(month),
        sum(Views.CONTRACTS, "$current.crossDomainReads")
            + sum(Views.CONSUMERS, "$reading.crossDomainReads"));
  }

  private long count(String collection, Bson filter) {
    return documents.collection(collection).countDocuments(filter);
  }

  private long sum(String collection, String field) {
    Document sum =
        documents
            .collection(collection)
            .aggregate(List.of(Aggregates.group(null, Accumulators.sum("sum", field))))
            .maxTime(StoreClients.QUERY_PATIENCE.toMillis(), TimeUnit.MILLISECONDS)
            .first();
    return sum == null ? 0 : sum.get("sum", Number.class).longValue();
  }
}

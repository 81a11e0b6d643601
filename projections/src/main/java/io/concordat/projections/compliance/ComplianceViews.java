package io.concordat.projections.compliance;

import io.concordat.messages.ProcessingGroups;
import io.concordat.messages.compliance.CommitmentCount;
import io.concordat.messages.compliance.ComplianceEvent;
import io.concordat.messages.compliance.ComplianceRecorded;
import io.concordat.messages.mesh.ProductId;
import io.concordat.projections.batch.BatchWriter;
import io.concordat.projections.document.DocumentChange;
import io.concordat.projections.document.DocumentStore;
import io.concordat.readstore.document.Times;
import io.concordat.readstore.document.Views;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.ResetHandler;
import org.axonframework.eventhandling.SequenceNumber;
import org.bson.Document;

/**
 * Compliance: two documents for a domain's products on one day (UTC), one with sums only, so that a
 * batch of windows, which mostly come day by day, is few writes. Within them each window has its
 * own key, its product and the number of its event in the stream of the product's month, and never
 * changes; sums are made when they are asked for.
 */
@ProcessingGroup(ProcessingGroups.RELIABILITY_VIEWS)
public final class ComplianceViews {

  private final BatchWriter<DocumentChange> writer;
  private final DocumentStore store;

  /** Views that are written by the group's writer. */
  public ComplianceViews(BatchWriter<DocumentChange> writer, DocumentStore store) {
    this.writer = writer;
    this.store = store;
  }

  @EventHandler
  void on(ComplianceEvent event, @SequenceNumber long sequence) {
    writer.add(changes(event, sequence));
  }

  @ResetHandler
  void reset() {
    store.empty(List.of(Views.COMPLIANCE, Views.COMPLIANCE_TOTALS));
  }

  static List<DocumentChange> changes(ComplianceEvent event, long sequence) {
    return switch (event) {
      case ComplianceRecorded recorded -> recorded(recorded, sequence);
    };
  }

  private static List<DocumentChange> recorded(ComplianceRecorded recorded, long sequence) {
    ProductId product = recorded.product();
    String domain = product.domain().value();
    String window = product.value().substring(domain.length() + 1) + "." + sequence;
    String day = LocalDate.ofInstant(recorded.from(), ZoneOffset.UTC).toString();
    String id = Views.complianceDayId(domain, day);
    return List.of(
        DocumentChange.ofFacts(Views.COMPLIANCE_TOTALS, id)
            .fact(Views.DOMAIN, domain)
            .fact(Views.MONTH, day.substring(0, day.lastIndexOf('-')))
            .fact(
                "totals." + window,
                List.of(
                    recorded.counts().stream().mapToLong(CommitmentCount::passed).sum(),
                    recorded.counts().stream().mapToLong(CommitmentCount::failed).sum(),
                    recorded.from().toEpochMilli())),
        DocumentChange.ofFacts(Views.COMPLIANCE, id)
            .fact(
                "windows." + window,
                new Document("from", Times.text(recorded.from()))
                    .append("to", Times.text(recorded.to()))
                    .append("counts", counts(recorded))));
  }

  private static List<List<Object>> counts(ComplianceRecorded recorded) {
    return recorded.counts().stream()
        .map(count -> List.<Object>of(count.commitment(), count.passed(), count.failed()))
        .toList();
  }
}

package io.concordat.projections.incident;

import io.concordat.messages.ProcessingGroups;
import io.concordat.messages.incident.IncidentAcknowledged;
import io.concordat.messages.incident.IncidentEvent;
import io.concordat.messages.incident.IncidentOpened;
import io.concordat.messages.incident.IncidentResolved;
import io.concordat.messages.incident.IncidentStatus;
import io.concordat.projections.batch.BatchWriter;
import io.concordat.projections.document.DocumentChange;
import io.concordat.projections.document.DocumentStore;
import io.concordat.readstore.document.Times;
import io.concordat.readstore.document.Views;
import java.util.List;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.ResetHandler;
import org.axonframework.eventhandling.SequenceNumber;
import org.bson.Document;

/** Incidents, one document each, with the times of their events. */
@ProcessingGroup(ProcessingGroups.RELIABILITY_VIEWS)
public final class IncidentViews {

  private final BatchWriter<DocumentChange> writer;
  private final DocumentStore store;

  /** Views that are written by the group's writer. */
  public IncidentViews(BatchWriter<DocumentChange> writer, DocumentStore store) {
    this.writer = writer;
    this.store = store;
  }

  @EventHandler
  void on(IncidentEvent event, @SequenceNumber long sequence) {
    writer.add(List.of(change(event, sequence)));
  }

  @ResetHandler
  void reset() {
    store.empty(List.of(Views.INCIDENTS));
  }

  static DocumentChange change(IncidentEvent event, long sequence) {
    return switch (event) {
      case IncidentOpened opened -> opened(opened, sequence);
      case IncidentAcknowledged acknowledged ->
          incident(acknowledged.incident().toString(), acknowledged, sequence)
              .standing(
                  "acknowledged",
                  new Document("at", Times.text(acknowledged.acknowledgedAt()))
                      .append("by", acknowledged.acknowledgedBy().value()))
              .standing(Views.STATE, state(IncidentStatus.ACKNOWLEDGED));
      case IncidentResolved resolved ->
          incident(resolved.incident().toString(), resolved, sequence)
              .standing(
                  "resolved",
                  new Document("at", Times.text(resolved.resolvedAt()))
                      .append("by", resolved.resolvedBy().value())
                      .append("cause", resolved.cause().name())
                      .append("note", resolved.note()))
              .standing(Views.STATE, state(IncidentStatus.RESOLVED));
    };
  }

  private static DocumentChange opened(IncidentOpened opened, long sequence) {
    String id = opened.incident().toString();
    String openedAt = Times.text(opened.openedAt());
    return incident(id, opened, sequence)
        .fact("product", opened.product().value())
        .fact(Views.DOMAIN, opened.product().domain().value())
        .fact("contract", opened.contract() == null ? null : opened.contract().value())
        .fact("commitment", opened.commitment())
        .fact("severity", opened.severity().name())
        .fact("summary", opened.summary())
        .fact("openedAt", openedAt)
        .fact("openedBy", opened.openedBy().value())
        .fact(Views.ORDER, Views.order(openedAt, id))
        .standing(Views.STATE, state(IncidentStatus.OPEN));
  }

  private static DocumentChange incident(String id, IncidentEvent event, long sequence) {
    return DocumentChange.of(Views.INCIDENTS, id, event.stream(), sequence);
  }

  private static Document state(IncidentStatus status) {
    return new Document(Views.STATUS, status.name());
  }
}

package io.concordat.projections.request;

import io.concordat.messages.ProcessingGroups;
import io.concordat.messages.Subject;
import io.concordat.messages.request.DataRequestAccepted;
import io.concordat.messages.request.DataRequestDeclined;
import io.concordat.messages.request.DataRequestDelivered;
import io.concordat.messages.request.DataRequestEvent;
import io.concordat.messages.request.DataRequestOpened;
import io.concordat.messages.request.DataRequestStatus;
import io.concordat.messages.request.DataRequestWithdrawn;
import io.concordat.projections.batch.BatchWriter;
import io.concordat.projections.document.DocumentChange;
import io.concordat.projections.document.DocumentStore;
import io.concordat.readstore.document.Times;
import io.concordat.readstore.document.Views;
import java.time.Instant;
import java.util.List;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.ResetHandler;
import org.axonframework.eventhandling.SequenceNumber;
import org.bson.Document;

/** Data requests, one document each, with the times of their events. */
@ProcessingGroup(ProcessingGroups.GOVERNANCE_VIEWS)
public final class DataRequestViews {

  private final BatchWriter<DocumentChange> writer;
  private final DocumentStore store;

  /** Views that are written by the group's writer. */
  public DataRequestViews(BatchWriter<DocumentChange> writer, DocumentStore store) {
    this.writer = writer;
    this.store = store;
  }

  @EventHandler
  void on(DataRequestEvent event, @SequenceNumber long sequence) {
    writer.add(List.of(change(event, sequence)));
  }

  @ResetHandler
  void reset() {
    store.empty(List.of(Views.REQUESTS));
  }

  static DocumentChange change(DataRequestEvent event, long sequence) {
    String id = event.request().toString();
    DocumentChange change = DocumentChange.of(Views.REQUESTS, id, event.stream(), sequence);
    return switch (event) {
      case DataRequestOpened opened ->
          change
              .fact(Views.DOMAIN, opened.domain().value())
              .fact("title", opened.title())
              .fact("purpose", opened.purpose())
              .fact("wanted", opened.wanted())
              .fact("neededBy", opened.neededBy() == null ? null : Times.text(opened.neededBy()))
              .fact("openedAt", Times.text(opened.openedAt()))
              .fact("openedBy", opened.openedBy().value())
              .fact(Views.ORDER, Views.order(Times.text(opened.openedAt()), id))
              .standing(Views.STATE, state(DataRequestStatus.OPEN));
      case DataRequestAccepted accepted ->
          change
              .standing(
                  "accepted",
                  said(accepted.acceptedAt(), accepted.acceptedBy())
                      .append("expectedBy", Times.text(accepted.expectedBy())))
              .standing(Views.STATE, state(DataRequestStatus.ACCEPTED));
      case DataRequestDeclined declined ->
          change
              .standing(
                  "closed",
                  said(declined.declinedAt(), declined.declinedBy())
                      .append("reason", declined.reason()))
              .standing(Views.STATE, state(DataRequestStatus.DECLINED));
      case DataRequestDelivered delivered ->
          change
              .standing(
                  "closed",
                  said(delivered.deliveredAt(), delivered.deliveredBy())
                      .append("contract", delivered.contract().value()))
              .standing(Views.STATE, state(DataRequestStatus.DELIVERED));
      case DataRequestWithdrawn withdrawn ->
          change
              .standing("closed", said(withdrawn.withdrawnAt(), withdrawn.withdrawnBy()))
              .standing(Views.STATE, state(DataRequestStatus.WITHDRAWN));
    };
  }

  private static Document said(Instant at, Subject by) {
    return new Document("at", Times.text(at)).append("by", by.value());
  }

  private static Document state(DataRequestStatus status) {
    return new Document(Views.STATUS, status.name());
  }
}

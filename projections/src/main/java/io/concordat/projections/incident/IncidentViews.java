package io.concordat.projections.incident;

import io.concordat.messages.ProcessingGroups;
import io.concordat.messages.Subject;
import io.concordat.messages.incident.DownstreamReader;
import io.concordat.messages.incident.DownstreamTold;
import io.concordat.messages.incident.IncidentAcknowledged;
import io.concordat.messages.incident.IncidentAssigned;
import io.concordat.messages.incident.IncidentAttached;
import io.concordat.messages.incident.IncidentCommented;
import io.concordat.messages.incident.IncidentEntryKind;
import io.concordat.messages.incident.IncidentEscalated;
import io.concordat.messages.incident.IncidentEvent;
import io.concordat.messages.incident.IncidentOpened;
import io.concordat.messages.incident.IncidentReopened;
import io.concordat.messages.incident.IncidentResolved;
import io.concordat.messages.incident.IncidentStatus;
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
import org.jspecify.annotations.Nullable;

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
              .standing(Views.STATE, state(IncidentStatus.ACKNOWLEDGED))
              .fact(
                  entry(sequence),
                  entry(
                      IncidentEntryKind.ACKNOWLEDGED,
                      acknowledged.acknowledgedAt(),
                      acknowledged.acknowledgedBy(),
                      null));
      case IncidentAssigned assigned ->
          incident(assigned.incident().toString(), assigned, sequence)
              .standing("assigned", new Document("to", assigned.assignee().value()))
              .fact(
                  entry(sequence),
                  entry(
                          IncidentEntryKind.ASSIGNED,
                          assigned.assignedAt(),
                          assigned.assignedBy(),
                          null)
                      .append("assignee", assigned.assignee().value()));
      case IncidentCommented commented ->
          incident(commented.incident().toString(), commented, sequence)
              .fact(
                  entry(sequence),
                  entry(
                      IncidentEntryKind.COMMENTED,
                      commented.commentedAt(),
                      commented.commentedBy(),
                      commented.text()));
      case IncidentResolved resolved ->
          incident(resolved.incident().toString(), resolved, sequence)
              .standing(
                  "resolved",
                  new Document("at", Times.text(resolved.resolvedAt()))
                      .append("by", resolved.resolvedBy().value())
                      .append("cause", resolved.cause().name())
                      .append("note", resolved.note()))
              .standing(Views.STATE, state(IncidentStatus.RESOLVED))
              .fact(
                  entry(sequence),
                  entry(
                          IncidentEntryKind.RESOLVED,
                          resolved.resolvedAt(),
                          resolved.resolvedBy(),
                          resolved.note())
                      .append("cause", resolved.cause().name()));
      case IncidentReopened reopened ->
          incident(reopened.incident().toString(), reopened, sequence)
              .standing("acknowledged", new Document())
              .standing("resolved", new Document())
              .standing(Views.STATE, state(IncidentStatus.OPEN))
              .fact(
                  entry(sequence),
                  entry(
                      IncidentEntryKind.REOPENED,
                      reopened.reopenedAt(),
                      reopened.reopenedBy(),
                      reopened.reason()));
      case IncidentAttached attached ->
          incident(attached.incident().toString(), attached, sequence)
              .fact("root", attached.root().toString())
              .fact(
                  entry(sequence),
                  entry(
                      IncidentEntryKind.ATTACHED,
                      attached.attachedAt(),
                      attached.attachedBy(),
                      attached.root().toString()));
      case DownstreamTold told ->
          incident(told.incident().toString(), told, sequence)
              .fact("told", told.readers().stream().map(IncidentViews::reader).toList())
              .fact(
                  entry(sequence),
                  entry(IncidentEntryKind.DOWNSTREAM_TOLD, told.toldAt(), told.toldBy(), null));
      case IncidentEscalated escalated ->
          incident(escalated.incident().toString(), escalated, sequence)
              .fact(
                  entry(sequence),
                  entry(
                          IncidentEntryKind.ESCALATED,
                          escalated.escalatedAt(),
                          escalated.escalatedBy(),
                          escalated.level().name())
                      .append("assignee", escalated.to() == null ? null : escalated.to().value()));
    };
  }

  private static Document reader(DownstreamReader reader) {
    return new Document("id", reader.id())
        .append("kind", reader.kind().name())
        .append("domain", reader.domain().value())
        .append("depth", reader.depth());
  }

  private static DocumentChange opened(IncidentOpened opened, long sequence) {
    String id = opened.incident().toString();
    String openedAt = Times.text(opened.openedAt());
    Instant since = opened.brokenSince();
    return incident(id, opened, sequence)
        .fact("product", opened.product().value())
        .fact(Views.DOMAIN, opened.product().domain().value())
        .fact("contract", opened.contract() == null ? null : opened.contract().value())
        .fact("commitment", opened.commitment())
        .fact("severity", opened.severity().name())
        .fact("summary", opened.summary())
        .fact("openedAt", openedAt)
        .fact("openedBy", opened.openedBy().value())
        .fact("brokenSince", since == null ? null : Times.text(since))
        .fact(Views.ORDER, Views.order(openedAt, id))
        .standing(Views.STATE, state(IncidentStatus.OPEN))
        .fact(
            entry(sequence),
            entry(
                IncidentEntryKind.OPENED, opened.openedAt(), opened.openedBy(), opened.summary()));
  }

  /** Where the entry of an event is kept: entries of a stream are in the order of its events. */
  private static String entry(long sequence) {
    return "timeline." + sequence;
  }

  private static Document entry(
      IncidentEntryKind kind, Instant at, Subject by, @Nullable String text) {
    return new Document("kind", kind.name())
        .append("at", Times.text(at))
        .append("by", by.value())
        .append("text", text);
  }

  private static DocumentChange incident(String id, IncidentEvent event, long sequence) {
    return DocumentChange.of(Views.INCIDENTS, id, event.stream(), sequence);
  }

  private static Document state(IncidentStatus status) {
    return new Document(Views.STATUS, status.name());
  }
}

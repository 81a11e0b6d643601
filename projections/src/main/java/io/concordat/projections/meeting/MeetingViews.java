package io.concordat.projections.meeting;

import io.concordat.messages.ProcessingGroups;
import io.concordat.messages.meeting.MeetingEvent;
import io.concordat.messages.meeting.MeetingScheduled;
import io.concordat.messages.meeting.MinutesCorrected;
import io.concordat.messages.meeting.MinutesRecorded;
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

/** Meetings, one document each, with the minutes and each correction under a key of its own. */
@ProcessingGroup(ProcessingGroups.GOVERNANCE_VIEWS)
public final class MeetingViews {

  private final BatchWriter<DocumentChange> writer;
  private final DocumentStore store;

  /** Views that are written by the group's writer. */
  public MeetingViews(BatchWriter<DocumentChange> writer, DocumentStore store) {
    this.writer = writer;
    this.store = store;
  }

  @EventHandler
  void on(MeetingEvent event, @SequenceNumber long sequence) {
    writer.add(List.of(change(event, sequence)));
  }

  @ResetHandler
  void reset() {
    store.empty(List.of(Views.MEETINGS));
  }

  static DocumentChange change(MeetingEvent event, long sequence) {
    String id = event.meeting().toString();
    DocumentChange change = DocumentChange.of(Views.MEETINGS, id, event.stream(), sequence);
    return switch (event) {
      case MeetingScheduled scheduled -> {
        String startsAt = Times.text(scheduled.startsAt());
        yield change
            .fact("startsAt", startsAt)
            .fact("endsAt", Times.text(scheduled.endsAt()))
            .fact("scheduledAt", Times.text(scheduled.scheduledAt()))
            .fact(Views.ORDER, Views.order(startsAt, id));
      }
      case MinutesRecorded recorded ->
          change
              .fact("from", recorded.from() == null ? null : Times.text(recorded.from()))
              .fact("to", Times.text(recorded.to()))
              .fact(
                  "versions." + sequence,
                  version(recorded.text(), recorded.digest())
                      .append("by", recorded.recordedBy().value())
                      .append("at", Times.text(recorded.recordedAt())));
      case MinutesCorrected corrected ->
          change.fact(
              "versions." + sequence,
              version(corrected.text(), corrected.digest())
                  .append("reason", corrected.reason())
                  .append("by", corrected.correctedBy().value())
                  .append("at", Times.text(corrected.correctedAt())));
    };
  }

  private static Document version(String text, String digest) {
    return new Document("text", text).append("digest", digest);
  }
}

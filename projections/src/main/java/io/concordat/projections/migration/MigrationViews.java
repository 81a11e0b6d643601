package io.concordat.projections.migration;

import io.concordat.messages.EventType;
import io.concordat.messages.ProcessingGroups;
import io.concordat.messages.mesh.DomainId;
import io.concordat.messages.migration.MigrationAcknowledged;
import io.concordat.messages.migration.MigrationClosed;
import io.concordat.messages.migration.MigrationCompleted;
import io.concordat.messages.migration.MigrationEvent;
import io.concordat.messages.migration.MigrationExtended;
import io.concordat.messages.migration.MigrationExtensionDeclined;
import io.concordat.messages.migration.MigrationExtensionGranted;
import io.concordat.messages.migration.MigrationExtensionRequested;
import io.concordat.messages.migration.MigrationId;
import io.concordat.messages.migration.MigrationOpened;
import io.concordat.messages.migration.MigrationParticipantJoined;
import io.concordat.messages.migration.MigrationParticipantLeft;
import io.concordat.messages.migration.MigrationReminded;
import io.concordat.messages.migration.MigrationStarted;
import io.concordat.messages.migration.MigrationStatus;
import io.concordat.projections.batch.BatchWriter;
import io.concordat.projections.document.DocumentChange;
import io.concordat.projections.document.DocumentStore;
import io.concordat.readstore.document.Times;
import io.concordat.readstore.document.Values;
import io.concordat.readstore.document.Views;
import java.util.List;
import java.util.Objects;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.ResetHandler;
import org.axonframework.eventhandling.SequenceNumber;
import org.bson.Document;

/**
 * Migrations, one document each. It keeps the events themselves under their numbers, from which the
 * query side puts the migration together, and beside them what lists are filtered and sorted by.
 */
@ProcessingGroup(ProcessingGroups.GOVERNANCE_VIEWS)
public final class MigrationViews {

  /** The stream is that of the document's own id, whose dots would be taken for a path. */
  private static final String OWN_STREAM = "migration";

  private final BatchWriter<DocumentChange> writer;
  private final DocumentStore store;

  /** Views that are written by the group's writer. */
  public MigrationViews(BatchWriter<DocumentChange> writer, DocumentStore store) {
    this.writer = writer;
    this.store = store;
  }

  @EventHandler
  void on(MigrationEvent event, @SequenceNumber long sequence) {
    writer.add(List.of(change(event, sequence)));
  }

  @ResetHandler
  void reset() {
    store.empty(List.of(Views.MIGRATIONS));
  }

  static DocumentChange change(MigrationEvent event, long sequence) {
    DocumentChange change =
        DocumentChange.of(Views.MIGRATIONS, event.migration().value(), OWN_STREAM, sequence)
            .fact(
                Views.EVENTS + "." + sequence,
                new Document(Views.EVENT_TYPE, typeOf(event))
                    .append(Views.EVENT_TEXT, Values.text(event)));
    return switch (event) {
      case MigrationOpened opened -> {
        MigrationId id = opened.migration();
        concerns(change, id.contract().product().domain());
        opened.participants().forEach(each -> concerns(change, each.id().domain()));
        yield change
            .fact(Views.ORDER, Views.order(Times.text(opened.openedAt()), id.value()))
            .standing(Views.STATE, state(MigrationStatus.OPEN));
      }
      case MigrationParticipantJoined joined ->
          concerns(change, joined.participant().id().domain());
      case MigrationClosed _ -> change.standing(Views.STATE, state(MigrationStatus.CLOSED));
      case MigrationParticipantLeft _,
          MigrationAcknowledged _,
          MigrationStarted _,
          MigrationCompleted _,
          MigrationExtensionRequested _,
          MigrationExtensionGranted _,
          MigrationExtensionDeclined _,
          MigrationExtended _,
          MigrationReminded _ ->
          change;
    };
  }

  private static DocumentChange concerns(DocumentChange change, DomainId domain) {
    return change.fact(Views.DOMAINS_CONCERNED + "." + domain.value(), true);
  }

  private static Document state(MigrationStatus status) {
    return new Document(Views.STATUS, status.name());
  }

  private static String typeOf(MigrationEvent event) {
    return Objects.requireNonNull(event.getClass().getAnnotation(EventType.class)).value();
  }
}

package io.concordat.queryside.migration;

import io.concordat.messages.migration.MigrationAcknowledged;
import io.concordat.messages.migration.MigrationClosed;
import io.concordat.messages.migration.MigrationCompleted;
import io.concordat.messages.migration.MigrationEvent;
import io.concordat.messages.migration.MigrationExtended;
import io.concordat.messages.migration.MigrationExtensionDeclined;
import io.concordat.messages.migration.MigrationExtensionGranted;
import io.concordat.messages.migration.MigrationExtensionRequested;
import io.concordat.messages.migration.MigrationOpened;
import io.concordat.messages.migration.MigrationParticipant;
import io.concordat.messages.migration.MigrationParticipantJoined;
import io.concordat.messages.migration.MigrationParticipantLeft;
import io.concordat.messages.migration.MigrationReminded;
import io.concordat.messages.migration.MigrationStarted;
import io.concordat.messages.migration.MigrationStatus;
import io.concordat.messages.migration.MigrationView;
import io.concordat.messages.migration.MigrationView.Extension;
import io.concordat.messages.migration.MigrationView.Participant;
import io.concordat.messages.migration.MigrationView.Reminder;
import io.concordat.messages.migration.MigrationView.Step;
import io.concordat.messages.migration.ParticipantId;
import io.concordat.messages.migration.ParticipantStatus;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Puts a migration together from its events. */
final class MigrationHistory {

  private final MigrationOpened opened;
  private final SortedMap<ParticipantId, Participant> participants = new TreeMap<>();
  private final List<Reminder> reminders = new ArrayList<>();
  private Instant supportedUntil;
  private @Nullable Instant closedAt;

  private MigrationHistory(MigrationOpened opened) {
    this.opened = opened;
    this.supportedUntil = opened.supportedUntil();
    opened.participants().forEach(each -> announce(each, opened.openedAt()));
  }

  /**
   * The migration after all of its events.
   *
   * @param events in order
   * @throws IllegalArgumentException where they do not begin with its opening
   */
  static MigrationView of(List<MigrationEvent> events) {
    if (events.isEmpty() || !(events.getFirst() instanceof MigrationOpened opened)) {
      throw new IllegalArgumentException("A migration begins with its opening");
    }
    MigrationHistory history = new MigrationHistory(opened);
    events.stream().skip(1).forEach(history::take);
    return history.view();
  }

  private MigrationView view() {
    return new MigrationView(
        opened.migration(),
        opened.successor(),
        closedAt == null ? MigrationStatus.OPEN : MigrationStatus.CLOSED,
        opened.affected(),
        opened.openedAt(),
        supportedUntil,
        closedAt,
        List.copyOf(participants.values()),
        reminders);
  }

  private void take(MigrationEvent event) {
    switch (event) {
      case MigrationOpened again ->
          throw new IllegalArgumentException(again.migration() + " was opened before");
      case MigrationParticipantJoined joined -> announce(joined.participant(), joined.joinedAt());
      case MigrationParticipantLeft left ->
          change(left.participant(), before -> with(before, ParticipantStatus.LEFT));
      case MigrationAcknowledged told ->
          change(
              told.participant(),
              before ->
                  new Participant(
                      before.id(),
                      ParticipantStatus.ACKNOWLEDGED,
                      before.elements(),
                      before.announcedAt(),
                      new Step(told.acknowledgedAt(), told.acknowledgedBy()),
                      before.started(),
                      before.completed(),
                      before.extension()));
      case MigrationStarted told ->
          change(
              told.participant(),
              before ->
                  new Participant(
                      before.id(),
                      ParticipantStatus.MIGRATING,
                      before.elements(),
                      before.announcedAt(),
                      before.acknowledged(),
                      new Step(told.startedAt(), told.startedBy()),
                      before.completed(),
                      before.extension()));
      case MigrationCompleted told ->
          change(
              told.participant(),
              before ->
                  new Participant(
                      before.id(),
                      ParticipantStatus.DONE,
                      before.elements(),
                      before.announcedAt(),
                      before.acknowledged(),
                      before.started(),
                      new Step(told.completedAt(), told.completedBy()),
                      before.extension()));
      case MigrationExtensionRequested told ->
          change(
              told.participant(),
              before ->
                  with(
                      before,
                      new Extension(
                          told.until(),
                          told.reason(),
                          new Step(told.requestedAt(), told.requestedBy()),
                          null,
                          null,
                          null)));
      case MigrationExtensionGranted told ->
          answer(told.participant(), true, null, new Step(told.grantedAt(), told.grantedBy()));
      case MigrationExtensionDeclined told ->
          answer(
              told.participant(),
              false,
              told.reason(),
              new Step(told.declinedAt(), told.declinedBy()));
      case MigrationExtended told -> supportedUntil = told.supportedUntil();
      case MigrationReminded told ->
          reminders.add(
              new Reminder(
                  told.daysBefore(),
                  told.supportedUntil(),
                  told.remindedAt(),
                  told.participants()));
      case MigrationClosed told -> {
        closedAt = told.closedAt();
        told.late().forEach(late -> change(late, before -> with(before, ParticipantStatus.LATE)));
      }
    }
  }

  private void announce(MigrationParticipant participant, Instant at) {
    participants.put(
        participant.id(),
        new Participant(
            participant.id(),
            ParticipantStatus.ANNOUNCED,
            participant.elements(),
            at,
            null,
            null,
            null,
            null));
  }

  private void answer(
      ParticipantId participant, boolean granted, @Nullable String answer, Step answered) {
    change(
        participant,
        before -> {
          Extension asked = before.extension();
          return asked == null
              ? before
              : with(
                  before,
                  new Extension(
                      asked.until(), asked.reason(), asked.requested(), granted, answer, answered));
        });
  }

  private void change(ParticipantId participant, UnaryOperator<Participant> change) {
    participants.computeIfPresent(participant, (_, before) -> change.apply(before));
  }

  private static Participant with(Participant before, Extension extension) {
    return new Participant(
        before.id(),
        before.status(),
        before.elements(),
        before.announcedAt(),
        before.acknowledged(),
        before.started(),
        before.completed(),
        extension);
  }

  private static Participant with(Participant before, ParticipantStatus status) {
    return new Participant(
        before.id(),
        status,
        before.elements(),
        before.announcedAt(),
        before.acknowledged(),
        before.started(),
        before.completed(),
        before.extension());
  }
}

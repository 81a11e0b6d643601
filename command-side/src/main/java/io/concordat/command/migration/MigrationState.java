package io.concordat.command.migration;

import io.concordat.messages.migration.ParticipantId;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

/** What a decision about a migration depends on. */
sealed interface MigrationState {

  /** Before its first event. */
  record Unopened() implements MigrationState {}

  /** A reminder of one end of support. */
  record Reminder(int daysBefore, Instant supportedUntil) {}

  /**
   * From opened on.
   *
   * @param supportedUntil end of support as this stream knows it, UTC
   * @param reminders that were given
   * @param closed whether the version is retired
   */
  record Opened(
      Instant supportedUntil,
      Map<ParticipantId, Progress> participants,
      Set<Reminder> reminders,
      boolean closed)
      implements MigrationState {

    public Opened {
      participants = Map.copyOf(participants);
      reminders = Set.copyOf(reminders);
    }

    /** Who has moved; sorted. */
    List<ParticipantId> done() {
      return which(true);
    }

    /** Who has not moved; sorted. */
    List<ParticipantId> pending() {
      return which(false);
    }

    private List<ParticipantId> which(boolean done) {
      return participants.entrySet().stream()
          .filter(entry -> entry.getValue().isDone() == done)
          .map(Map.Entry::getKey)
          .sorted()
          .toList();
    }

    Opened joined(ParticipantId participant) {
      return with(participant, Progress.ANNOUNCED);
    }

    /** It takes part no longer, and can join again. */
    Opened without(ParticipantId participant) {
      Map<ParticipantId, Progress> others = new HashMap<>(participants);
      others.remove(participant);
      return new Opened(supportedUntil, others, reminders, closed);
    }

    Opened moved(ParticipantId participant, UnaryOperator<Progress> change) {
      Progress before = participants.get(participant);
      if (before == null) {
        throw new IllegalStateException("The stream tells of a stranger, " + participant);
      }
      return with(participant, change.apply(before));
    }

    Opened until(Instant later) {
      return new Opened(later, participants, reminders, closed);
    }

    Opened reminded(Reminder reminder) {
      Set<Reminder> given = new HashSet<>(reminders);
      given.add(reminder);
      return new Opened(supportedUntil, participants, given, closed);
    }

    Opened ended() {
      return new Opened(supportedUntil, participants, reminders, true);
    }

    private Opened with(ParticipantId participant, Progress progress) {
      Map<ParticipantId, Progress> all = new HashMap<>(participants);
      all.put(participant, progress);
      return new Opened(supportedUntil, all, reminders, closed);
    }
  }
}

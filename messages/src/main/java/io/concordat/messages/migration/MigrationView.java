package io.concordat.messages.migration;

import io.concordat.messages.Subject;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A migration as it is read.
 *
 * @param successor version to move to
 * @param supportedUntil when the version that is left is retired, UTC
 * @param participants by id
 * @param reminders that were given, in order
 */
public record MigrationView(
    MigrationId id,
    String successor,
    MigrationStatus status,
    AffectedElements affected,
    Instant openedAt,
    Instant supportedUntil,
    @Nullable Instant closedAt,
    List<Participant> participants,
    List<Reminder> reminders) {

  public MigrationView {
    participants = List.copyOf(participants);
    reminders = List.copyOf(reminders);
  }

  /**
   * Who has to move.
   *
   * @param elements affected elements that it reads; empty where the whole contract is affected
   * @param announcedAt when the migration was opened, or the participant appeared, UTC
   * @param extension the last request for more time, null where there was none
   */
  public record Participant(
      ParticipantId id,
      ParticipantStatus status,
      List<String> elements,
      Instant announcedAt,
      @Nullable Step acknowledged,
      @Nullable Step started,
      @Nullable Step completed,
      @Nullable Extension extension) {

    public Participant {
      elements = List.copyOf(elements);
    }
  }

  /** Something that was said for a participant, UTC, and by whom. */
  public record Step(Instant at, Subject by) {}

  /**
   * A request for more time.
   *
   * @param until the day that was asked for, UTC
   * @param granted what the producer said; null while it has not answered
   * @param answer why it was declined; null where it was not
   * @param answered when and by whom it was answered; null while it is not
   */
  public record Extension(
      Instant until,
      String reason,
      Step requested,
      @Nullable Boolean granted,
      @Nullable String answer,
      @Nullable Step answered) {}

  /**
   * A reminder that was given.
   *
   * @param participants who had not moved
   */
  public record Reminder(
      int daysBefore,
      Instant supportedUntil,
      Instant remindedAt,
      List<ParticipantId> participants) {

    public Reminder {
      participants = List.copyOf(participants);
    }
  }
}

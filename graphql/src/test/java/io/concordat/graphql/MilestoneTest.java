package io.concordat.graphql;

import static org.assertj.core.api.Assertions.assertThat;

import io.concordat.graphql.migration.Milestone;
import io.concordat.messages.migration.AffectedElements;
import io.concordat.messages.migration.MigrationId;
import io.concordat.messages.migration.MigrationStatus;
import io.concordat.messages.migration.MigrationView;
import io.concordat.messages.migration.MigrationView.Reminder;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What happens when on the way of a migration. */
class MilestoneTest {

  private static final Instant OPENED = Instant.parse("2026-11-01T09:00:00Z");
  private static final Instant END = OPENED.plus(Duration.ofDays(30));

  @Test
  void everythingIsStillToComeAtFirst() {
    assertThat(told(migration(MigrationStatus.OPEN, END, List.of())))
        .containsExactly(
            "2026-11-01 ANNOUNCED null true",
            "2026-11-17 REMINDER 14 false",
            "2026-11-24 REMINDER 7 false",
            "2026-11-30 REMINDER 1 false",
            "2026-12-01 RETIREMENT null false");
  }

  @Test
  void aReminderThatWasOvertakenDoesNotComeAnyMore() {
    Instant given = END.minus(Duration.ofDays(6));
    assertThat(
            told(
                migration(
                    MigrationStatus.OPEN, END, List.of(new Reminder(7, END, given, List.of())))))
        .containsExactly(
            "2026-11-01 ANNOUNCED null true",
            "2026-11-25 REMINDER 7 true",
            "2026-11-30 REMINDER 1 false",
            "2026-12-01 RETIREMENT null false");
  }

  @Test
  void anExtensionBringsItsOwnReminders() {
    Instant later = END.plus(Duration.ofDays(10));
    assertThat(
            told(
                migration(
                    MigrationStatus.OPEN,
                    later,
                    List.of(new Reminder(1, END, END.minus(Duration.ofDays(1)), List.of())))))
        .containsExactly(
            "2026-11-01 ANNOUNCED null true",
            "2026-11-27 REMINDER 14 false",
            "2026-11-30 REMINDER 1 true",
            "2026-12-04 REMINDER 7 false",
            "2026-12-10 REMINDER 1 false",
            "2026-12-11 RETIREMENT null false");
  }

  @Test
  void nothingIsToComeOnceItIsClosed() {
    assertThat(told(migration(MigrationStatus.CLOSED, END, List.of())))
        .containsExactly("2026-11-01 ANNOUNCED null true", "2026-12-01 RETIREMENT null true");
  }

  private static List<String> told(MigrationView migration) {
    return Milestone.of(migration).stream()
        .map(step ->
            step.at().toString().substring(0, 10)
                + " "
                + step.kind()
                + " "
                + step.daysBefore()
                + " "
                + step.happened())
        .toList();
  }

  private static MigrationView migration(
      MigrationStatus status, Instant until, List<Reminder> reminders) {
    return new MigrationView(
        new MigrationId("payments/settlements/daily@1.4.0"),
        "2.0.0",
        status,
        new AffectedElements(false, List.of("settlements.amount")),
        OPENED,
        until,
        status == MigrationStatus.OPEN ? null : until,
        List.of(),
        reminders);
  }
}

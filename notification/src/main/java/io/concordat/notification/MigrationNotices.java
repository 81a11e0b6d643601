package io.concordat.notification;

import io.concordat.messages.incident.IncidentSeverity;
import io.concordat.messages.migration.MigrationClosed;
import io.concordat.messages.migration.MigrationId;
import io.concordat.messages.migration.MigrationOpened;
import io.concordat.messages.migration.MigrationParticipant;
import io.concordat.messages.migration.MigrationReminded;
import java.time.Instant;
import java.util.List;

/**
 * What is told of migrations: low when one opens, medium when its readers are reminded, high on the
 * last day.
 */
public final class MigrationNotices {

  private MigrationNotices() {}

  /** Readers have to move. */
  public static Notice of(MigrationOpened opened) {
    return of(
            NoticeKind.MIGRATION_OPENED,
            opened.migration(),
            IncidentSeverity.LOW,
            "Version %s is retired on %s: version %s breaks it."
                .formatted(
                    opened.migration().version(), opened.supportedUntil(), opened.successor()),
            opened.openedAt())
        .reaching(
            opened.participants().stream().map(MigrationParticipant::id).map(Reader::of).toList());
  }

  /** Some of them have not yet. */
  public static Notice of(MigrationReminded reminded) {
    boolean isLast = reminded.daysBefore() <= 1;
    return of(
            NoticeKind.MIGRATION_REMINDED,
            reminded.migration(),
            isLast ? IncidentSeverity.HIGH : IncidentSeverity.MEDIUM,
            "Version %s is retired on %s, in %d day%s, and is still read."
                .formatted(
                    reminded.migration().version(),
                    reminded.supportedUntil(),
                    reminded.daysBefore(),
                    isLast ? "" : "s"),
            reminded.remindedAt())
        .reaching(reminded.participants().stream().map(Reader::of).toList());
  }

  /** The version is retired. */
  public static Notice of(MigrationClosed closed) {
    int late = closed.late().size();
    return of(
        NoticeKind.MIGRATION_CLOSED,
        closed.migration(),
        late == 0 ? IncidentSeverity.LOW : IncidentSeverity.MEDIUM,
        "Version %s is retired. %d had moved, %d had not."
            .formatted(closed.migration().version(), closed.done().size(), late),
        closed.closedAt());
  }

  private static Notice of(
      NoticeKind kind,
      MigrationId migration,
      IncidentSeverity severity,
      String summary,
      Instant at) {
    return new Notice(
        kind,
        migration.value(),
        migration.contract().product().domain(),
        migration.contract().product(),
        migration.contract(),
        null,
        severity,
        summary,
        null,
        at,
        List.of());
  }
}

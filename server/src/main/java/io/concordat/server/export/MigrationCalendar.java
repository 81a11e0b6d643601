package io.concordat.server.export;

import io.concordat.graphql.migration.Milestone;
import io.concordat.messages.migration.MigrationView;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;

/** Migrations as a calendar: the announcement, the reminders, the day of retirement. */
final class MigrationCalendar {

  private MigrationCalendar() {}

  static String of(String name, Instant stamp, List<MigrationView> migrations) {
    return Calendar.of(
        name,
        stamp,
        migrations.stream()
            .flatMap(migration ->
                Milestone.of(migration).stream().map(milestone -> entry(migration, milestone)))
            .toList());
  }

  private static Calendar.Entry entry(MigrationView migration, Milestone milestone) {
    String left = migration.id().contract() + " " + migration.id().version();
    return new Calendar.Entry(
        uid(migration, milestone),
        milestone.at(),
        null,
        switch (milestone.kind()) {
          case ANNOUNCED -> left + " has a successor: " + migration.successor();
          case REMINDER -> left + " is retired in " + days(milestone);
          case RETIREMENT ->
              milestone.happened() ? left + " was retired" : left + " is retired today";
        },
        description(migration));
  }

  /** A moved day is the same entry at another time. */
  private static String uid(MigrationView migration, Milestone milestone) {
    Integer days = milestone.daysBefore();
    return migration.id()
        + "-"
        + milestone.kind()
        + (days == null ? "" : "-" + days + (milestone.happened() ? "-" + milestone.at() : ""))
        + "@concordat";
  }

  private static String days(Milestone milestone) {
    Integer days = milestone.daysBefore();
    return days != null && days == 1 ? "1 day" : days + " days";
  }

  private static String description(MigrationView migration) {
    String waiting =
        migration.participants().stream()
            .filter(each -> each.status().isPending())
            .map(each -> each.id() + " (" + each.status() + ")")
            .collect(Collectors.joining(", "));
    return "Move from "
        + migration.id().version()
        + " to "
        + migration.successor()
        + ".\nAffected: "
        + (migration.affected().all()
            ? "the contract as a whole"
            : String.join(", ", migration.affected().elements()))
        + ".\nNot moved yet: "
        + (waiting.isEmpty() ? "nobody" : waiting)
        + ".";
  }
}

package io.concordat.server.clock;

import io.concordat.eventstore.command.Commands;
import io.concordat.eventstore.deadline.DeadlineHandler;
import io.concordat.messages.decision.Actor;
import io.concordat.messages.migration.MigrationId;
import io.concordat.messages.migration.RemindMigration;
import org.springframework.stereotype.Component;

/**
 * Reminds those who have not moved, some days before a version is retired. Where the decider says
 * that the day has not come, since support was extended or the clock has been set back meanwhile,
 * the appointment stays and is tried again, until {@link DeadlineKeeper} has moved it.
 */
@Component
class MigrationReminder implements DeadlineHandler {

  static final String TASK = "remind-migration";

  private static final char BETWEEN = '#';

  private final Commands commands;

  MigrationReminder(Commands commands) {
    this.commands = commands;
  }

  static String id(MigrationId migration, int daysBefore) {
    return migration.value() + BETWEEN + daysBefore;
  }

  @Override
  public String taskName() {
    return TASK;
  }

  @Override
  public void handle(String id) {
    int between = id.lastIndexOf(BETWEEN);
    commands
        .send(
            new RemindMigration(
                new MigrationId(id.substring(0, between)),
                Integer.parseInt(id.substring(between + 1))),
            Actor.SYSTEM)
        .join();
  }
}

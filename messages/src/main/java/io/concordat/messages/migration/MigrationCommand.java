package io.concordat.messages.migration;

import io.concordat.messages.Command;

/** What can be asked of a migration. */
public sealed interface MigrationCommand extends Command
    permits OpenMigration,
        JoinMigration,
        LeaveMigration,
        AcknowledgeMigration,
        StartMigration,
        CompleteMigration,
        RequestExtension,
        GrantExtension,
        DeclineExtension,
        RemindMigration,
        ExtendMigration,
        CloseMigration {

  /** Which migration. */
  MigrationId migration();
}

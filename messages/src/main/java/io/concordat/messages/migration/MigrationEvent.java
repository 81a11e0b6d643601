package io.concordat.messages.migration;

import io.concordat.messages.Event;

/** What happens to a migration. */
public sealed interface MigrationEvent extends Event
    permits MigrationOpened,
        MigrationParticipantJoined,
        MigrationParticipantLeft,
        MigrationAcknowledged,
        MigrationStarted,
        MigrationCompleted,
        MigrationExtensionRequested,
        MigrationExtensionGranted,
        MigrationExtensionDeclined,
        MigrationExtended,
        MigrationReminded,
        MigrationClosed {

  /** Which migration. */
  MigrationId migration();
}

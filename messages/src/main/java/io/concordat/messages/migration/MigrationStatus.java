package io.concordat.messages.migration;

/** Where a migration stands. */
public enum MigrationStatus {
  /** The version that is left is still served. */
  OPEN,
  /** The version was retired. */
  CLOSED
}

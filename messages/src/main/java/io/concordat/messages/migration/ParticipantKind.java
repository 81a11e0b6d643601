package io.concordat.messages.migration;

/** What takes part in a migration. */
public enum ParticipantKind {
  /** A dashboard, model, application or notebook. */
  CONSUMER,
  /** A contract that derives from the one that changes. */
  CONTRACT
}

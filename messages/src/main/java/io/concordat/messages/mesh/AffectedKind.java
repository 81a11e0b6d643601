package io.concordat.messages.mesh;

/** What is affected. */
public enum AffectedKind {
  /** A dashboard, model, application or notebook. */
  CONSUMER,
  /** A contract that derives from what changes. */
  CONTRACT,
  /** Stored data that was observed and that no contract speaks of. */
  DATASET
}

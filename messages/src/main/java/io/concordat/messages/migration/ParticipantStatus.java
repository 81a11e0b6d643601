package io.concordat.messages.migration;

/** How far a participant has come. */
public enum ParticipantStatus {
  /** Told of the break. */
  ANNOUNCED,
  /** Has said that it knows. */
  ACKNOWLEDGED,
  /** Is moving. */
  MIGRATING,
  /** Reads the successor. */
  DONE,
  /** Had not moved when the version was retired. */
  LATE
}

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
  LATE,
  /** Reads nothing any more of what is affected. */
  LEFT;

  /** Whether it still has to move, or had not moved in time. */
  public boolean isPending() {
    return switch (this) {
      case ANNOUNCED, ACKNOWLEDGED, MIGRATING, LATE -> true;
      case DONE, LEFT -> false;
    };
  }
}

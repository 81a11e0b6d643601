package io.concordat.messages.contract;

/** Where a submitted version stands. */
public enum ContractVersionStatus {
  /** In force; earlier versions of the same major number stay so beside the latest. */
  ACTIVE,
  /** Still served; a successor is in force. */
  DEPRECATED,
  /** No longer served. */
  RETIRED,
  /** Did not pass the gate; never shipped. */
  REJECTED;

  /** Whether readers can rely on the version. */
  public boolean isServed() {
    return switch (this) {
      case ACTIVE, DEPRECATED -> true;
      case RETIRED, REJECTED -> false;
    };
  }
}

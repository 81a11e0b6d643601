package io.concordat.messages.council;

/** Why a proposal went back to its author. */
public enum SentBackReason {
  /** Standing objections of different domains reached the limit. */
  OBJECTIONS,
  /**
   * Quorum was met, but consents did not outweigh objections, or none came from another domain than
   * the author's.
   */
  NOT_CARRIED
}

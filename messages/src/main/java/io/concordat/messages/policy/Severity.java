package io.concordat.messages.policy;

/** What a violation means for a publication. */
public enum Severity {
  /** Blocks: nothing ships. */
  ERROR,
  /** Tells, and ships. */
  WARNING
}

package io.concordat.contract.commitment;

/** What a commitment is about. */
public enum CommitmentKind {
  /** How old the newest data may be. */
  FRESHNESS,
  /** How long it may take from one delivery to the next. */
  FREQUENCY,
  /** How many values may be missing, or how many must be there. */
  COMPLETENESS,
  /** How many values may be wrong, or how many must be right. */
  ACCURACY,
  /** How many values may be outside of what is allowed. */
  VALIDITY,
  /** How many values may repeat. */
  UNIQUENESS,
  /** How many rows there are. */
  ROW_COUNT,
  AVAILABILITY,
  THROUGHPUT,
  ERROR_RATE,
  /** How long data is kept. */
  RETENTION,
  TIME_TO_DETECT,
  TIME_TO_NOTIFY,
  TIME_TO_REPAIR,
  /** From when the data is there for all. */
  GENERAL_AVAILABILITY,
  END_OF_SUPPORT,
  END_OF_LIFE,
  /** What a contract has thought of itself. */
  CUSTOM
}

package io.concordat.profile.anomaly;

/** What can be unusual about a field in a window. Names are stable. */
public enum AnomalyKind {
  /** How many rows there are. */
  VOLUME,
  /** Which share of them has no value. */
  NULL_RATE,
  /** How many different values there are. */
  CARDINALITY,
  /** The mean of the numbers. */
  MEAN,
  /** How the numbers are distributed. */
  DISTRIBUTION,
  /** Which shapes the texts have. */
  PATTERN
}

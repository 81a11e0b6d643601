package io.concordat.observation.scorecard;

/** What a decision about a month's scorecard depends on. */
enum ScorecardState {
  /** Nothing is announced. */
  OPEN,
  /** The month is closed. */
  PUBLISHED
}

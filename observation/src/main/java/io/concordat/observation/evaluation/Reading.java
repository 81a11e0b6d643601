package io.concordat.observation.evaluation;

/** What an observation says of a promise. */
public sealed interface Reading {

  /** A measure, to be held against the threshold. It is one check. */
  record Measured(Quantity quantity) implements Reading {}

  /** Checks that the producer has judged itself. */
  record Judged(long passed, long failed) implements Reading {}
}

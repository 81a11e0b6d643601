package io.concordat.results;

import io.concordat.results.CheckResult.Place;

/**
 * Why a result becomes no observation.
 *
 * @param suggestion what would make it one; empty where nothing is known
 */
public record Problem(Code code, String message, String suggestion, Place place) {

  /** Stable names; told in {@code docs/errors.md}. */
  public enum Code {
    /** It lacks what it must have, or has it wrongly. */
    RESULT_INVALID,
    /** The check was skipped, or ended in an error. */
    RESULT_NOT_JUDGED,
    /** It does not say what it looked at. */
    RESULT_DATASET_MISSING,
    /** No served contract is about this dataset. */
    RESULT_DATASET_UNKNOWN,
    /** Several contracts may be about this dataset. */
    RESULT_DATASET_AMBIGUOUS,
    /** The contract that it names is not served, or not in this version. */
    RESULT_CONTRACT_UNKNOWN,
    /** The contract's object has no such column. */
    RESULT_COLUMN_UNKNOWN,
    /** The contract does not promise what the check looks at. */
    RESULT_PROMISE_UNKNOWN,
    /** Several promises may be meant. */
    RESULT_PROMISE_AMBIGUOUS
  }
}

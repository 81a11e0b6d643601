package io.concordat.messages.compliance;

import io.concordat.messages.InvalidValue;
import io.concordat.messages.Shape;

/**
 * Checks of one commitment within a window.
 *
 * @param commitment name, at most 200 characters
 * @param passed number of checks that passed, not negative
 * @param failed number of checks that failed, not negative
 */
public record CommitmentCount(String commitment, long passed, long failed) {

  public CommitmentCount {
    Shape.line("commitment", commitment, 200);
    if (passed < 0 || failed < 0) {
      throw new InvalidValue("passed", "counts must not be negative");
    }
  }
}

package io.concordat.profile;

import io.concordat.profile.BadProfile.Fault;

/**
 * How often one thing occurred.
 *
 * @param item a value, or the shape of values
 * @param count how often, at least 1; an estimate where a sketch had to forget rarer things
 */
public record Frequency(String item, long count) {

  /**
   * Checks the range.
   *
   * @throws BadProfile for a count under 1
   */
  public Frequency {
    if (count < 1) {
      throw new BadProfile(
          Fault.PROFILE_FIGURE_INVALID, "a frequency is at least 1 and not " + count);
    }
  }
}

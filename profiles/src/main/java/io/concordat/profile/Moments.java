package io.concordat.profile;

import io.concordat.profile.BadProfile.Fault;

/**
 * Number, mean and spread of numbers, in a form that can be merged without loss: B. P. Welford,
 * "Note on a method for calculating corrected sums of squares and products" (1962), and T. F. Chan,
 * G. H. Golub, R. J. LeVeque, "Updating formulae and a pairwise algorithm for computing sample
 * variances" (1979).
 *
 * @param count how many numbers
 * @param mean their mean, 0 where there are none
 * @param squares the sum of the squares of their distances from the mean
 */
public record Moments(long count, double mean, double squares) {

  /** Of no numbers. */
  public static final Moments NONE = new Moments(0, 0, 0);

  /**
   * Checks the ranges.
   *
   * @throws BadProfile for what is not finite, or negative where it cannot be
   */
  public Moments {
    if (!Double.isFinite(mean) || !Double.isFinite(squares)) {
      throw new BadProfile(
          Fault.PROFILE_FIGURE_NOT_FINITE, "mean and deviation must be finite numbers");
    }
    if (count < 0 || squares < 0) {
      throw new BadProfile(
          Fault.PROFILE_FIGURE_INVALID, "count and deviation cannot be less than 0");
    }
  }

  /**
   * Both together. The order does not matter, up to rounding.
   *
   * @throws BadProfile where the spread is too wide for a double
   */
  public Moments plus(Moments other) {
    if (count == 0) {
      return other;
    }
    if (other.count == 0) {
      return this;
    }
    long all = Math.addExact(count, other.count);
    double distance = other.mean - mean;
    double share = (double) other.count / all;
    return new Moments(
        all,
        mean + distance * share,
        squares + other.squares + distance * distance * count * share);
  }

  /** The standard deviation of the numbers themselves (not of a sample), 0 where there are none. */
  public double deviation() {
    return count == 0 ? 0 : Math.sqrt(squares / count);
  }
}

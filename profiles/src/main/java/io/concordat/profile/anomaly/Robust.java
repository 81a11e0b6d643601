package io.concordat.profile.anomaly;

import java.util.Arrays;

/** Statistics that a few outliers do not move. */
final class Robust {

  /** Makes the median of absolute deviations an estimate of a normal distribution's deviation. */
  private static final double CONSISTENT = 1.4826;

  private Robust() {}

  /** The median; of an even number of figures the mean of the middle two. */
  static double median(double[] figures) {
    double[] sorted = figures.clone();
    Arrays.sort(sorted);
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }

  /**
   * An estimate of the standard deviation of figures around 0: the median of what they amount to,
   * times 1.4826 (P. J. Rousseeuw, C. Croux, "Alternatives to the median absolute deviation",
   * 1993).
   */
  static double deviation(double[] residuals) {
    return CONSISTENT * median(Arrays.stream(residuals).map(Math::abs).toArray());
  }

  /**
   * The third largest amount, which two outliers do not raise; 0 where there are fewer than three.
   */
  static double thirdLargest(double[] residuals) {
    double[] sorted = Arrays.stream(residuals).map(Math::abs).sorted().toArray();
    return sorted.length < 3 ? 0 : sorted[sorted.length - 3];
  }
}

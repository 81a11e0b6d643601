package io.concordat.profile.anomaly;

/**
 * When something is unusual.
 *
 * @param deviations how many robust standard deviations it must be off, above 0
 * @param beyond how many times the third largest residual of the baseline it must be off; this is
 *     what keeps heavy tails, which know no deviation, from raising an alarm a week
 * @param fewestPoints how many windows of history there must be
 * @param mostPoints how many of them, the latest, are looked at
 */
public record Sensitivity(double deviations, double beyond, int fewestPoints, int mostPoints) {

  /** Three deviations, 14 to 56 windows. */
  public static final Sensitivity USUAL = new Sensitivity(3, 1.5, 14, 56);

  /** Checks the ranges. */
  public Sensitivity {
    if (!(deviations > 0) || !(beyond >= 0) || fewestPoints < 3 || mostPoints < fewestPoints) {
      throw new IllegalArgumentException(
          "deviations above 0, beyond from 0, at least 3 points, and at least as many at most");
    }
  }
}

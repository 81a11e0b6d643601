package io.concordat.profile.anomaly;

/**
 * Something unusual.
 *
 * <p>The unit of the figures depends on the kind: rows for {@link AnomalyKind#VOLUME}, values for
 * {@link AnomalyKind#CARDINALITY}, a share from 0 to 1 for {@link AnomalyKind#NULL_RATE}, the
 * field's own unit for {@link AnomalyKind#MEAN}, and for {@link AnomalyKind#DISTRIBUTION} and
 * {@link AnomalyKind#PATTERN} the distance from what is usual, from 0 to 1.
 *
 * @param observed what was there
 * @param expected what was expected
 * @param low the least that would have been usual
 * @param high the most that would have been usual
 */
public record Anomaly(AnomalyKind kind, double observed, double expected, double low, double high) {

  /**
   * How far off it is: 1 at the edge of what is usual, 2 as far again, without end where what is
   * usual reaches nowhere on that side.
   */
  public double distance() {
    double reach = observed >= expected ? high - expected : expected - low;
    return reach > 0 ? Math.abs(observed - expected) / reach : Double.POSITIVE_INFINITY;
  }
}

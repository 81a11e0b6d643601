package io.concordat.profile.anomaly;

import java.util.List;

/**
 * What somebody has said is no alarm.
 *
 * <p>A dismissed figure is usual from then on, and so is all that lies between it and what was
 * usual before, and as far beyond it as what is usual reaches to that side. It is so for later
 * windows of the same field and kind, as long as the dismissed window is in their baseline.
 */
public final class Dismissals {

  private Dismissals() {}

  /**
   * What remains unusual.
   *
   * @param found what is unusual about a window
   * @param dismissed figures of windows in its baseline that were dismissed, in any order
   */
  public static List<Anomaly> without(List<Anomaly> found, List<Anomaly> dismissed) {
    return found.stream()
        .filter(anomaly -> dismissed.stream().noneMatch(other -> isUsual(anomaly, other)))
        .toList();
  }

  private static boolean isUsual(Anomaly found, Anomaly dismissed) {
    double usual = dismissed.observed();
    return dismissed.kind() == found.kind()
        && (found.observed() > found.high()
            ? found.observed() <= usual + (found.high() - found.expected())
            : found.observed() >= usual - (found.expected() - found.low()));
  }
}

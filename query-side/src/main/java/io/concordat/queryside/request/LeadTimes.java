package io.concordat.queryside.request;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Days from asking to having, as quantiles. */
public final class LeadTimes {

  private static final double DAY = Duration.ofDays(1).toSeconds();

  private LeadTimes() {}

  /**
   * A quantile in days, by linear interpolation between the two nearest ranks.
   *
   * @param share 0 to 1
   * @return null where there are no times
   */
  public static @Nullable Double days(List<Duration> times, double share) {
    if (times.isEmpty()) {
      return null;
    }
    List<Double> sorted = times.stream().map(time -> time.toSeconds() / DAY).sorted().toList();
    double rank = share * (sorted.size() - 1);
    double below = sorted.get((int) Math.floor(rank));
    double above = sorted.get((int) Math.ceil(rank));
    return below + (above - below) * (rank - Math.floor(rank));
  }
}

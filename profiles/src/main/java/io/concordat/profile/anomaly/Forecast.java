package io.concordat.profile.anomaly;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * What the next figure of a series should be, and how far off it may be.
 *
 * <p>The trend is the median of the slopes between the points (P. K. Sen, "Estimates of the
 * regression coefficient based on Kendall's tau", 1968), with four weeks of history only between
 * those of one weekday (R. M. Hirsch, J. R. Slack, R. A. Smith, "Techniques of trend analysis for
 * monthly water quality data", 1982). The level is the median of what is left. With four weeks of
 * history a weekday has a level of its own where that leaves at most four fifths of the spread. The
 * spread is that of {@link Robust#deviation}.
 *
 * @param expected what the next figure should be
 * @param residuals how far the points before were off
 */
record Forecast(double expected, double[] residuals) {

  private static final double DAY = 86_400;
  private static final double LONG_ENOUGH = 28 * DAY;
  private static final int POINTS_OF_A_WEEKDAY = 3;
  private static final double WORTH = 0.8;

  /**
   * The next figure of a series.
   *
   * @param times when the points were, in order
   * @param figures as many
   * @param next when the next one is
   */
  static Forecast of(List<Instant> times, double[] figures, Instant next) {
    double[] days = times.stream().mapToDouble(time -> days(next, time)).toArray();
    boolean seasonal = -days[0] * DAY >= LONG_ENOUGH;
    double slope = slope(days, figures, seasonal);
    double[] flat = minus(figures, i -> slope * days[i]);
    double level = Robust.median(flat);
    Forecast plain = new Forecast(level, minus(flat, i -> level));
    if (!seasonal) {
      return plain;
    }
    double[] levels = new double[DayOfWeek.values().length];
    for (DayOfWeek day : DayOfWeek.values()) {
      double[] same =
          IntStream.range(0, flat.length)
              .filter(i -> weekday(times.get(i)) == day)
              .mapToDouble(i -> flat[i])
              .toArray();
      levels[day.ordinal()] = same.length < POINTS_OF_A_WEEKDAY ? level : Robust.median(same);
    }
    Forecast weekly =
        new Forecast(
            levels[weekday(next).ordinal()],
            minus(flat, i -> levels[weekday(times.get(i)).ordinal()]));
    boolean worth =
        Robust.deviation(weekly.residuals) <= WORTH * Robust.deviation(plain.residuals)
            || Robust.thirdLargest(weekly.residuals)
                <= WORTH * Robust.thirdLargest(plain.residuals);
    return worth ? weekly : plain;
  }

  private static double slope(double[] days, double[] figures, boolean seasonal) {
    DoubleStream.Builder slopes = DoubleStream.builder();
    for (int i = 0; i < days.length; i++) {
      for (int j = i + 1; j < days.length; j++) {
        double apart = days[j] - days[i];
        if (apart > 0 && (!seasonal || Math.rint(apart) % 7 == 0)) {
          slopes.add((figures[j] - figures[i]) / apart);
        }
      }
    }
    double[] all = slopes.build().toArray();
    return all.length == 0 ? 0 : Robust.median(all);
  }

  private static double days(Instant from, Instant to) {
    return (to.toEpochMilli() - from.toEpochMilli()) / 1e3 / DAY;
  }

  private static DayOfWeek weekday(Instant time) {
    return time.atOffset(ZoneOffset.UTC).getDayOfWeek();
  }

  private static double[] minus(double[] figures, IntToDoubleFunction less) {
    double[] rest = figures.clone();
    Arrays.setAll(rest, i -> figures[i] - less.applyAsDouble(i));
    return rest;
  }
}

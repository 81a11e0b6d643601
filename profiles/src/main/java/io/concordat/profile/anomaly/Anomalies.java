package io.concordat.profile.anomaly;

import io.concordat.profile.FieldFigures;
import io.concordat.profile.FieldFigures.Numbers;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;

/**
 * What is unusual about a field's window, held against the windows before it.
 *
 * <p>Each kind is a series of figures, made so that its spread does not depend on its level: the
 * logarithm of counts, the arc sine of the root of shares (F. J. Anscombe, 1948), the mean itself,
 * and for distributions and patterns the distance from the median of the 14 windows before. The
 * next figure is forecast from the latest ones, see {@link Forecast}. It is unusual where it is
 * farther off than all of these:
 *
 * <ul>
 *   <li>three robust standard deviations of the residuals;
 *   <li>1.5 times the third largest residual;
 *   <li>three times what chance alone does to a sample of that many rows;
 *   <li>what is worth telling: 10 % of a count, 0.05 deviations of the numbers for a mean, 0.06 of
 *       the angle for a share (from 0 to 0.4 %, from 10 % to 14 %), a distance of 0.05.
 * </ul>
 *
 * <p>Distances are only unusual when they are too large.
 *
 * <p>There is no state beside the windows, so a baseline is as durable as they are. What was
 * unusual stays in the history: two such windows move nothing, and a change that lasts is told for
 * about three windows and is then what is usual.
 */
public final class Anomalies {

  private static final int NEIGHBOURS = 14;
  private static final double LEAST_COUNT = Math.log(1.1);
  private static final double LEAST_SHARE = 0.06;
  private static final double LEAST_DISTANCE = 0.05;
  private static final double LEAST_MEAN = 0.05;
  private static final double ESTIMATE_OF_DISTINCT = 0.016;

  private Anomalies() {}

  /** One point of a series, and what chance alone does to it. */
  private record Point(Instant at, double figure, double chance) {}

  /**
   * What is unusual about a window.
   *
   * @param history windows of the same field, in any order; those that are not before the window
   *     are not looked at
   * @return what was found, in the order of the kinds; empty while there are too few windows
   */
  public static List<Anomaly> of(
      List<FieldWindow> history, FieldWindow window, Sensitivity sensitivity) {
    List<FieldWindow> before =
        history.stream()
            .filter(each -> each.from().isBefore(window.from()))
            .sorted(Comparator.comparing(FieldWindow::from))
            .toList();
    int skipped = Math.max(0, before.size() - sensitivity.mostPoints() - NEIGHBOURS);
    List<FieldWindow> all = new ArrayList<>(before.subList(skipped, before.size()));
    all.add(window);
    List<Anomaly> found = new ArrayList<>();
    for (AnomalyKind kind : AnomalyKind.values()) {
      List<Point> series = series(kind, all);
      if (!series.isEmpty() && series.getLast().at().equals(window.from())) {
        judge(kind, series, least(kind, window), sensitivity).ifPresent(found::add);
      }
    }
    return found;
  }

  private static Optional<Anomaly> judge(
      AnomalyKind kind, List<Point> series, double least, Sensitivity sensitivity) {
    Point now = series.getLast();
    int end = series.size() - 1;
    List<Point> base = series.subList(Math.max(0, end - sensitivity.mostPoints()), end);
    if (base.size() < sensitivity.fewestPoints()) {
      return Optional.empty();
    }
    Forecast forecast =
        Forecast.of(
            base.stream().map(Point::at).toList(),
            base.stream().mapToDouble(Point::figure).toArray(),
            now.at());
    double margin =
        Math.max(
            Math.max(
                sensitivity.deviations() * Robust.deviation(forecast.residuals()),
                sensitivity.beyond() * Robust.thirdLargest(forecast.residuals())),
            Math.max(sensitivity.deviations() * now.chance(), least));
    double off = now.figure() - forecast.expected();
    boolean unusual = isDistance(kind) ? off > margin : Math.abs(off) > margin;
    if (!unusual) {
      return Optional.empty();
    }
    DoubleUnaryOperator back = back(kind);
    return Optional.of(
        new Anomaly(
            kind,
            back.applyAsDouble(now.figure()),
            back.applyAsDouble(forecast.expected()),
            back.applyAsDouble(forecast.expected() - margin),
            back.applyAsDouble(forecast.expected() + margin)));
  }

  private static List<Point> series(AnomalyKind kind, List<FieldWindow> windows) {
    return switch (kind) {
      case VOLUME -> windows.stream().map(Anomalies::volume).toList();
      case NULL_RATE ->
          windows.stream()
              .filter(each -> each.figures().count() > 0)
              .map(Anomalies::nulls)
              .toList();
      case CARDINALITY ->
          windows.stream()
              .filter(each -> each.figures().values() > 0)
              .map(Anomalies::distinct)
              .toList();
      case MEAN -> windows.stream().flatMap(each -> mean(each).stream()).toList();
      case DISTRIBUTION -> distributions(windows);
      case PATTERN -> patterns(windows);
    };
  }

  private static Point volume(FieldWindow window) {
    double rows = window.figures().count();
    return new Point(window.from(), Math.log1p(rows), 1 / Math.sqrt(rows + 1));
  }

  private static Point nulls(FieldWindow window) {
    FieldFigures figures = window.figures();
    double share = (double) figures.nulls() / figures.count();
    return new Point(window.from(), Math.asin(Math.sqrt(share)), chanceOfShare(figures.count()));
  }

  private static Point distinct(FieldWindow window) {
    double distinct = window.figures().distinct();
    return new Point(window.from(), Math.log1p(distinct), ESTIMATE_OF_DISTINCT);
  }

  private static Optional<Point> mean(FieldWindow window) {
    Numbers numbers = window.figures().numbers();
    return numbers == null
        ? Optional.empty()
        : Optional.of(
            new Point(
                window.from(),
                numbers.mean(),
                numbers.deviation() / Math.sqrt(window.figures().values())));
  }

  private static List<Point> distributions(List<FieldWindow> windows) {
    List<Point> points = new ArrayList<>();
    List<double[]> past = new ArrayList<>();
    for (FieldWindow window : windows) {
      Numbers numbers = window.figures().numbers();
      if (numbers == null) {
        continue;
      }
      double[] now = numbers.quantiles().stream().mapToDouble(Double::doubleValue).toArray();
      if (past.size() >= NEIGHBOURS) {
        double distance = Distances.ofDistributions(now, Distances.usual(latest(past)));
        points.add(new Point(window.from(), distance, chanceOfShare(window.figures().values())));
      }
      past.add(now);
    }
    return points;
  }

  private static List<Point> patterns(List<FieldWindow> windows) {
    List<Point> points = new ArrayList<>();
    List<Map<String, Double>> past = new ArrayList<>();
    for (FieldWindow window : windows) {
      if (window.figures().shapes().isEmpty()) {
        continue;
      }
      Map<String, Double> now = Distances.shares(window.figures());
      if (past.size() >= NEIGHBOURS) {
        double distance = Distances.ofShares(now, Distances.usualShares(latest(past)));
        points.add(new Point(window.from(), distance, chanceOfShare(window.figures().values())));
      }
      past.add(now);
    }
    return points;
  }

  private static <T> List<T> latest(List<T> all) {
    return all.subList(all.size() - NEIGHBOURS, all.size());
  }

  private static double chanceOfShare(long rows) {
    return 0.5 / Math.sqrt(rows);
  }

  private static double least(AnomalyKind kind, FieldWindow window) {
    Numbers numbers = window.figures().numbers();
    return switch (kind) {
      case VOLUME, CARDINALITY -> LEAST_COUNT;
      case NULL_RATE -> LEAST_SHARE;
      case MEAN -> numbers == null ? 0 : LEAST_MEAN * numbers.deviation();
      case DISTRIBUTION, PATTERN -> LEAST_DISTANCE;
    };
  }

  private static boolean isDistance(AnomalyKind kind) {
    return switch (kind) {
      case DISTRIBUTION, PATTERN -> true;
      case VOLUME, NULL_RATE, CARDINALITY, MEAN -> false;
    };
  }

  /** From a figure of the series to one that a person can read. */
  private static DoubleUnaryOperator back(AnomalyKind kind) {
    return switch (kind) {
      case VOLUME, CARDINALITY -> figure -> Math.max(0, Math.expm1(figure));
      case NULL_RATE -> figure -> Math.pow(Math.sin(Math.clamp(figure, 0, Math.PI / 2)), 2);
      case MEAN -> DoubleUnaryOperator.identity();
      case DISTRIBUTION, PATTERN -> figure -> Math.clamp(figure, 0, 1);
    };
  }
}

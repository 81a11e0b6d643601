package io.concordat.profile.anomaly;

import io.concordat.profile.FieldFigures;
import io.concordat.profile.Frequency;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** How far what is seen is from what was usual, from 0 (the same) to 1 (nothing in common). */
final class Distances {

  private Distances() {}

  /**
   * The largest distance of two distribution functions (Kolmogorov and Smirnov), at the quantiles
   * that are known of each. Between them they are taken to be straight.
   */
  static double ofDistributions(double[] one, double[] other) {
    double most = 0;
    for (int i = 0; i < one.length; i++) {
      most = Math.max(most, Math.abs(rank(one, one[i]) - rank(other, one[i])));
      most = Math.max(most, Math.abs(rank(one, other[i]) - rank(other, other[i])));
    }
    return most;
  }

  /** For each rank the median of the quantiles of several distributions. */
  static double[] usual(List<double[]> distributions) {
    double[] usual = new double[FieldFigures.QUANTILES];
    for (int i = 0; i < usual.length; i++) {
      int rank = i;
      usual[i] = Robust.median(distributions.stream().mapToDouble(d -> d[rank]).toArray());
    }
    return usual;
  }

  /** The shares of shapes, each of all texts. */
  static Map<String, Double> shares(FieldFigures figures) {
    Map<String, Double> shares = new HashMap<>();
    for (Frequency shape : figures.shapes()) {
      shares.put(shape.item(), (double) shape.count() / figures.values());
    }
    return shares;
  }

  /** For each shape the median of its shares. */
  static Map<String, Double> usualShares(List<Map<String, Double>> shares) {
    Set<String> shapes = new HashSet<>();
    shares.forEach(each -> shapes.addAll(each.keySet()));
    Map<String, Double> usual = new HashMap<>();
    for (String shape : shapes) {
      usual.put(
          shape,
          Robust.median(
              shares.stream().mapToDouble(each -> each.getOrDefault(shape, 0.0)).toArray()));
    }
    return usual;
  }

  /**
   * Half of the sum of the differences (total variation), the shapes that are not listed as one.
   */
  static double ofShares(Map<String, Double> one, Map<String, Double> other) {
    Set<String> shapes = new HashSet<>(one.keySet());
    shapes.addAll(other.keySet());
    double sum = Math.abs(rest(one) - rest(other));
    for (String shape : shapes) {
      sum += Math.abs(one.getOrDefault(shape, 0.0) - other.getOrDefault(shape, 0.0));
    }
    return Math.min(1, sum / 2);
  }

  private static double rest(Map<String, Double> shares) {
    return Math.max(0, 1 - shares.values().stream().mapToDouble(Double::doubleValue).sum());
  }

  private static double rank(double[] quantiles, double value) {
    int last = quantiles.length - 1;
    if (value < quantiles[0]) {
      return 0;
    }
    if (value >= quantiles[last]) {
      return 1;
    }
    int below = last - 1;
    while (quantiles[below] > value) {
      below--;
    }
    double step = quantiles[below + 1] - quantiles[below];
    return (below + (value - quantiles[below]) / step) / last;
  }
}

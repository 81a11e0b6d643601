package io.concordat.profile;

import io.concordat.profile.BadProfile.Fault;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is known of the values of a field in a window.
 *
 * @param count how many rows there were, nulls among them
 * @param nulls how many of them had no value
 * @param distinct how many different values there were, an estimate
 * @param numbers what is known of the values as numbers; null where they are none, or all are null
 * @param top the most frequent values, the most frequent first; empty where values are not kept
 * @param shapes the most frequent shapes of texts, the most frequent first
 */
public record FieldFigures(
    long count,
    long nulls,
    double distinct,
    @Nullable Numbers numbers,
    List<Frequency> top,
    List<Frequency> shapes) {

  /** How many quantiles there are: those at 0, 5, 10 … 100 percent. */
  public static final int QUANTILES = 21;

  /**
   * Numbers of a field.
   *
   * @param mean their mean
   * @param deviation their standard deviation
   * @param quantiles those at 0, 5, 10 … 100 percent, so the first is the least and the last the
   *     greatest number
   */
  public record Numbers(double mean, double deviation, List<Double> quantiles) {

    /**
     * Checks the ranges.
     *
     * @throws BadProfile for what is not finite, negative, not 21 quantiles, or not in order
     */
    public Numbers {
      quantiles = List.copyOf(quantiles);
      finite("the mean", mean);
      finite("the deviation", deviation);
      if (deviation < 0) {
        throw invalid("the deviation cannot be less than 0");
      }
      if (quantiles.size() != QUANTILES) {
        throw invalid("there must be " + QUANTILES + " quantiles and not " + quantiles.size());
      }
      for (int i = 0; i < QUANTILES; i++) {
        finite("quantile " + 5 * i + " %", quantiles.get(i));
        if (i > 0 && quantiles.get(i) < quantiles.get(i - 1)) {
          throw invalid("quantile " + 5 * i + " % is less than the one before");
        }
      }
    }
  }

  /**
   * Checks the ranges.
   *
   * @throws BadProfile for what is not finite, negative, or contradicts itself
   */
  public FieldFigures {
    top = List.copyOf(top);
    shapes = List.copyOf(shapes);
    finite("the distinct count", distinct);
    if (count < 0 || nulls < 0 || distinct < 0) {
      throw invalid("counts cannot be less than 0");
    }
    if (nulls > count) {
      throw invalid("there are " + nulls + " nulls in " + count + " rows");
    }
    if (numbers != null && nulls == count) {
      throw invalid("there are numbers, and all rows are null");
    }
  }

  /** How many rows have a value. */
  public long values() {
    return count - nulls;
  }

  private static void finite(String what, double figure) {
    if (!Double.isFinite(figure)) {
      throw new BadProfile(
          Fault.PROFILE_FIGURE_NOT_FINITE, what + " is " + figure + " and must be a finite number");
    }
  }

  private static BadProfile invalid(String message) {
    return new BadProfile(Fault.PROFILE_FIGURE_INVALID, message);
  }
}

package io.concordat.observation.evaluation;

import io.concordat.observation.evaluation.Holding.Held;
import io.concordat.observation.evaluation.Holding.NotHeld;
import java.util.List;

/**
 * What a reading is held against.
 *
 * @param ranges measures that keep it; empty where only the producer can judge it
 * @param unit of the ranges, as in {@link Quantity}
 */
public record Promise(List<Range> ranges, String unit) implements Pledge {

  /**
   * A run of measures that keep a promise.
   *
   * @param low negative infinity where it has no lower end
   * @param high positive infinity where it has no upper end
   */
  public record Range(double low, boolean lowIncluded, double high, boolean highIncluded) {

    private boolean holds(double amount) {
      return (amount > low || (lowIncluded && amount == low))
          && (amount < high || (highIncluded && amount == high));
    }
  }

  public Promise {
    ranges = List.copyOf(ranges);
  }

  @Override
  public Holding hold(Reading reading) {
    return switch (reading) {
      case Reading.Judged(long passed, long failed) ->
          passed < 0 || failed < 0 || (passed == 0 && failed == 0)
              ? new NotHeld(ObservationFault.OBSERVATION_COUNTS_INVALID)
              : new Held(passed, failed);
      case Reading.Measured(Quantity quantity) -> measure(quantity);
    };
  }

  private Holding measure(Quantity quantity) {
    if (!Double.isFinite(quantity.amount())) {
      return new NotHeld(ObservationFault.OBSERVATION_VALUE_NOT_FINITE);
    }
    if (ranges.isEmpty()) {
      return new NotHeld(ObservationFault.OBSERVATION_NOT_MEASURABLE);
    }
    if (!quantity.unit().equals(unit)) {
      return new NotHeld(ObservationFault.OBSERVATION_UNIT_MISMATCH);
    }
    for (Range range : ranges) {
      if (range.holds(quantity.amount())) {
        return Held.KEPT;
      }
    }
    return Held.BROKEN;
  }
}

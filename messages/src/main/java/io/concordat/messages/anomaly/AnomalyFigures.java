package io.concordat.messages.anomaly;

import io.concordat.messages.InvalidValue;
import java.util.stream.DoubleStream;

/**
 * How unusual something is. The unit depends on the kind: rows, values, a share or distance from 0
 * to 1, or the field's own.
 *
 * @param observed what was there
 * @param expected what was expected
 * @param low the least that would have been usual
 * @param high the most that would have been usual
 */
public record AnomalyFigures(double observed, double expected, double low, double high) {

  public AnomalyFigures {
    if (!DoubleStream.of(observed, expected, low, high).allMatch(Double::isFinite)) {
      throw new InvalidValue("figures", "must be finite");
    }
  }
}

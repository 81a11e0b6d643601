package io.concordat.observation.evaluation.fold;

import io.concordat.observation.evaluation.Pledge;

/**
 * One commitment of a version.
 *
 * @param pledge what a reading is held against
 * @param oldest how old the newest data may be, milliseconds; {@link Long#MAX_VALUE} where silence
 *     breaks nothing
 */
public record Promised(Pledge pledge, long oldest) {

  /** Whether silence breaks it. */
  public boolean isWatched() {
    return oldest != Long.MAX_VALUE;
  }
}

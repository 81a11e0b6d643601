package io.concordat.observation.evaluation.fold;

import io.concordat.messages.incident.IncidentSeverity;
import io.concordat.observation.evaluation.Hysteresis;
import io.concordat.observation.evaluation.Pledge;
import org.jspecify.annotations.Nullable;

/**
 * One commitment of a version.
 *
 * @param told what is promised, for people
 * @param pledge what a reading is held against
 * @param oldest how old the newest data may be, milliseconds; {@link Long#MAX_VALUE} where silence
 *     breaks nothing
 * @param hysteresis how many checks in a row it takes
 * @param severity of its incidents
 * @param hours in which it holds; null for always
 * @param expectation when it must be heard of again; it has no part where silence breaks the
 *     promise
 * @param objective least share of a month's checks that must be kept, percent, above 0 up to 100;
 *     null where the contract names none: then it has no error budget
 */
public record Promised(
    String told,
    Pledge pledge,
    long oldest,
    Hysteresis hysteresis,
    IncidentSeverity severity,
    @Nullable Hours hours,
    Expectation expectation,
    @Nullable Double objective) {

  /** Whether silence breaks it. */
  public boolean isWatched() {
    return oldest != Long.MAX_VALUE;
  }
}

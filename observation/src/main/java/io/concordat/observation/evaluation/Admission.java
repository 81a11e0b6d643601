package io.concordat.observation.evaluation;

import org.jspecify.annotations.Nullable;

/** Whether an observation can be taken at all, whatever was promised. */
public final class Admission {

  private Admission() {}

  /**
   * Why it cannot; null where it can.
   *
   * @param receivedAt when its batch came, milliseconds since 1970 UTC
   */
  public static @Nullable ObservationFault fault(
      Observation observation, long receivedAt, TimeBounds bounds) {
    ObservationFault untimely = bounds.fault(observation.at(), receivedAt);
    if (untimely != null) {
      return untimely;
    }
    return switch (observation.reading()) {
      case Reading.Measured(Quantity(double amount, var _)) ->
          Double.isFinite(amount) ? null : ObservationFault.OBSERVATION_VALUE_NOT_FINITE;
      case Reading.Judged(long passed, long failed) ->
          passed < 0 || failed < 0 || (passed == 0 && failed == 0)
              ? ObservationFault.OBSERVATION_COUNTS_INVALID
              : null;
    };
  }

  /** For people: what is wrong with an observation, by its fault. */
  public static String told(ObservationFault fault) {
    return switch (fault) {
      case OBSERVATION_MALFORMED -> "It is no JSON object.";
      case OBSERVATION_FIELD_MISSING -> "A member is missing.";
      case OBSERVATION_FIELD_INVALID -> "A member is not what it must be.";
      case OBSERVATION_VALUE_NOT_FINITE -> "value must be a finite number.";
      case OBSERVATION_COUNTS_INVALID ->
          "passed and failed must not be negative, and one of them must be above 0.";
      case OBSERVATION_UNIT_MISMATCH -> "The promise is not held in this unit.";
      case OBSERVATION_NOT_MEASURABLE ->
          "The promise has no threshold: send passed and failed instead of value.";
      case OBSERVATION_IN_FUTURE -> "observedAt is later than now; look at the producer's clock.";
      case OBSERVATION_TOO_OLD -> "observedAt is too long ago.";
      case OBSERVATION_REPEATED -> "It was counted before.";
      case OBSERVATION_LATE -> "It is so late that it cannot be told from a repetition.";
      case OBSERVATION_OUT_OF_HOURS -> "Its promise does not hold at that hour.";
      case OBSERVATION_IN_MAINTENANCE -> "The product was being maintained.";
      case OBSERVATION_CONTRACT_UNKNOWN -> "No contract of this id is served.";
      case OBSERVATION_VERSION_UNKNOWN -> "The contract serves no such version.";
      case OBSERVATION_COMMITMENT_UNKNOWN -> "No served version makes this promise.";
    };
  }
}

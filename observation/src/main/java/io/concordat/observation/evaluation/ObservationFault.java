package io.concordat.observation.evaluation;

/** Why an observation does not count. Names are stable. */
public enum ObservationFault {
  /** It is no JSON object. */
  OBSERVATION_MALFORMED,
  /** A member that it must have is not there. */
  OBSERVATION_FIELD_MISSING,
  /** A member is not what it must be. */
  OBSERVATION_FIELD_INVALID,
  /** A measure is not a finite number. */
  OBSERVATION_VALUE_NOT_FINITE,
  /** Numbers of checks are negative, or both are 0. */
  OBSERVATION_COUNTS_INVALID,
  /** The unit is not one that the promise can be held in. */
  OBSERVATION_UNIT_MISMATCH,
  /** Only the producer can judge this promise: it has no threshold. */
  OBSERVATION_NOT_MEASURABLE,
  /** It was observed later than now. */
  OBSERVATION_IN_FUTURE,
  /** It was observed too long ago. */
  OBSERVATION_TOO_OLD,
  /** It was counted before. */
  OBSERVATION_REPEATED,
  /** It is so late that it cannot be told from a repetition. */
  OBSERVATION_LATE,
  /** It was observed outside of the hours in which its promise holds. */
  OBSERVATION_OUT_OF_HOURS,
  /** It was observed while its product was being maintained. */
  OBSERVATION_IN_MAINTENANCE,
  /** No version of its contract is served. It is kept apart. */
  OBSERVATION_CONTRACT_UNKNOWN,
  /** Its version is not served. It is kept apart. */
  OBSERVATION_VERSION_UNKNOWN,
  /** Its commitment is promised by none of the versions. It is kept apart. */
  OBSERVATION_COMMITMENT_UNKNOWN
}

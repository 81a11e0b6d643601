package io.concordat.messages.incident;

/** Why an incident ended. */
public enum ResolutionCause {
  /** The product's team put it right. */
  FIXED,
  /** Nothing was broken. */
  FALSE_ALARM,
  /** It was broken where the data come from. */
  UPSTREAM,
  /** It is left as it is. */
  ACCEPTED,
  /** Measured as kept again. Only the service itself says so. */
  RECOVERED
}

package io.concordat.messages.incident;

/** Why an incident ended. */
public enum ResolutionCause {
  FIXED,
  FALSE_ALARM,
  UPSTREAM,
  ACCEPTED
}

package io.concordat.messages.council;

/** How a round ended. */
public enum RoundOutcome {
  ADOPTED,
  SENT_BACK,
  LAPSED,
  WITHDRAWN
}

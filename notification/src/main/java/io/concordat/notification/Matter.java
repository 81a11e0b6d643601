package io.concordat.notification;

import java.util.Locale;

/** What a notice is about. */
public enum Matter {
  INCIDENT,
  /** An error budget that is spent too fast. */
  BURN,
  /** Readers have to move from a version that will be retired. */
  MIGRATION,
  /** The month of a domain. */
  SCORECARD,
  /** A ballot of the council. */
  PROPOSAL;

  /** As it is named in messages, such as {@code incident}. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }
}

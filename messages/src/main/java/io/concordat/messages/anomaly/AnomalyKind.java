package io.concordat.messages.anomaly;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** What of a field can be unusual in a window. Names are permanent. */
public enum AnomalyKind {
  /** How many rows there are. */
  VOLUME,
  /** Which share of them has no value. */
  NULL_RATE,
  /** How many different values there are. */
  CARDINALITY,
  /** The mean of the numbers. */
  MEAN,
  /** How the numbers are distributed. */
  DISTRIBUTION,
  /** Which shapes the texts have. */
  PATTERN;

  /** With it begins the commitment of each incident that is about an anomaly. */
  public static final String PREFIX = "anomaly:";

  private static final int LONGEST = 140;

  /**
   * What stands for the commitment in incidents about this kind of anomaly of a field, such as
   * {@code anomaly:MEAN:settlement.amount}. Long names of fields, and those with control
   * characters, are cut, and told apart by a hash.
   */
  public String commitment(String field) {
    String plain = field.codePoints().anyMatch(Character::isISOControl) ? "?" : field;
    if (plain.length() > LONGEST) {
      plain = plain.substring(0, LONGEST);
    }
    String told = PREFIX + name() + ":" + plain;
    return plain.equals(field)
        ? told
        : told + "~" + UUID.nameUUIDFromBytes(field.getBytes(StandardCharsets.UTF_8));
  }

  /** Whether an incident with this commitment is about an anomaly. */
  public static boolean isCommitment(String commitment) {
    return commitment.startsWith(PREFIX);
  }
}

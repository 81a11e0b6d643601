package io.concordat.contract.tree;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Optional;

/** Numbers as text, bounded so that none costs more than it says. */
public final class Decimals {

  private static final int MAX_DIGITS = 400;
  private static final int MAX_EXPONENT = 400;

  private Decimals() {}

  /**
   * The number that a text is, decimal or as YAML's 0x and 0o; empty where it is none, or one whose
   * digits would be more than a few hundred.
   */
  public static Optional<BigDecimal> parse(String text) {
    if (text.length() > MAX_DIGITS) {
      return Optional.empty();
    }
    try {
      if (text.startsWith("0x")) {
        return Optional.of(new BigDecimal(new BigInteger(text.substring(2), 16)));
      }
      if (text.startsWith("0o")) {
        return Optional.of(new BigDecimal(new BigInteger(text.substring(2), 8)));
      }
      BigDecimal value = new BigDecimal(text);
      boolean bounded = Math.abs((long) value.precision() - value.scale()) <= MAX_EXPONENT;
      return bounded ? Optional.of(value) : Optional.empty();
    } catch (NumberFormatException notDecimal) {
      return Optional.empty();
    }
  }
}

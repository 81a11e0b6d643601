package io.concordat.contract.change;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The formats of numbers that the standard names, such as {@code i32}.
 *
 * @param kind {@code i} signed, {@code u} unsigned, {@code f} floating
 * @param bits how many
 */
record NumberFormat(char kind, int bits) {

  private static final Pattern FORM = Pattern.compile("([iuf])([0-9]{1,3})");

  /** Reads a format; empty where it is none of numbers. */
  static Optional<NumberFormat> of(String text) {
    Matcher matcher = FORM.matcher(text);
    return matcher.matches()
        ? Optional.of(
            new NumberFormat(matcher.group(1).charAt(0), Integer.parseInt(matcher.group(2))))
        : Optional.empty();
  }

  /** Whether each of its values is one of the other's. */
  boolean isWithin(NumberFormat other) {
    if (kind == other.kind) {
      return bits <= other.bits;
    }
    return kind == 'u' && other.kind == 'i' && bits < other.bits;
  }
}

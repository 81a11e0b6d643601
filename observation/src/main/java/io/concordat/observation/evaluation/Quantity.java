package io.concordat.observation.evaluation;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A measure in the unit that promises are kept in: spans of time in {@code seconds}, shares in
 * {@code percent}, numbers of rows in {@code rows}; anything else in its own unit.
 *
 * @param unit lower case; empty for a bare number
 */
public record Quantity(double amount, String unit) {

  /**
   * Converts what was measured.
   *
   * @param unit as written, in any case; null for a bare number
   */
  public static Quantity of(double amount, @Nullable String unit) {
    String name = unit == null ? "" : unit.strip().toLowerCase(Locale.ROOT);
    return switch (name) {
      case "ms", "millisecond", "milliseconds" -> new Quantity(amount / 1_000, "seconds");
      case "s", "sec", "second", "seconds" -> new Quantity(amount, "seconds");
      case "m", "min", "minute", "minutes" -> new Quantity(amount * 60, "seconds");
      case "h", "hr", "hour", "hours" -> new Quantity(amount * 3_600, "seconds");
      case "d", "day", "days" -> new Quantity(amount * 86_400, "seconds");
      case "%", "percent" -> new Quantity(amount, "percent");
      case "ratio" -> new Quantity(amount * 100, "percent");
      case "row", "rows" -> new Quantity(amount, "rows");
      default -> new Quantity(amount, name);
    };
  }
}

package io.concordat.contract.commitment;

import io.concordat.contract.odcs.QualityRule;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The measured values that keep a promise: one range, or two with a gap between them.
 *
 * <p>{@code mustBeBetween} leaves both bounds out, as the text of ODCS says that it equals {@code
 * mustBeGreaterThan} and {@code mustBeLessThan} together, and that its text is what counts.
 *
 * @param ranges ascending, without overlap; empty where no value keeps the promise
 */
public record Threshold(List<Range> ranges) {

  /** What measured values can be at all; a threshold is cut to it. */
  public enum Domain {
    /** Whole numbers from 0, such as rows. */
    COUNT,
    /** 0 to 100. */
    PERCENT,
    /** Anything. */
    ANY
  }

  /**
   * A run of values.
   *
   * @param low null where it has no lower end
   * @param high null where it has no upper end
   */
  public record Range(
      @Nullable BigDecimal low,
      boolean lowIncluded,
      @Nullable BigDecimal high,
      boolean highIncluded) {

    boolean isEmpty() {
      if (low == null || high == null) {
        return false;
      }
      int order = low.compareTo(high);
      return order > 0 || (order == 0 && !(lowIncluded && highIncluded));
    }

    boolean holds(BigDecimal value) {
      int fromLow = low == null ? 1 : value.compareTo(low);
      int toHigh = high == null ? -1 : value.compareTo(high);
      return (fromLow > 0 || (fromLow == 0 && lowIncluded))
          && (toHigh < 0 || (toHigh == 0 && highIncluded));
    }

    boolean isWithin(Range other) {
      return startsWithin(other) && endsWithin(other);
    }

    private boolean startsWithin(Range other) {
      if (other.low == null) {
        return true;
      }
      int order = low == null ? -1 : low.compareTo(other.low);
      return order > 0 || (order == 0 && (other.lowIncluded || !lowIncluded));
    }

    private boolean endsWithin(Range other) {
      if (other.high == null) {
        return true;
      }
      int order = high == null ? 1 : high.compareTo(other.high);
      return order < 0 || (order == 0 && (other.highIncluded || !highIncluded));
    }

    String spoken() {
      if (low == null && high == null) {
        return "any value";
      }
      if (low == null || high == null) {
        return low == null
            ? (highIncluded ? "at most " : "less than ") + shown(high)
            : (lowIncluded ? "at least " : "more than ") + shown(low);
      }
      if (low.compareTo(high) == 0) {
        return "exactly " + shown(low);
      }
      return (lowIncluded ? "at least " : "more than ")
          + shown(low)
          + " and "
          + (highIncluded ? "at most " : "less than ")
          + shown(high);
    }

    private static String shown(@Nullable BigDecimal number) {
      return number == null ? "" : number.stripTrailingZeros().toPlainString();
    }
  }

  public Threshold {
    ranges = List.copyOf(ranges);
  }

  /** What a rule's operator accepts; empty where it has none, or its operands are not numbers. */
  public static Optional<Threshold> of(QualityRule rule, Domain domain) {
    String operator = rule.operator();
    List<BigDecimal> operands =
        rule.operands().stream().map(BigDecimal::stripTrailingZeros).toList();
    boolean pair = operator != null && operator.endsWith("Between");
    if (operator == null || operands.size() != (pair ? 2 : 1)) {
      return Optional.empty();
    }
    BigDecimal first = operands.getFirst();
    BigDecimal last = operands.getLast();
    List<Range> accepted =
        switch (operator) {
          case "mustBe" -> List.of(new Range(first, true, first, true));
          case "mustNotBe" ->
              List.of(new Range(null, false, first, false), new Range(first, false, null, false));
          case "mustBeGreaterThan" -> List.of(new Range(first, false, null, false));
          case "mustBeGreaterOrEqualTo" -> List.of(new Range(first, true, null, false));
          case "mustBeLessThan" -> List.of(new Range(null, false, first, false));
          case "mustBeLessOrEqualTo" -> List.of(new Range(null, false, first, true));
          case "mustBeBetween" -> List.of(new Range(first, false, last, false));
          case "mustNotBeBetween" ->
              List.of(new Range(null, false, first, true), new Range(last, true, null, false));
          default -> List.of();
        };
    return Optional.of(new Threshold(accepted).within(domain));
  }

  /** At most a value. */
  public static Threshold atMost(BigDecimal value) {
    return new Threshold(List.of(new Range(null, false, value, true)));
  }

  /** At least a value. */
  public static Threshold atLeast(BigDecimal value) {
    return new Threshold(List.of(new Range(value, true, null, false)));
  }

  /** Whether a measured value keeps the promise. */
  public boolean accepts(BigDecimal value) {
    return ranges.stream().anyMatch(range -> range.holds(value));
  }

  /** Whether each value that this accepts is accepted by the other too. */
  public boolean isWithin(Threshold other) {
    return ranges.stream().allMatch(range -> other.ranges.stream().anyMatch(range::isWithin));
  }

  /** Whether it accepts 0 and nothing else, which is the same in rows and in percent. */
  public boolean isNothing() {
    return ranges.size() == 1
        && ranges.getFirst().low() instanceof BigDecimal low
        && ranges.getFirst().high() instanceof BigDecimal high
        && low.signum() == 0
        && high.signum() == 0;
  }

  /** For people, such as {@code at least 1 and less than 5}. */
  public String spoken() {
    return ranges.isEmpty()
        ? "no value at all"
        : ranges.stream().map(Range::spoken).collect(Collectors.joining(", or "));
  }

  private Threshold within(Domain domain) {
    if (domain == Domain.ANY) {
      return this;
    }
    BigDecimal top = domain == Domain.PERCENT ? BigDecimal.valueOf(100) : null;
    List<Range> cut = new ArrayList<>();
    for (Range range : ranges) {
      Range bounded = cut(range, top);
      Range whole = domain == Domain.COUNT ? whole(bounded) : bounded;
      if (!whole.isEmpty()) {
        cut.add(whole);
      }
    }
    return new Threshold(cut);
  }

  private static Range cut(Range range, @Nullable BigDecimal top) {
    boolean fromZero = range.low() == null || range.low().signum() < 0;
    boolean toTop = top != null && (range.high() == null || range.high().compareTo(top) > 0);
    return new Range(
        fromZero ? BigDecimal.ZERO : range.low(),
        fromZero || range.lowIncluded(),
        toTop ? top : range.high(),
        toTop || range.highIncluded());
  }

  /** The same whole numbers, with their first and their last one included. */
  private static Range whole(Range range) {
    BigDecimal low = range.low();
    BigDecimal high = range.high();
    if (low != null) {
      BigDecimal up = low.setScale(0, RoundingMode.CEILING);
      low = !range.lowIncluded() && up.compareTo(low) == 0 ? up.add(BigDecimal.ONE) : up;
    }
    if (high != null) {
      BigDecimal down = high.setScale(0, RoundingMode.FLOOR);
      high =
          !range.highIncluded() && down.compareTo(high) == 0 ? down.subtract(BigDecimal.ONE) : down;
    }
    return new Range(
        low == null ? null : low.stripTrailingZeros(),
        low != null,
        high == null ? null : high.stripTrailingZeros(),
        high != null);
  }
}

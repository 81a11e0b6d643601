package io.concordat.messages.policy;

import io.concordat.messages.InvalidValue;
import io.concordat.messages.Shape;
import java.math.BigDecimal;

/**
 * A threshold that policies share and that the council changes without touching their text.
 *
 * @param name slug, unique within a policy set
 * @param description what it bounds, at most 1,000 characters
 * @param unit of the value, such as {@code percent} or {@code d}; one line of at most 40 characters
 * @param value in force, from {@code least} to {@code most}
 * @param least smallest value that the council may set
 * @param most largest value that the council may set
 */
public record PolicyParameter(
    String name,
    String description,
    String unit,
    BigDecimal value,
    BigDecimal least,
    BigDecimal most) {

  private static final int MAX_DIGITS = 18;

  public PolicyParameter {
    Shape.slug("parameter", name);
    Shape.text("description", description, 1_000);
    Shape.line("unit", unit, 40);
    value = plain("value", value);
    least = plain("least", least);
    most = plain("most", most);
    if (least.compareTo(most) > 0) {
      throw new InvalidValue("least", "must not be above most, which is " + most.toPlainString());
    }
    if (value.compareTo(least) < 0 || value.compareTo(most) > 0) {
      throw new InvalidValue(
          "value",
          "must be between %s and %s, was %s"
              .formatted(least.toPlainString(), most.toPlainString(), value.toPlainString()));
    }
  }

  /** True where the council may set the value. */
  public boolean admits(BigDecimal wished) {
    return wished.compareTo(least) >= 0 && wished.compareTo(most) <= 0;
  }

  /**
   * The parameter with another value.
   *
   * @throws InvalidValue where it is out of bounds
   */
  public PolicyParameter with(BigDecimal changed) {
    return new PolicyParameter(name, description, unit, changed, least, most);
  }

  /** The number without trailing zeros, so that 5 and 5.0 are the same. */
  static BigDecimal plain(String field, BigDecimal number) {
    if (Math.abs((long) number.precision() - number.scale()) > MAX_DIGITS
        || Math.abs((long) number.scale()) > MAX_DIGITS) {
      throw new InvalidValue(field, "must have at most " + MAX_DIGITS + " digits");
    }
    BigDecimal stripped = number.stripTrailingZeros();
    return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
  }
}

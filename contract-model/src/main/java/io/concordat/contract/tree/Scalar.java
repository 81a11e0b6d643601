package io.concordat.contract.tree;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * A single value.
 *
 * @param text its characters after unquoting and unfolding; a number's are as written, so that
 *     {@code 2.10} stays {@code 2.10}
 * @param kind what the YAML 1.2 core schema (and JSON) reads it as
 * @param style how it is written
 */
public record Scalar(Span span, String text, Kind kind, Style style) implements Node {

  /** What a scalar is read as. {@code yes}, {@code NO} and {@code on} are strings in YAML 1.2. */
  public enum Kind {
    STRING("a string"),
    INTEGER("a number"),
    NUMBER("a number"),
    BOOLEAN("true or false"),
    NULL("empty");

    private final String spoken;

    Kind(String spoken) {
      this.spoken = spoken;
    }
  }

  /** How a scalar is written. */
  public enum Style {
    PLAIN,
    SINGLE_QUOTED,
    DOUBLE_QUOTED,
    LITERAL,
    FOLDED
  }

  /** True for the word or the absence that means null. */
  public boolean isNull() {
    return kind == Kind.NULL;
  }

  /** True for integers and other numbers. */
  public boolean isNumber() {
    return kind == Kind.INTEGER || kind == Kind.NUMBER;
  }

  /**
   * The value of a finite decimal number; empty for other kinds, for infinity and not-a-number, and
   * for numbers with more digits or a larger exponent than a contract can mean.
   */
  public Optional<BigDecimal> decimal() {
    return isNumber() ? Decimals.parse(text) : Optional.empty();
  }

  @Override
  public String kindName() {
    return kind.spoken;
  }
}

package io.concordat.contract.export;

import io.concordat.contract.odcs.Property;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The type of a value, in words that every format has an answer to. */
sealed interface DataType {

  /**
   * Text.
   *
   * @param maxLength in characters, null where any
   */
  record Text(@Nullable Integer maxLength) implements DataType {}

  /**
   * An integer.
   *
   * @param bits 8, 16, 32, 64 or 128
   */
  record Whole(int bits, boolean unsigned) implements DataType {}

  /**
   * An exact number.
   *
   * @param precision all digits
   * @param scale digits after the point
   */
  record Decimal(int precision, int scale) implements DataType {}

  /**
   * A binary floating-point number.
   *
   * @param bits 32 or 64
   */
  record Floating(int bits) implements DataType {}

  /** True or false. */
  record Truth() implements DataType {}

  /** A day of the calendar. */
  record Day() implements DataType {}

  /** A time of day, without a zone. */
  record TimeOfDay() implements DataType {}

  /**
   * A point in time.
   *
   * @param zoned false where it is a local date and time, which means a point in time only with a
   *     zone that is known elsewhere
   */
  record Timestamp(boolean zoned) implements DataType {}

  /** Bytes. */
  record Bytes() implements DataType {}

  /** A UUID. */
  record Uuid() implements DataType {}

  /** Any JSON value, or an object whose parts are not told. */
  record AnyJson() implements DataType {}

  /**
   * An object with parts.
   *
   * @param parts at least one
   */
  record Struct(List<Property> parts) implements DataType {

    public Struct {
      parts = List.copyOf(parts);
    }
  }

  /**
   * A list.
   *
   * @param items null where they are not told
   */
  record ListOf(@Nullable Property items) implements DataType {}
}

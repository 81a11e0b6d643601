package io.concordat.contract.export;

import io.concordat.contract.odcs.Property;
import org.jspecify.annotations.Nullable;

/** How the later type of a field relates to its earlier one. */
enum Widening {
  SAME,
  /** Holds all values of before and more; to cast one that did not fit before fails. */
  WIDER,
  /** Holds only some of the values of before, all of which fit. */
  NARROWER,
  /** Holds longer texts than before. */
  LONGER,
  OTHER;

  static Widening of(DataType old, DataType young, Property oldField, Property youngField) {
    return switch (old) {
      case DataType.Struct _, DataType.ListOf _ -> Shapes.same(oldField, youngField) ? SAME : OTHER;
      case DataType.Text text when young instanceof DataType.Text longer ->
          length(text.maxLength(), longer.maxLength());
      case DataType.Whole whole when young instanceof DataType.Whole other -> {
        if (other.equals(whole)) {
          yield SAME;
        }
        yield holds(other, whole) ? WIDER : holds(whole, other) ? NARROWER : OTHER;
      }
      case DataType.Whole whole when young instanceof DataType.Decimal decimal ->
          decimal.scale() == 0 && digits(whole) <= decimal.precision() ? WIDER : OTHER;
      case DataType.Decimal decimal when young instanceof DataType.Decimal other ->
          other.scale() != decimal.scale()
              ? OTHER
              : order(Integer.compare(other.precision(), decimal.precision()));
      case DataType.Floating floating when young instanceof DataType.Floating other ->
          other.bits() > floating.bits()
              ? OTHER
              : order(Integer.compare(other.bits(), floating.bits()));
      default -> old.equals(young) ? SAME : OTHER;
    };
  }

  private static Widening length(@Nullable Integer old, @Nullable Integer young) {
    if (old == null || (young != null && young <= old)) {
      return SAME;
    }
    return LONGER;
  }

  private static Widening order(int order) {
    return order == 0 ? SAME : order > 0 ? WIDER : NARROWER;
  }

  private static boolean holds(DataType.Whole wider, DataType.Whole whole) {
    return Types.range(wider)[0].compareTo(Types.range(whole)[0]) <= 0
        && Types.range(wider)[1].compareTo(Types.range(whole)[1]) >= 0;
  }

  private static int digits(DataType.Whole whole) {
    return Types.range(whole)[1].precision();
  }

  /** Whether nested fields are the same ones. */
  private static final class Shapes {

    private static boolean same(Property old, Property young) {
      boolean parts = old.properties().size() == young.properties().size();
      for (int i = 0; parts && i < old.properties().size(); i++) {
        Property one = old.properties().get(i);
        Property other = young.properties().get(i);
        parts = one.name().equals(other.name()) && nested(one, other);
      }
      Property oldItems = old.items();
      Property youngItems = young.items();
      boolean items =
          oldItems == null || youngItems == null
              ? oldItems == youngItems
              : nested(oldItems, youngItems);
      return parts && items;
    }

    private static boolean nested(Property one, Property other) {
      Notes unheard = new Notes();
      DataType old = Types.of(one, "", unheard);
      DataType young = Types.of(other, "", unheard);
      boolean kept = !one.required() || other.required();
      return kept && of(old, young, one, other) == SAME;
    }
  }
}

package io.concordat.contract.policy;

import dev.cel.common.values.NullValue;
import io.concordat.contract.tree.Mapping;
import io.concordat.contract.tree.Node;
import io.concordat.contract.tree.Scalar;
import io.concordat.contract.tree.Sequence;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;

/** Parts of a document as values of CEL's own types. */
final class PlainValues {

  private PlainValues() {}

  static Object of(Node node) {
    return switch (node) {
      case Scalar scalar -> scalar(scalar);
      case Sequence sequence -> sequence.items().stream().map(PlainValues::of).toList();
      case Mapping mapping -> {
        Map<String, Object> values = new LinkedHashMap<>();
        mapping.entries().forEach((name, entry) -> values.put(name, of(entry.value())));
        yield values;
      }
    };
  }

  private static Object scalar(Scalar scalar) {
    return switch (scalar.kind()) {
      case STRING -> scalar.text();
      case NULL -> NullValue.NULL_VALUE;
      case BOOLEAN -> scalar.text().equalsIgnoreCase("true");
      case INTEGER, NUMBER -> scalar.decimal().map(PlainValues::number).orElse(scalar.text());
    };
  }

  private static Object number(BigDecimal value) {
    boolean fitsLong = value.stripTrailingZeros().scale() <= 0 && value.abs().precision() <= 18;
    return fitsLong && value.scale() <= 0 ? (Object) value.longValue() : value.doubleValue();
  }
}

package io.concordat.contract.odcs;

import io.concordat.contract.shape.ObjectShape;
import io.concordat.contract.shape.Shape;
import io.concordat.contract.shape.Shapes;
import io.concordat.contract.tree.Mapping;
import io.concordat.contract.tree.Node;
import io.concordat.contract.tree.Scalar;
import io.concordat.contract.tree.Sequence;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The {@code logicalTypeOptions} that each logical type has. */
final class TypeOptions {

  private static final Shape POSITIVE =
      (node, path, check) -> {
        Shapes.NUMBER.verify(node, path, check);
        if (node instanceof Scalar scalar
            && scalar.decimal().filter(value -> value.signum() <= 0).isPresent()) {
          check.add(path, node, "must be greater than 0.");
        }
      };

  private static final Shape NAMES =
      (node, path, check) -> {
        Shapes.list(Shapes.TEXT, 1).verify(node, path, check);
        if (node instanceof Sequence sequence) {
          Set<String> seen = new HashSet<>();
          for (Node item : sequence.items()) {
            if (item instanceof Scalar name && !seen.add(name.text())) {
              check.add(
                  path,
                  item,
                  "must name each property once, but has '%s' twice."
                      .formatted(Shapes.shorten(name.text())));
            }
          }
        }
      };

  private static final ObjectShape DATE =
      bounds(options("date").with(Shapes.TEXT, "format"), Shapes.TEXT);

  private static final ObjectShape TIME =
      DATE.named("the options of type timestamp or time")
          .with(Shapes.BOOLEAN, "timezone")
          .with(Shapes.TEXT, "defaultTimezone");

  private static final ObjectShape NUMBERS =
      bounds(options("number").with(POSITIVE, "multipleOf"), Shapes.NUMBER);

  private static final Map<String, Shape> BY_TYPE =
      Map.of(
          "string",
          options("string")
              .with(Shapes.NOT_NEGATIVE, "minLength", "maxLength")
              .with(Shapes.TEXT, "pattern", "format"),
          "date",
          DATE,
          "timestamp",
          TIME,
          "time",
          TIME,
          "integer",
          NUMBERS
              .named("the options of type integer")
              .with(
                  Shapes.word(
                      List.of(
                          "i8", "i16", "i32", "i64", "i128", "u8", "u16", "u32", "u64", "u128")),
                  "format"),
          "number",
          NUMBERS.with(Shapes.word(List.of("f32", "f64")), "format"),
          "object",
          options("object")
              .with(Shapes.NOT_NEGATIVE, "maxProperties", "minProperties")
              .with(NAMES, "required"),
          "array",
          options("array")
              .with(Shapes.NOT_NEGATIVE, "maxItems", "minItems")
              .with(Shapes.BOOLEAN, "uniqueItems"),
          "boolean",
          Shapes.ANY_MAPPING);

  /** Without a type there are no options. */
  static final Shape WITHOUT_TYPE =
      (node, path, check) -> {
        Shapes.ANY_MAPPING.verify(node, path, check);
        if (node instanceof Mapping mapping && !mapping.entries().isEmpty()) {
          check.add(path, node, "Add 'logicalType' to this property: its options depend on it.");
        }
      };

  private TypeOptions() {}

  /** The shape of a logical type's options. */
  static Shape of(String type) {
    return BY_TYPE.getOrDefault(type, Shapes.ANY_MAPPING);
  }

  private static ObjectShape options(String type) {
    return ObjectShape.of("the options of type " + type);
  }

  /** Before 3.1 true or false said that the bound beside it is exclusive. */
  private static ObjectShape bounds(ObjectShape options, Shape value) {
    return options
        .with(value, "minimum", "maximum")
        .with(
            Shape.changed(Shapes.BOOLEAN, Editions.V3_1_0, value),
            "exclusiveMinimum",
            "exclusiveMaximum");
  }
}

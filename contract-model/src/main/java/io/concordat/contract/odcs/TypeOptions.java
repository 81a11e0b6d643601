package io.concordat.contract.odcs;

import io.concordat.contract.tree.Mapping;
import io.concordat.contract.tree.Scalar;
import java.util.List;
import java.util.Map;

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

  /** A number; before 3.1 true or false, which said that the bound beside it is exclusive. */
  private static final Shape EXCLUSIVE_BOUND =
      (node, path, check) -> {
        boolean oldForm =
            check.before31()
                && node instanceof Scalar scalar
                && scalar.kind() == Scalar.Kind.BOOLEAN;
        if (!oldForm) {
          Shapes.NUMBER.verify(node, path, check);
        }
      };

  private static final ObjectShape DATE =
      options("date")
          .with(
              Shapes.TEXT, "format", "exclusiveMaximum", "maximum", "exclusiveMinimum", "minimum");

  private static final ObjectShape BOUNDS =
      options("number")
          .with("multipleOf", POSITIVE)
          .with(Shapes.NUMBER, "maximum", "minimum")
          .with(EXCLUSIVE_BOUND, "exclusiveMaximum", "exclusiveMinimum");

  private static final Map<String, Shape> BY_TYPE =
      Map.of(
          "string",
          options("string")
              .with(Shapes.NOT_NEGATIVE, "minLength", "maxLength")
              .with(Shapes.TEXT, "pattern", "format"),
          "date",
          DATE,
          "timestamp",
          DATE.with("timezone", Shapes.BOOLEAN).with("defaultTimezone", Shapes.TEXT),
          "time",
          DATE.with("timezone", Shapes.BOOLEAN).with("defaultTimezone", Shapes.TEXT),
          "integer",
          BOUNDS.with(
              "format",
              Shapes.word(
                  List.of("i8", "i16", "i32", "i64", "i128", "u8", "u16", "u32", "u64", "u128"))),
          "number",
          BOUNDS.with("format", Shapes.word(List.of("f32", "f64"))),
          "object",
          options("object")
              .with(Shapes.NOT_NEGATIVE, "maxProperties", "minProperties")
              .with("required", Shapes.list(Shapes.TEXT, 1)),
          "array",
          options("array")
              .with(Shapes.NOT_NEGATIVE, "maxItems", "minItems")
              .with("uniqueItems", Shapes.BOOLEAN),
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
    return ObjectShape.of("the options of type " + type).closing(ObjectShape.Closing.ALWAYS);
  }
}

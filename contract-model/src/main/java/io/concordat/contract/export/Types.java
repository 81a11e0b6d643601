package io.concordat.contract.export;

import io.concordat.contract.odcs.LogicalTypeOptions;
import io.concordat.contract.odcs.Property;
import java.math.BigDecimal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which type a field has. The logical type leads; the physical type makes it exact where both are
 * of one kind, and stands in for it where the contract gives no logical type.
 */
final class Types {

  private Types() {}

  static DataType of(Property property, String element, Notes notes) {
    Optional<DataType> physical =
        Optional.ofNullable(property.physicalType()).flatMap(PhysicalTypes::parse);
    String logical = property.logicalType();
    if (logical == null) {
      return untold(property, physical, element, notes);
    }
    Facts facts = new Facts(property);
    return switch (logical) {
      case "object" ->
          property.properties().isEmpty()
              ? new DataType.AnyJson()
              : new DataType.Struct(property.properties());
      case "array" -> new DataType.ListOf(property.items());
      default -> {
        DataType byLogic = byLogic(logical, property.options(), facts);
        yield physical.map(type -> exact(byLogic, type, element, notes)).orElse(byLogic);
      }
    };
  }

  private static DataType untold(
      Property property, Optional<DataType> physical, String element, Notes notes) {
    if (!property.properties().isEmpty()) {
      return new DataType.Struct(property.properties());
    }
    if (property.items() != null) {
      return new DataType.ListOf(property.items());
    }
    if (physical.isPresent()) {
      return physical.get();
    }
    notes.add(
        element, "has no logical type and no physical type that is known; it is taken as text");
    return new DataType.Text(null);
  }

  private static DataType byLogic(String logical, LogicalTypeOptions options, Facts facts) {
    return switch (logical) {
      case "integer" -> whole(facts.format());
      case "number" -> number(options, facts.format());
      case "boolean" -> new DataType.Truth();
      case "date" -> new DataType.Day();
      case "time" -> new DataType.TimeOfDay();
      case "timestamp" -> new DataType.Timestamp(!Boolean.FALSE.equals(options.timezone()));
      default ->
          facts.format().equalsIgnoreCase("uuid")
              ? new DataType.Uuid()
              : new DataType.Text(Facts.count(options.maxLength()).filter(n -> n > 0).orElse(null));
    };
  }

  private static DataType whole(String format) {
    return switch (format) {
      case "i8" -> new DataType.Whole(8, false);
      case "u8" -> new DataType.Whole(8, true);
      case "i16" -> new DataType.Whole(16, false);
      case "u16" -> new DataType.Whole(16, true);
      case "i32" -> new DataType.Whole(32, false);
      case "u32" -> new DataType.Whole(32, true);
      case "u64" -> new DataType.Whole(64, true);
      case "i128", "u128" -> new DataType.Whole(128, format.startsWith("u"));
      default -> new DataType.Whole(64, false);
    };
  }

  private static DataType number(LogicalTypeOptions options, String format) {
    if (format.equals("f32") || format.equals("f64")) {
      return new DataType.Floating(format.equals("f32") ? 32 : 64);
    }
    int scale =
        Optional.ofNullable(options.multipleOf())
            .filter(step -> step.signum() > 0)
            .map(step -> Math.max(0, step.stripTrailingZeros().scale()))
            .filter(digits -> digits <= PhysicalTypes.MAX_PRECISION)
            .orElse(PhysicalTypes.DEFAULT_SCALE);
    return new DataType.Decimal(PhysicalTypes.MAX_PRECISION, scale);
  }

  private static DataType exact(DataType byLogic, DataType physical, String element, Notes notes) {
    DataType merged = merged(byLogic, physical);
    if (merged == null) {
      notes.add(
          element, "has a physical type that does not go with its logical type, which counts");
      return byLogic;
    }
    return merged;
  }

  /** Null where the two are not of one kind. */
  private static @Nullable DataType merged(DataType byLogic, DataType physical) {
    return switch (byLogic) {
      case DataType.Text text ->
          switch (physical) {
            case DataType.Text stored ->
                text.maxLength() == null || stored.maxLength() == null
                    ? new DataType.Text(
                        text.maxLength() == null ? stored.maxLength() : text.maxLength())
                    : new DataType.Text(Math.min(text.maxLength(), stored.maxLength()));
            case DataType.Uuid _, DataType.Bytes _, DataType.AnyJson _ -> physical;
            default -> null;
          };
      case DataType.Uuid _ ->
          physical instanceof DataType.Text || physical instanceof DataType.Uuid ? physical : null;
      case DataType.Whole _ ->
          physical instanceof DataType.Whole
              ? physical
              : physical instanceof DataType.Decimal decimal
                  ? new DataType.Decimal(decimal.precision(), isBare(decimal) ? 0 : decimal.scale())
                  : null;
      case DataType.Decimal decimal ->
          physical instanceof DataType.Decimal stored && isBare(stored)
              ? decimal
              : isNumeric(physical) ? physical : null;
      case DataType.Floating _ -> isNumeric(physical) ? physical : null;
      case DataType.Timestamp _ -> physical instanceof DataType.Timestamp ? physical : null;
      default -> physical.getClass() == byLogic.getClass() ? physical : null;
    };
  }

  private static boolean isBare(DataType.Decimal decimal) {
    return decimal.precision() == PhysicalTypes.MAX_PRECISION
        && decimal.scale() == PhysicalTypes.DEFAULT_SCALE;
  }

  private static boolean isNumeric(DataType type) {
    return type instanceof DataType.Decimal
        || type instanceof DataType.Whole
        || type instanceof DataType.Floating;
  }

  /** The least and the greatest value of an integer type. */
  static BigDecimal[] range(DataType.Whole whole) {
    BigDecimal two = new BigDecimal(2);
    return whole.unsigned()
        ? new BigDecimal[] {BigDecimal.ZERO, two.pow(whole.bits()).subtract(BigDecimal.ONE)}
        : new BigDecimal[] {
          two.pow(whole.bits() - 1).negate(), two.pow(whole.bits() - 1).subtract(BigDecimal.ONE)
        };
  }
}

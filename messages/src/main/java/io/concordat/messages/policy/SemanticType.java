package io.concordat.messages.policy;

import io.concordat.messages.InvalidValue;
import io.concordat.messages.Shape;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A name in the global type system that fields map to.
 *
 * @param name slug such as {@code email-address}
 * @param description one or two sentences
 * @param logicalTypes ODCS logical types that may carry it, such as {@code string}; not empty
 * @param pattern ECMA-262 expression that values match, null where none is asked
 * @param unit unit of measure (UCUM or ISO 4217 where one exists), null where there is none
 * @param leastClassification the least sensitive classification that a field of this type may have
 * @param example one value
 */
public record SemanticType(
    String name,
    String description,
    List<String> logicalTypes,
    @Nullable String pattern,
    @Nullable String unit,
    Classification leastClassification,
    String example) {

  public SemanticType {
    Shape.slug("semanticType", name);
    Shape.text("description", description, 1_000);
    logicalTypes = List.copyOf(logicalTypes);
    if (logicalTypes.isEmpty()) {
      throw new InvalidValue("logicalTypes", "must name at least one ODCS logical type");
    }
  }
}

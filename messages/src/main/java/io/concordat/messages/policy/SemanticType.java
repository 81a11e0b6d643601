package io.concordat.messages.policy;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import io.concordat.messages.InvalidValue;
import io.concordat.messages.Shape;
import java.util.List;
import java.util.stream.Stream;
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
 * @param examples further values, at most 20; stored only where there are any
 * @param ownerDomain the domain that answers for it, null for a type of the whole mesh; stored only
 *     where there is one
 */
public record SemanticType(
    String name,
    String description,
    List<String> logicalTypes,
    @Nullable String pattern,
    @Nullable String unit,
    Classification leastClassification,
    String example,
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
        @JsonSetter(nulls = Nulls.AS_EMPTY, contentNulls = Nulls.FAIL)
        List<String> examples,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String ownerDomain) {

  public SemanticType {
    Shape.slug("semanticType", name);
    Shape.text("description", description, 1_000);
    logicalTypes = List.copyOf(logicalTypes);
    if (logicalTypes.isEmpty()) {
      throw new InvalidValue("logicalTypes", "must name at least one ODCS logical type");
    }
    examples = List.copyOf(examples);
    Shape.between("examples", examples.size(), 0, 20);
    if (ownerDomain != null) {
      Shape.slug("ownerDomain", ownerDomain);
    }
  }

  /** A type of the whole mesh with one example. */
  public SemanticType(
      String name,
      String description,
      List<String> logicalTypes,
      @Nullable String pattern,
      @Nullable String unit,
      Classification leastClassification,
      String example) {
    this(
        name,
        description,
        logicalTypes,
        pattern,
        unit,
        leastClassification,
        example,
        List.of(),
        null);
  }

  /** Every example, the first one first. */
  public List<String> allExamples() {
    return Stream.concat(Stream.of(example), examples.stream()).toList();
  }
}

package io.concordat.contract.odcs;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One rule that the data promises to keep, of an object or a property.
 *
 * @param type {@code text}, {@code library}, {@code sql} or {@code custom}; {@code library} where
 *     not given
 * @param metric of a library rule, also where a document of before 3.1 calls it rule; null for
 *     other rules
 * @param operator such as {@code mustBeLessThan}; null where the rule has none
 * @param operands the operator's numbers: one, or two for a range; empty where they are not numbers
 * @param unit such as {@code percent} or {@code rows}, null where not given
 * @param query of an SQL rule
 */
public record QualityRule(
    Locus at,
    @Nullable String id,
    @Nullable String name,
    String type,
    @Nullable String dimension,
    @Nullable String metric,
    @Nullable String operator,
    List<BigDecimal> operands,
    @Nullable String unit,
    @Nullable String query,
    @Nullable String severity,
    @Nullable String description) {

  public QualityRule {
    operands = List.copyOf(operands);
  }
}

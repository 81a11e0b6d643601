package io.concordat.contract.odcs;

import io.concordat.contract.tree.Mapping;
import io.concordat.contract.tree.Node;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One rule that the data promises to keep, of an object or a property. Each nullable component is
 * null where not given.
 *
 * @param type {@code text}, {@code library}, {@code sql} or {@code custom}; {@code library} where
 *     not given
 * @param metric of a library rule, also where a document of before 3.1 calls it rule; null for
 *     other rules
 * @param operator such as {@code mustBeLessThan}; null where the rule has none
 * @param operands the operator's numbers: one, or two for a range; empty where they are not numbers
 * @param operandNode what the operator compares with, as written
 * @param unit such as {@code percent} or {@code rows}
 * @param query of an SQL rule
 * @param arguments of a library rule, such as {@code validValues}
 * @param engine of a custom rule
 * @param implementation of a custom rule: text or a mapping
 * @param severity such as {@code error}
 * @param method such as {@code reconciliation}
 * @param businessImpact such as {@code operational}
 * @param schedule as the scheduler writes it
 * @param scheduler such as {@code cron}
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
    @Nullable Node operandNode,
    @Nullable String unit,
    @Nullable String query,
    @Nullable Mapping arguments,
    @Nullable String engine,
    @Nullable Node implementation,
    @Nullable String severity,
    @Nullable String description,
    @Nullable String method,
    @Nullable String businessImpact,
    @Nullable String schedule,
    @Nullable String scheduler,
    List<String> tags,
    List<AuthoritativeDefinition> authoritativeDefinitions,
    List<CustomProperty> customProperties) {

  public QualityRule {
    operands = List.copyOf(operands);
    tags = List.copyOf(tags);
    authoritativeDefinitions = List.copyOf(authoritativeDefinitions);
    customProperties = List.copyOf(customProperties);
  }
}

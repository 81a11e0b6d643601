package io.concordat.contract.odcs;

import io.concordat.contract.tree.Mapping;
import io.concordat.contract.tree.Node;
import io.concordat.contract.tree.Scalar;
import io.concordat.contract.tree.Sequence;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A query that shows how to read what a contract promises, from the custom property {@link
 * CustomProperties#EXAMPLE_QUERIES}.
 *
 * @param title null where it has none
 * @param sql not blank
 * @param at the entry of the list
 */
public record ExampleQuery(@Nullable String title, String sql, Node at) {

  /** Those of a contract, in their order; entries without SQL are passed over. */
  public static List<ExampleQuery> of(OdcsContract contract) {
    return CustomProperties.find(contract.customProperties(), CustomProperties.EXAMPLE_QUERIES)
                .map(CustomProperty::value)
                .orElse(null)
            instanceof Sequence sequence
        ? sequence.items().stream().flatMap(item -> read(item).stream()).toList()
        : List.of();
  }

  private static List<ExampleQuery> read(Node item) {
    return item instanceof Mapping query
            && query.get("sql") instanceof Scalar sql
            && !sql.text().isBlank()
        ? List.of(
            new ExampleQuery(
                query.get("title") instanceof Scalar title ? title.text() : null, sql.text(), item))
        : List.of();
  }
}

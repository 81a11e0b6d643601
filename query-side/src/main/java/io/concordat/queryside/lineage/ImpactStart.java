package io.concordat.queryside.lineage;

import io.concordat.messages.migration.AffectedElements;
import io.concordat.queryside.observed.DatasetIds;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.neo4j.driver.Record;

/**
 * Where a change begins.
 *
 * @param contracts ids of those that change, sorted; empty for what offers none; of a dataset that
 *     no contract stands for, its own id
 * @param unknown fields that were named, and that the contract did not have then
 */
record ImpactStart(List<String> contracts, List<String> unknown) {

  /** What an id and fields speak of; empty where there is no such thing. */
  static Optional<ImpactStart> of(Moment moment, String id, List<String> fields) {
    List<String> roots =
        moment
            .run(ImpactStatements.ROOTS, Map.of("id", id))
            .list(row -> row.get("contract").asString(""));
    if (roots.isEmpty()) {
      return ofDataset(moment, id);
    }
    return Optional.of(
        new ImpactStart(
            roots.stream().filter(root -> !root.isEmpty()).sorted().toList(),
            unknown(moment, id, fields)));
  }

  /** A dataset, or the contracts that stand for it. */
  private static Optional<ImpactStart> ofDataset(Moment moment, String id) {
    List<Record> ties =
        DatasetIds.key(id)
            .map(key -> moment.run(ObservedStatements.TIES, Map.of("keys", List.of(key))).list())
            .orElse(List.of());
    List<String> contracts =
        ties.stream().map(row -> row.get("contract").asString(id)).distinct().sorted().toList();
    return ties.isEmpty() ? Optional.empty() : Optional.of(new ImpactStart(contracts, List.of()));
  }

  /** Fields that no version of the contract ever had; an object is known by its fields. */
  private static List<String> unknown(Moment moment, String contract, List<String> fields) {
    if (fields.isEmpty()) {
      return List.of();
    }
    List<String> known =
        moment
            .run(ImpactStatements.KNOWN_FIELDS, Map.of("prefix", contract + "#"))
            .list(row -> row.get("path").asString());
    return fields.stream()
        .filter(field ->
            known.stream().noneMatch(path -> AffectedElements.isWithin(path, itemless(field))))
        .toList();
  }

  /** The array that {@code []} at the end speaks of the items of. */
  private static String itemless(String field) {
    String array = field;
    while (array.endsWith("[]")) {
      array = array.substring(0, array.length() - 2);
    }
    return array;
  }
}

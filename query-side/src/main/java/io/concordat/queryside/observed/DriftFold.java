package io.concordat.queryside.observed;

import io.concordat.messages.contract.ContractId;
import io.concordat.messages.mesh.DatasetName;
import io.concordat.messages.mesh.ProductId;
import io.concordat.messages.observed.LineageDriftView;
import io.concordat.messages.observed.LineageDriftView.SchemaDifference;
import io.concordat.messages.observed.LineageDriftView.SchemaDifferenceKind;
import io.concordat.messages.observed.LineageDriftView.Undeclared;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Compares what a product declares with what was seen. Pure. */
final class DriftFold {

  /**
   * A dataset that holds an object of a product's current contract version.
   *
   * @param writtenAt when a job was last seen to write it, null where none was
   */
  record Stored(
      ContractId contract,
      String object,
      String key,
      DatasetName dataset,
      @Nullable Instant writtenAt) {}

  /** A dataset of another contract that was reached, the last step to it holding since a time. */
  record Reached(ContractId contract, DatasetName dataset, Instant since) {}

  /**
   * A field that a contract promises.
   *
   * @param path {@code object.field}
   */
  record Promised(String path, @Nullable String physicalName, @Nullable String logicalType) {}

  /** A column that was seen. */
  record Seen(String name, @Nullable String type) {}

  private DriftFold() {}

  /**
   * What is different.
   *
   * @param declared contracts that the product declares to derive from
   * @param observable those of them whose datasets are known
   * @param columns by key of the dataset; those without are not compared
   * @param promised by contract
   */
  static LineageDriftView of(
      ProductId product,
      List<Stored> stored,
      Collection<Reached> reached,
      Set<ContractId> declared,
      Set<ContractId> observable,
      Map<String, List<Seen>> columns,
      Map<ContractId, List<Promised>> promised) {
    Instant observedAt = null;
    for (Stored each : stored) {
      Instant at = each.writtenAt();
      if (at != null && (observedAt == null || at.isAfter(observedAt))) {
        observedAt = at;
      }
    }
    Map<ContractId, Undeclared> undeclared = new LinkedHashMap<>();
    reached.stream()
        .filter(each -> !each.contract().product().equals(product))
        .filter(each -> !declared.contains(each.contract()))
        .sorted(Comparator.comparing(Reached::since))
        .forEach(each ->
            undeclared.putIfAbsent(
                each.contract(), new Undeclared(each.contract(), each.dataset(), each.since())));
    Set<ContractId> seen = Set.copyOf(reached.stream().map(Reached::contract).distinct().toList());
    List<ContractId> unobserved =
        observedAt == null
            ? List.of()
            : declared.stream()
                .filter(observable::contains)
                .filter(contract -> !seen.contains(contract))
                .sorted(Comparator.comparing(ContractId::value))
                .toList();
    return new LineageDriftView(
        observedAt,
        undeclared.values().stream()
            .sorted(Comparator.comparing(each -> each.contract().value()))
            .toList(),
        unobserved,
        schema(stored, columns, promised));
  }

  private static List<SchemaDifference> schema(
      List<Stored> stored,
      Map<String, List<Seen>> columns,
      Map<ContractId, List<Promised>> promised) {
    Map<String, Integer> objects = new HashMap<>();
    stored.forEach(each -> objects.merge(each.key(), 1, Integer::sum));
    List<SchemaDifference> differences = new ArrayList<>();
    for (Stored each : stored) {
      List<Seen> seen = columns.getOrDefault(each.key(), List.of());
      // A place that holds several objects shows the columns of all of them.
      if (!seen.isEmpty() && objects.getOrDefault(each.key(), 0) == 1) {
        compare(each, seen, promised.getOrDefault(each.contract(), List.of()), differences);
      }
    }
    differences.sort(
        Comparator.comparing((SchemaDifference each) -> each.contract().value())
            .thenComparing(SchemaDifference::field)
            .thenComparing(each -> each.dataset().toString()));
    return differences;
  }

  private static void compare(
      Stored stored, List<Seen> seen, List<Promised> promised, List<SchemaDifference> found) {
    Map<String, Seen> columns = new LinkedHashMap<>();
    seen.forEach(column -> columns.put(lower(column.name()), column));
    String prefix = stored.object() + ".";
    for (Promised field : promised) {
      String name = field.path().startsWith(prefix) ? field.path().substring(prefix.length()) : "";
      if (name.isEmpty() || nested(name)) {
        continue;
      }
      String physical = field.physicalName();
      Seen column = columns.remove(lower(physical == null ? name : physical));
      if (column == null) {
        found.add(
            difference(stored, name, SchemaDifferenceKind.MISSING, field.logicalType(), null));
      } else if (ColumnTypes.differ(field.logicalType(), column.type())) {
        found.add(
            difference(
                stored, name, SchemaDifferenceKind.TYPE, field.logicalType(), column.type()));
      }
    }
    columns.values().stream()
        .filter(column -> !nested(column.name()))
        .forEach(column ->
            found.add(
                difference(
                    stored, column.name(), SchemaDifferenceKind.ADDITIONAL, null, column.type())));
  }

  private static SchemaDifference difference(
      Stored stored,
      String field,
      SchemaDifferenceKind kind,
      @Nullable String promised,
      @Nullable String observed) {
    return new SchemaDifference(
        stored.contract(),
        stored.object() + "." + field,
        stored.dataset(),
        kind,
        promised,
        observed);
  }

  private static boolean nested(String name) {
    return name.indexOf('.') >= 0 || name.endsWith("[]");
  }

  private static String lower(String name) {
    return name.toLowerCase(Locale.ROOT);
  }
}

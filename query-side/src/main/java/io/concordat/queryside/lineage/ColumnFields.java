package io.concordat.queryside.lineage;

import io.concordat.queryside.observed.DatasetIds;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which contracts stand for datasets, and which fields their columns hold. A column that no
 * contract stands for is told as {@code dataset#column}, by the dataset's id.
 *
 * <p>Not thread safe.
 */
final class ColumnFields {

  private static final char HASH = '#';

  /** A column of a dataset, by the dataset's key; names are compared in small letters. */
  record Column(String dataset, String name) {
    Column {
      name = name.toLowerCase(Locale.ROOT);
    }
  }

  /** An object of a contract. */
  private record Place(String contract, String object) {}

  private final Moment moment;
  private final Map<String, List<Place>> ties = new HashMap<>();
  private final Map<String, String> names = new HashMap<>();

  ColumnFields(Moment moment) {
    this.moment = moment;
  }

  /** Name of a dataset that was asked about, by its id; null for anything else. */
  @Nullable String name(String id) {
    return names.get(id);
  }

  /** The contracts that stand for a dataset, by its key, or itself by its id. */
  List<String> owners(String dataset) {
    List<Place> places = ties(List.of(dataset)).getOrDefault(dataset, List.of());
    return places.isEmpty()
        ? List.of(DatasetIds.of(dataset))
        : places.stream().map(Place::contract).distinct().toList();
  }

  /**
   * The keys of what columns hold: fields as {@code contract#object.field}, also of those that the
   * contract does not promise, by the column's name; or the column itself.
   *
   * @param datasets keys of all datasets that are asked about, so that it is one question; those
   *     whose columns are asked for among them
   * @return keys for each column that is asked for
   */
  Map<Column, Set<String>> of(Collection<String> datasets, Collection<Column> columns) {
    Map<String, List<Place>> places = ties(datasets);
    Map<Place, Set<String>> wanted = new LinkedHashMap<>();
    for (Column column : columns) {
      for (Place place : places.getOrDefault(column.dataset(), List.of())) {
        wanted.computeIfAbsent(place, _ -> new LinkedHashSet<>()).add(column.name());
      }
    }
    Map<Place, Map<String, Set<String>>> known = known(wanted);
    Map<Column, Set<String>> fields = new HashMap<>();
    for (Column column : columns) {
      Set<String> keys = fields.computeIfAbsent(column, _ -> new LinkedHashSet<>());
      for (Place place : places.getOrDefault(column.dataset(), List.of())) {
        keys.addAll(
            known
                .getOrDefault(place, Map.of())
                .getOrDefault(
                    column.name(),
                    Set.of(place.contract() + HASH + place.object() + '.' + column.name())));
      }
    }
    return fields;
  }

  private Map<String, List<Place>> ties(Collection<String> keys) {
    List<String> asked = keys.stream().distinct().filter(key -> !ties.containsKey(key)).toList();
    if (!asked.isEmpty()) {
      asked.forEach(key -> ties.put(key, new ArrayList<>()));
      moment
          .run(ObservedStatements.TIES, Map.of("keys", asked))
          .forEachRemaining(row -> {
            String key = row.get("key").asString();
            names.put(DatasetIds.of(key), row.get("name").asString(key));
            if (!row.get("contract").isNull()) {
              ties.computeIfAbsent(key, _ -> new ArrayList<>())
                  .add(new Place(row.get("contract").asString(), row.get("object").asString()));
            }
          });
    }
    return ties;
  }

  private Map<Place, Map<String, Set<String>>> known(Map<Place, Set<String>> wanted) {
    Map<Place, Map<String, Set<String>>> known = new HashMap<>();
    if (!wanted.isEmpty()) {
      List<Map<String, Object>> asked = new ArrayList<>();
      wanted.forEach((place, columns) ->
          asked.add(
              Map.of(
                  "contract", place.contract(),
                  "object", place.object(),
                  "names", List.copyOf(columns))));
      moment
          .run(ObservedStatements.FIELDS, Map.of("asked", asked))
          .forEachRemaining(row ->
              known
                  .computeIfAbsent(
                      new Place(row.get("contract").asString(), row.get("object").asString()),
                      _ -> new HashMap<>())
                  .computeIfAbsent(row.get("name").asString(), _ -> new LinkedHashSet<>())
                  .add(row.get("field").asString()));
    }
    return known;
  }
}

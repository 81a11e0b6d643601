package io.concordat.queryside.lineage;

import io.concordat.queryside.lineage.ColumnFields.Column;
import io.concordat.queryside.observed.DatasetIds;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Record;

/**
 * The part of a walk that goes along what jobs were seen to do: from what changes to the datasets
 * that hold it, to what derives from these, column by column where the job told that, and to the
 * contracts that stand for it. A dataset that no contract stands for is followed like a contract of
 * its own, its columns like fields; the dataset's id takes the place of the contract's.
 *
 * <p>Where a contract declares by which fields it derives from another, a job that was seen to read
 * the one and write the other, but not by which columns, adds nothing. A job between two datasets
 * of one contract is followed by columns only.
 *
 * <p>Not thread safe.
 */
final class ObservedWalk {

  private static final char HASH = '#';

  /** Whoever is told what follows. */
  interface Listener {

    /**
     * A field or column changes.
     *
     * @param changed key of what changes before it; a contract's id and a hash for all of it
     * @param source key of what it derives from: that, or a part of it
     * @param key as {@code contract#object.field} or {@code dataset#column}
     */
    void changes(String changed, String source, String key);

    /** Anything of a contract or dataset may change because of another. */
    void mayChange(String from, String id);
  }

  /** Where an object of a contract is stored. */
  private record Place(String dataset, @Nullable String object) {}

  private record Pair(String contract, String reader) {}

  /** What is asked of one dataset. */
  private static final class Asked {
    final Set<String> owners = new LinkedHashSet<>();
    final Set<String> names = new LinkedHashSet<>();
    final Set<String> within = new LinkedHashSet<>();
    boolean all;
    boolean whole;

    boolean byColumn() {
      return all || !names.isEmpty();
    }
  }

  private final Moment moment;
  private final Listener listener;
  private final Map<String, List<Place>> places = new HashMap<>();
  private final ColumnFields columns;

  ObservedWalk(Moment moment, Listener listener) {
    this.moment = moment;
    this.columns = new ColumnFields(moment);
    this.listener = listener;
  }

  /** A contract has an object in a dataset from which something derives. */
  void stored(String contract, String dataset, String object) {
    places.computeIfAbsent(contract, _ -> new ArrayList<>()).add(new Place(dataset, object));
  }

  /** Name of a dataset that was reached, by its id; null for anything else. */
  @Nullable String name(String id) {
    return columns.name(id);
  }

  /** Whether an id is that of a dataset. */
  static boolean isDataset(String id) {
    return id.indexOf('/') < 0 && id.indexOf(':') < 0;
  }

  /**
   * Goes one step further.
   *
   * @param whole ids of which anything may change
   * @param changed keys that change
   * @param all whether the keys are those of contracts with a hash, for all of their fields
   */
  void step(Set<String> whole, Set<String> changed, boolean all) {
    Map<String, Asked> asked = new LinkedHashMap<>();
    Map<Column, List<String>> sources = new HashMap<>();
    for (String id : whole) {
      for (Place place : places(id)) {
        Asked dataset = asked.computeIfAbsent(place.dataset(), _ -> new Asked());
        dataset.owners.add(id);
        dataset.whole = true;
      }
    }
    Map<String, String> physical = all ? Map.of() : physicalNames(changed);
    for (String key : changed) {
      String owner = key.substring(0, key.indexOf(HASH));
      for (Place place : places(owner)) {
        ask(asked, sources, place, owner, all ? null : key, physical.get(key));
      }
    }
    if (!asked.isEmpty()) {
      follow(asked, sources);
    }
  }

  private List<Place> places(String id) {
    return isDataset(id)
        ? DatasetIds.key(id).map(key -> List.of(new Place(key, null))).orElse(List.of())
        : places.getOrDefault(id, List.of());
  }

  /** What of a place holds a key; all of it where there is none. */
  private static void ask(
      Map<String, Asked> asked,
      Map<Column, List<String>> sources,
      Place place,
      String owner,
      @Nullable String key,
      @Nullable String physical) {
    String object = place.object();
    if (key == null) {
      of(asked, place, owner).all = true;
      return;
    }
    String path = key.substring(owner.length() + 1);
    if (path.equals(object)) {
      of(asked, place, owner).all = true;
    } else if (object == null || path.startsWith(object + ".")) {
      String field = object == null ? path : path.substring(object.length() + 1).replace("[]", "");
      boolean nested = object != null && field.indexOf('.') >= 0;
      String name = (nested || physical == null ? field : physical).toLowerCase(Locale.ROOT);
      Asked dataset = of(asked, place, owner);
      dataset.names.add(name);
      sources.computeIfAbsent(new Column(place.dataset(), name), _ -> new ArrayList<>()).add(key);
      for (int dot = name.lastIndexOf('.'); dot > 0; dot = name.lastIndexOf('.', dot - 1)) {
        String part = name.substring(0, dot);
        dataset.within.add(part);
        sources.computeIfAbsent(new Column(place.dataset(), part), _ -> new ArrayList<>()).add(key);
      }
    }
  }

  private static Asked of(Map<String, Asked> asked, Place place, String owner) {
    Asked dataset = asked.computeIfAbsent(place.dataset(), _ -> new Asked());
    dataset.owners.add(owner);
    return dataset;
  }

  private Map<String, String> physicalNames(Set<String> changed) {
    List<String> keys =
        changed.stream()
            .filter(key -> places.containsKey(key.substring(0, key.indexOf(HASH))))
            .toList();
    Map<String, String> found = new HashMap<>();
    if (!keys.isEmpty()) {
      moment
          .run(ObservedStatements.PHYSICAL_NAMES, Map.of("keys", keys))
          .forEachRemaining(
              row -> found.put(row.get("key").asString(), row.get("name").asString()));
    }
    return found;
  }

  private void follow(Map<String, Asked> asked, Map<Column, List<String>> sources) {
    List<Map<String, @Nullable Object>> byColumn = new ArrayList<>();
    List<Map<String, Object>> datasets = new ArrayList<>();
    asked.forEach((dataset, what) -> {
      if (what.byColumn()) {
        Map<String, @Nullable Object> row = new HashMap<>();
        row.put("dataset", dataset);
        row.put("names", what.all ? null : List.copyOf(what.names));
        row.put("within", List.copyOf(what.within));
        byColumn.add(row);
      }
      datasets.add(Map.of("dataset", dataset, "whole", what.whole));
    });
    List<Record> rows =
        moment
            .run(ObservedStatements.STEP, Map.of("columns", byColumn, "datasets", datasets))
            .list();
    if (rows.isEmpty()) {
      return;
    }
    Map<Column, Set<String>> fields =
        columns.of(
            rows.stream().map(row -> row.get("reader").asString()).toList(),
            rows.stream()
                .filter(row -> !row.get("column").isNull())
                .map(row -> new Column(row.get("reader").asString(), row.get("column").asString()))
                .toList());
    List<Pair> perhaps = new ArrayList<>();
    for (Record row : rows) {
      String dataset = row.get("dataset").asString();
      String reader = row.get("reader").asString();
      Asked from = asked.getOrDefault(dataset, new Asked());
      if (row.get("column").isNull()) {
        columns
            .owners(reader)
            .forEach(id -> from.owners.forEach(owner -> perhaps.add(new Pair(owner, id))));
      } else {
        String name = row.get("column").asString();
        Set<String> held = fields.getOrDefault(new Column(reader, name), Set.of());
        Set<String> targets = held.isEmpty() ? Set.of(DatasetIds.of(reader) + HASH + name) : held;
        column(dataset, row.get("source").asString(), from, sources, targets);
      }
    }
    mayChange(perhaps, asked);
  }

  private void column(
      String dataset,
      String source,
      Asked from,
      Map<Column, List<String>> sources,
      Set<String> targets) {
    Set<String> changed = new LinkedHashSet<>();
    for (String name = source; changed.isEmpty(); name = name.substring(0, name.lastIndexOf('.'))) {
      changed.addAll(sources.getOrDefault(new Column(dataset, name), List.of()));
      if (name.indexOf('.') < 0) {
        break;
      }
    }
    for (String target : targets) {
      changed.forEach(key -> listener.changes(key, key, target));
      if (changed.isEmpty()) {
        for (String owner : from.owners) {
          listener.changes(owner + HASH, sourceOf(owner, dataset, source), target);
        }
      }
    }
  }

  private String sourceOf(String owner, String dataset, String column) {
    return places(owner).stream()
        .filter(place -> place.dataset().equals(dataset) && place.object() != null)
        .findFirst()
        .map(place -> owner + HASH + place.object() + '.' + column)
        .orElse(owner + HASH + column);
  }

  private void mayChange(List<Pair> perhaps, Map<String, Asked> asked) {
    Set<String> whole = new HashSet<>();
    asked.values().stream().filter(each -> each.whole).forEach(each -> whole.addAll(each.owners));
    List<Map<String, String>> unsure =
        perhaps.stream()
            .filter(pair -> !isDataset(pair.contract()) && !isDataset(pair.reader()))
            .distinct()
            .map(pair -> Map.of("contract", pair.contract(), "reader", pair.reader()))
            .toList();
    Set<Pair> declared = new HashSet<>();
    if (!unsure.isEmpty()) {
      moment
          .run(ObservedStatements.DECLARED_BY_FIELD, Map.of("pairs", unsure))
          .forEachRemaining(row ->
              declared.add(new Pair(row.get("contract").asString(), row.get("reader").asString())));
    }
    for (Pair pair : new LinkedHashSet<>(perhaps)) {
      boolean known = !whole.contains(pair.contract()) && declared.contains(pair);
      if (!known && !pair.contract().equals(pair.reader())) {
        listener.mayChange(pair.contract(), pair.reader());
      }
    }
  }
}

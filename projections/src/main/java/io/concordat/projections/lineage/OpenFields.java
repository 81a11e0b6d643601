package io.concordat.projections.lineage;

import io.concordat.messages.contract.ContractId;
import io.concordat.messages.contract.VersionId;
import io.concordat.projections.lineage.LineageChange.FieldFacts;
import io.concordat.projections.lineage.LineageChange.Publication;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The fields of a contract, over its versions: a field that a version brings opens a relation from
 * that version, one that a later version drops closes it, one that comes again opens another. Of a
 * field that stays, nothing is written unless the version says something else of it.
 *
 * <p>What must be known to go on is a text for each field: its place, the version that brought it,
 * and a hash of what was said of it.
 *
 * <p>Not thread safe.
 */
final class OpenFields {

  private static final String BROUGHT_BY = " @";
  private static final String SAYS = " #";
  private static final int FACTS_DIGITS = 16;

  private record Known(String version, String facts) {}

  private final String contract;
  private final Map<String, Known> open = new LinkedHashMap<>();
  private final List<Row> opened = new ArrayList<>();
  private final Map<String, Row> changed = new LinkedHashMap<>();
  private final List<Row> closed = new ArrayList<>();

  /**
   * Goes on from what is known.
   *
   * @param contract id
   */
  OpenFields(String contract, List<String> known) {
    this.contract = contract;
    for (String field : known) {
      int facts = field.lastIndexOf(SAYS);
      int version = field.lastIndexOf(BROUGHT_BY, facts);
      open.put(
          field.substring(0, version),
          new Known(
              field.substring(version + BROUGHT_BY.length(), facts),
              field.substring(facts + SAYS.length())));
    }
  }

  /** A publication declares all fields that there are from then on. */
  void declare(Publication publication) {
    List<Map<String, Object>> brought = new ArrayList<>();
    Set<String> declared = new LinkedHashSet<>();
    for (FieldFacts field : publication.fields()) {
      String place = field.key().substring(contract.length() + 1);
      declared.add(place);
      String facts = facts(field);
      Known known = open.get(place);
      if (known == null) {
        open.put(place, new Known(publication.version(), facts));
        changed.remove(field.key());
        brought.add(Map.of("key", field.key(), "properties", field.properties()));
      } else if (!known.facts().equals(facts)) {
        open.put(place, new Known(known.version(), facts));
        changed.put(field.key(), Row.of("key", field.key()).with("properties", field.properties()));
      }
    }
    if (!brought.isEmpty()) {
      opened.add(
          Row.of("version", version(publication.version()))
              .with("fields", brought)
              .with("at", LineageChanges.time(publication.at())));
    }
    drop(declared, publication.at());
  }

  private void drop(Set<String> declared, Instant at) {
    open.entrySet()
        .removeIf(field -> {
          boolean ends = !declared.contains(field.getKey());
          if (ends) {
            closed.add(
                Row.of("key", contract + "#" + field.getKey())
                    .with("version", version(field.getValue().version()))
                    .with("at", LineageChanges.time(at)));
          }
          return ends;
        });
  }

  /** Sixteen digits tell two of a handful of texts apart. */
  private static String facts(FieldFacts field) {
    return Hash.of(new TreeMap<>(field.properties()).toString()).substring(0, FACTS_DIGITS);
  }

  private String version(String version) {
    return new VersionId(new ContractId(contract), version).toString();
  }

  /** What must be known of the fields that there are now. */
  List<String> known() {
    return open.entrySet().stream()
        .map(field ->
            field.getKey()
                + BROUGHT_BY
                + field.getValue().version()
                + SAYS
                + field.getValue().facts())
        .toList();
  }

  /** Versions with the fields that they brought. */
  List<Row> opened() {
    return opened;
  }

  /** Fields of which something else is said, each once. */
  Iterable<Row> changed() {
    return changed.values();
  }

  /** Fields that were dropped, with the version that had brought them. */
  List<Row> closed() {
    return closed;
  }
}

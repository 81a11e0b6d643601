package io.concordat.projections.observed;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Relations that are told as a whole, again and again: one that is told opens, one that is told no
 * more ends, one that is told with another value is another relation. Not thread safe.
 */
final class OpenSet {

  /**
   * One relation.
   *
   * @param key identity
   * @param from key of the node that it goes out from
   * @param to key of the node that it goes to
   * @param name of the far end where that is a column, otherwise empty
   * @param value what it says: a type, or whether it is indirect; null where nothing is said
   */
  record Relation(
      String key,
      String from,
      String to,
      String name,
      @Nullable String value,
      Instant validFrom,
      @Nullable Instant validTo) {}

  /** What is told of one relation. */
  record Told(String from, String to, String name, @Nullable String value) {}

  private final String owner;
  private final Map<Told, Relation> open = new LinkedHashMap<>();
  private final Map<String, Relation> changed = new LinkedHashMap<>();

  /**
   * Goes on from the open relations.
   *
   * @param owner who tells, part of the keys
   */
  OpenSet(String owner, List<Relation> known) {
    this.owner = owner;
    known.forEach(relation -> open.put(told(relation), relation));
  }

  /** All relations that hold from a time on. */
  void tell(List<Told> all, Instant at) {
    Map<Told, Relation> next = new LinkedHashMap<>();
    for (Told told : all) {
      Relation known = open.remove(told);
      if (known == null) {
        known = open.remove(new Told(told.from(), told.to(), told.name(), null));
        known = known == null ? opened(told, at) : valued(known, told);
        changed.put(known.key(), known);
      }
      next.put(told, known);
    }
    for (Relation ends : open.values()) {
      Instant end = at.isBefore(ends.validFrom()) ? ends.validFrom() : at;
      changed.put(ends.key(), with(ends, ends.value(), end));
    }
    open.clear();
    open.putAll(next);
  }

  /** Relations that are not as they were. */
  List<Relation> changed() {
    return new ArrayList<>(changed.values());
  }

  private Relation opened(Told told, Instant at) {
    String value = told.value();
    String key =
        Digests.of(owner, told.from(), told.to(), value == null ? "" : value, at.toString());
    return new Relation(key, told.from(), told.to(), told.name(), value, at, null);
  }

  private static Relation valued(Relation known, Told told) {
    return with(known, told.value(), known.validTo());
  }

  private static Relation with(
      Relation relation, @Nullable String value, @Nullable Instant validTo) {
    return new Relation(
        relation.key(),
        relation.from(),
        relation.to(),
        relation.name(),
        value,
        relation.validFrom(),
        validTo);
  }

  private static Told told(Relation relation) {
    return new Told(relation.from(), relation.to(), relation.name(), relation.value());
  }
}

package io.concordat.contract.tree;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/**
 * Names with values.
 *
 * @param entries in document order
 */
public record Mapping(Span span, SequencedMap<String, Entry> entries) implements Node {

  public Mapping {
    entries = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(entries));
  }

  /**
   * One name with its value.
   *
   * @param key the name as it is written
   */
  public record Entry(Scalar key, Node value) {}

  /** The value of a name; null where the mapping has no such name. */
  public @Nullable Node get(String name) {
    Entry entry = entries.get(name);
    return entry == null ? null : entry.value();
  }

  /** The line on which a name is written; the mapping's own first line where it is not there. */
  public int lineOf(String name) {
    return spanOf(name).line();
  }

  /** Where a name is written; where the mapping itself starts if it has no such name. */
  public Span spanOf(String name) {
    Entry entry = entries.get(name);
    return entry == null ? span : entry.key().span();
  }

  @Override
  public String kindName() {
    return "a mapping";
  }
}

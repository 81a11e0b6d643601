package io.concordat.contract.edit;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/** What is written into a document. */
public sealed interface Value {

  /** Text, quoted where it has to be. */
  record Text(String text) implements Value {}

  /**
   * A number, true, false or null, written as it is.
   *
   * @param text as YAML 1.2 and JSON read it, such as {@code 5} or {@code true}
   */
  record Plain(String text) implements Value {}

  /** A mapping of at least one name. */
  record Entries(SequencedMap<String, Value> entries) implements Value {
    public Entries {
      entries = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(entries));
    }
  }

  /** A list of at least one value. */
  record Items(List<Value> items) implements Value {
    public Items {
      items = List.copyOf(items);
    }
  }
}

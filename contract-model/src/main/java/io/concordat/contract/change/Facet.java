package io.concordat.contract.change;

import io.concordat.contract.tree.Paths;
import org.jspecify.annotations.Nullable;

/**
 * One thing that a part of a contract says, in normal form.
 *
 * @param owner JSON path of the mapping that says it
 * @param key under which name; empty where it is said by the owner as a whole
 * @param value the same for all spellings of the same thing
 * @param text as written, for people
 * @param meaning what it was read as, null where it is text only
 */
record Facet(String owner, String key, String value, String text, @Nullable Object meaning) {

  /** Where it is written. */
  String path() {
    return key.isEmpty() ? owner : Paths.child(owner, key);
  }

  /** Whether both say the same. */
  boolean says(Facet other) {
    return value.equals(other.value);
  }
}

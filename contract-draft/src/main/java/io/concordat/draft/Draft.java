package io.concordat.draft;

import java.util.List;

/**
 * What a contract could say, as far as a source tells it.
 *
 * @param objects in the order of the source
 * @param notes what the source says and a contract cannot take over, each a sentence
 */
public record Draft(List<DraftObject> objects, List<String> notes) {

  public Draft {
    objects = List.copyOf(objects);
    notes = List.copyOf(notes);
  }
}

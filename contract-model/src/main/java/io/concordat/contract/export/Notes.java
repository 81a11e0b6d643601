package io.concordat.contract.export;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Notes in the order in which they come up, each once. */
final class Notes {

  private final Set<ExportNote> notes = new LinkedHashSet<>();

  void add(String element, String message) {
    notes.add(new ExportNote(Words.line(element), message));
  }

  boolean isEmpty() {
    return notes.isEmpty();
  }

  List<ExportNote> all() {
    return List.copyOf(notes);
  }
}

package io.concordat.observation.compliance;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** What a decision about a product's month depends on. */
sealed interface ComplianceState {

  /** Before its first event. */
  record Unrecorded() implements ComplianceState {}

  /**
   * Some windows of the month are recorded.
   *
   * @param windows sorted by time, none of them overlapping another
   */
  record Recorded(List<Window> windows) implements ComplianceState {

    public Recorded {
      windows = List.copyOf(windows);
    }

    /** The earliest recorded window that has a moment in common with the given one, if any. */
    Optional<Window> overlapping(Window wanted) {
      int first = firstThatEndsAfterTheStartOf(wanted);
      return first < windows.size() && windows.get(first).overlaps(wanted)
          ? Optional.of(windows.get(first))
          : Optional.empty();
    }

    /** The state after one more window, which overlaps none, was recorded. */
    Recorded with(Window window) {
      List<Window> more = new ArrayList<>(windows.size() + 1);
      more.addAll(windows);
      more.add(firstThatEndsAfterTheStartOf(window), window);
      return new Recorded(more);
    }

    private int firstThatEndsAfterTheStartOf(Window wanted) {
      Window upToItsStart = new Window(wanted.from(), wanted.from(), List.of());
      int found = Collections.binarySearch(windows, upToItsStart, Comparator.comparing(Window::to));
      return found >= 0 ? found + 1 : -found - 1;
    }
  }
}

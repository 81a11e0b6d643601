package io.concordat.eventstore.append;

import java.util.List;

/** Hears of events that this node has just committed. */
@FunctionalInterface
public interface AppendListener {

  /**
   * Called by the appending thread after the commit and before the callers go on: has to be quick
   * and must not throw.
   *
   * @param events in the order of their global index
   */
  void appended(List<AppendedEvent> events);
}

package io.concordat.eventstore.processing;

import java.time.Duration;
import java.util.Set;

/** Lets a reader see its own writes. */
public interface ReadBarrier {

  /**
   * Waits until groups have come past an event, on whichever node they run.
   *
   * @param globalIndex of the event
   * @param groups names; unknown ones are waited for in vain
   * @param timeout longest wait
   * @return true as soon as all have handled it (or set it aside); false after the timeout, or
   *     where this thread was interrupted, which it then still is
   */
  boolean await(long globalIndex, Set<String> groups, Duration timeout);
}

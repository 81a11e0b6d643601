package io.concordat.graphql.gateway;

import java.util.List;
import java.util.Optional;

/** Shows and steers the event processors that keep the read side up to date. Blocks. */
public interface ProcessorDesk {

  /** All of them, sorted by name. */
  List<Processor> all();

  /**
   * Empties what the processor has built and starts it from the beginning of history; empty where
   * the name is unknown.
   *
   * @throws UnsupportedOperationException where the processor builds nothing: it acts on events,
   *     and would act again
   */
  Optional<Processor> reset(String name);

  /** Handles again what the processor put aside; empty where the name is unknown. */
  Optional<Processor> retryDeadLetters(String name);

  /**
   * One processor.
   *
   * @param lag events still to be handled
   */
  record Processor(String name, boolean running, long lag, boolean rebuilding, long deadLetters) {}
}

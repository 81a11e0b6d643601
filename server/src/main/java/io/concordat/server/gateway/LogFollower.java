package io.concordat.server.gateway;

import io.concordat.graphql.gateway.ProcessorDesk.Processor;

/** What follows a log that is not the event store, steered as an event processor is. */
public interface LogFollower {

  /** How it does. */
  Processor shown();

  /** Has it empty what it has built and begin again. */
  void reset();

  /** Has it handle again what it put aside. */
  void retry();
}

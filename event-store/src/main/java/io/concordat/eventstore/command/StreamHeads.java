package io.concordat.eventstore.command;

import java.util.OptionalLong;

/** Tells how long a stream is. */
@FunctionalInterface
interface StreamHeads {

  /** Sequence number of the stream's last event; empty where it has none. */
  OptionalLong head(String stream);
}

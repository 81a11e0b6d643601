package io.concordat.observation.evaluation.fold;

import io.concordat.messages.mesh.ProductId;
import io.concordat.observation.evaluation.Observation;
import io.concordat.observation.evaluation.ObservationFault;
import io.concordat.observation.evaluation.Tally;
import java.util.SortedMap;
import java.util.UUID;

/** Who hears what comes of the fold. The same log tells the same. */
public interface Told {

  /**
   * A commitment is breached, or is met again.
   *
   * @param position of the log's row that brought it about
   * @param at when that row was accepted, milliseconds since 1970 UTC
   * @param incident the one that opens or resolves
   * @param breached whether it opens
   * @param why for people
   */
  record Turned(
      String contract,
      String commitment,
      long position,
      long at,
      UUID incident,
      boolean breached,
      String why) {}

  /** A commitment has turned. */
  void turned(Turned turn);

  /** An observation was not counted. */
  void aside(Observation observation, String producer, ObservationFault fault, long at);

  /**
   * An hour is over.
   *
   * @param from its start, milliseconds since 1970 UTC
   * @param counts by commitment
   */
  void closed(ProductId product, long from, SortedMap<String, Tally.Counts> counts);
}

package io.concordat.observation.evaluation.fold;

import io.concordat.messages.incident.IncidentSeverity;
import io.concordat.messages.mesh.ProductId;
import io.concordat.observation.evaluation.Observation;
import io.concordat.observation.evaluation.ObservationFault;
import io.concordat.observation.evaluation.Tally;
import java.util.SortedMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Who hears what comes of the fold. The same log tells the same. */
public interface Told {

  /**
   * A commitment is breached, or is met again.
   *
   * @param position of the log's row that brought it about
   * @param part which of several turns of the commitment that one row brought about, from 0
   * @param at when that row was accepted, milliseconds since 1970 UTC
   * @param incident an id for the incident of this breach, the same when it ends
   * @param breached whether it opens
   * @param severity of the incident; null in what was written before contracts could say so
   * @param why for people
   * @param since when what broke it was observed, or became too old, milliseconds since 1970 UTC;
   *     null where it does not open, and in what was written before this was told
   */
  record Turned(
      String contract,
      String commitment,
      long position,
      int part,
      long at,
      UUID incident,
      boolean breached,
      @Nullable IncidentSeverity severity,
      String why,
      @Nullable Long since) {}

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

package io.concordat.server.observation;

import io.concordat.messages.mesh.ProductId;
import io.concordat.observation.evaluation.Observation;
import io.concordat.observation.evaluation.ObservationFault;
import io.concordat.observation.evaluation.Tally;
import io.concordat.observation.evaluation.fold.Told;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/**
 * What the fold has told and nobody has stored yet.
 *
 * <p>Not thread safe.
 */
final class Collected implements Told {

  /** More kinds between two savings are counted together. */
  private static final int MOST_KINDS = 1_000;

  private static final String OTHERS = "(others)";

  /** What observations that were not counted have in common. */
  record Aside(
      String contract,
      String version,
      String commitment,
      String producer,
      ObservationFault fault) {}

  /**
   * How many, and when; milliseconds since 1970 UTC.
   *
   * @param id of the last
   */
  record Count(long count, long first, long last, String id) {

    private Count and(Count later) {
      return new Count(count + later.count, first, later.last, later.id);
    }
  }

  /** An hour that is over. */
  record Closed(ProductId product, long from, SortedMap<String, Tally.Counts> counts) {}

  private List<Turned> turns = new ArrayList<>();
  private List<Closed> closed = new ArrayList<>();
  private List<Closed> toSave = new ArrayList<>();
  private Map<Aside, Count> asides = new HashMap<>();

  @Override
  public void turned(Turned turn) {
    turns.add(turn);
  }

  @Override
  public void aside(Observation observation, String producer, ObservationFault fault, long at) {
    String version = observation.version();
    Aside kind =
        new Aside(
            observation.contract(),
            version == null ? "" : version,
            observation.commitment(),
            producer,
            fault);
    if (asides.size() >= MOST_KINDS && !asides.containsKey(kind)) {
      kind = new Aside(OTHERS, "", OTHERS, OTHERS, fault);
    }
    asides.merge(kind, new Count(1, at, at, observation.id()), Count::and);
  }

  @Override
  public void closed(ProductId product, long from, SortedMap<String, Tally.Counts> counts) {
    Closed hour = new Closed(product, from, counts);
    closed.add(hour);
    toSave.add(hour);
  }

  List<Turned> takeTurns() {
    List<Turned> taken = turns;
    turns = new ArrayList<>();
    return taken;
  }

  List<Closed> takeClosed() {
    List<Closed> taken = closed;
    closed = new ArrayList<>();
    return taken;
  }

  List<Closed> takeToSave() {
    List<Closed> taken = toSave;
    toSave = new ArrayList<>();
    return taken;
  }

  Map<Aside, Count> takeAsides() {
    Map<Aside, Count> taken = asides;
    asides = new HashMap<>();
    return taken;
  }
}

package io.concordat.server.observation;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.concordat.observation.evaluation.Admission;
import io.concordat.observation.evaluation.Flaw;
import io.concordat.observation.evaluation.Holding;
import io.concordat.observation.evaluation.Observation;
import io.concordat.observation.evaluation.ObservationFault;
import io.concordat.observation.evaluation.fold.Promised;
import io.concordat.observation.evaluation.fold.Promises;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What is to be told of a batch while it is read. */
final class BatchAnswer {

  /** More are counted, and not told one by one. */
  private static final int MOST_TOLD = 1_000;

  private final Promises promises;
  private final Map<String, Seen> seen = new HashMap<>();
  private final List<Observation> observations = new ArrayList<>();
  private final List<Problem> errors = new ArrayList<>();
  private final Map<Apart, Integer> apart = new LinkedHashMap<>();
  private int refused;

  BatchAnswer(Promises promises) {
    this.promises = promises;
  }

  /**
   * Why something was not taken.
   *
   * @param line of the observation in the body, from 1; null where it is about all of it
   * @param path where in the JSON; null where it is nowhere in particular
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Problem(String code, String message, @Nullable Integer line, @Nullable String path) {}

  /** How many observations of a contract were accepted, and how many of these are kept apart. */
  static final class Seen {
    private int accepted;
    private int apart;
    private boolean known = true;

    int accepted() {
      return accepted;
    }

    int apart() {
      return apart;
    }

    /** Whether a version of the contract is served. */
    boolean isKnown() {
      return known;
    }
  }

  /** What some of the accepted observations will be kept apart for. */
  private record Apart(String code, String contract, String commitment) {}

  /** The same, with how many there are. */
  record KeptApart(String code, String contract, String commitment, int count, String message) {}

  /**
   * The answer to a batch.
   *
   * @param accepted observations that are durable now
   * @param refused observations that are not taken
   * @param duplicate whether this batch was accepted before; the counts are those of then
   * @param errors why some are refused, a thousand at most
   * @param keptApart those of the accepted that cannot be held against anything at present, a
   *     thousand groups at most
   */
  record Receipt(
      int accepted,
      int refused,
      boolean duplicate,
      List<Problem> errors,
      List<KeptApart> keptApart) {}

  void take(Observation observation) {
    observations.add(observation);
    Seen of = seen.computeIfAbsent(observation.contract(), _ -> new Seen());
    of.accepted++;
    ObservationFault fault = fault(observation);
    if (fault != null) {
      of.apart++;
      of.known = fault != ObservationFault.OBSERVATION_CONTRACT_UNKNOWN;
      Apart one = new Apart(fault.name(), observation.contract(), observation.commitment());
      if (apart.size() < MOST_TOLD || apart.containsKey(one)) {
        apart.merge(one, 1, Integer::sum);
      }
    }
  }

  void refuse(Flaw flaw) {
    refused++;
    if (errors.size() < MOST_TOLD) {
      errors.add(new Problem(flaw.fault().name(), flaw.message(), flaw.line(), flaw.path()));
    }
  }

  private @Nullable ObservationFault fault(Observation observation) {
    Map<String, Map<String, Promised>> versions = promises.of(observation.contract());
    if (versions.isEmpty()) {
      return ObservationFault.OBSERVATION_CONTRACT_UNKNOWN;
    }
    String version = observation.version();
    if (version != null && !versions.containsKey(version)) {
      return ObservationFault.OBSERVATION_VERSION_UNKNOWN;
    }
    ObservationFault fault = ObservationFault.OBSERVATION_COMMITMENT_UNKNOWN;
    for (var each : versions.entrySet()) {
      Promised promised =
          version == null || version.equals(each.getKey())
              ? each.getValue().get(observation.commitment())
              : null;
      if (promised != null) {
        switch (promised.pledge().hold(observation.reading())) {
          case Holding.Held _ -> {
            return null;
          }
          case Holding.NotHeld(ObservationFault why) -> fault = why;
        }
      }
    }
    return fault;
  }

  int accepted() {
    return observations.size();
  }

  /** What was accepted, in its order. */
  List<Observation> observations() {
    return observations;
  }

  int refused() {
    return refused;
  }

  /** Position of the event store that the answer goes by. */
  long asOf() {
    return promises.asOf();
  }

  Set<String> contracts() {
    return seen.keySet();
  }

  /** What was accepted, by contract. */
  Map<String, Seen> seen() {
    return seen;
  }

  Receipt receipt(boolean duplicate, int accepted, int refused) {
    return new Receipt(
        accepted,
        refused,
        duplicate,
        errors,
        apart.entrySet().stream()
            .map(each ->
                new KeptApart(
                    each.getKey().code(),
                    each.getKey().contract(),
                    each.getKey().commitment(),
                    each.getValue(),
                    Admission.told(ObservationFault.valueOf(each.getKey().code()))))
            .toList());
  }
}

package io.concordat.server.observation;

import io.concordat.messages.contract.ContractId;
import io.concordat.observation.evaluation.ObservationFault;
import io.concordat.server.metrics.MetricLabels;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/**
 * Counts what is sent to this node. Contracts that are not served share one label, so that no
 * producer can make series by inventing names.
 *
 * <p>Thread safe.
 */
@Component
class IntakeCounters {

  private static final String OBSERVATIONS = "concordat.observations";
  private static final String OUTCOME = "outcome";
  private static final Tags NOBODY = MetricLabels.tags(MetricLabels.UNKNOWN, MetricLabels.UNKNOWN);

  private record OfProduct(Counter accepted, Counter apart) {}

  private final MeterRegistry registry;
  private final MetricLabels labels;
  private final Map<String, OfProduct> served = new ConcurrentHashMap<>();
  private final Map<ObservationFault, Counter> asides = new EnumMap<>(ObservationFault.class);
  private final Map<Refusal.Code, Counter> turnedAway = new EnumMap<>(Refusal.Code.class);
  private final OfProduct unknown;
  private final Counter refused;

  IntakeCounters(MeterRegistry registry, MetricLabels labels) {
    this.registry = registry;
    this.labels = labels;
    this.unknown = counters(NOBODY);
    this.refused = counter(NOBODY, "refused");
    for (ObservationFault fault : ObservationFault.values()) {
      asides.put(
          fault,
          Counter.builder("concordat.observations.aside")
              .description("observations that the fold of this node did not count")
              .tag("reason", fault.name())
              .register(registry));
    }
    for (Refusal.Code code : Refusal.Code.values()) {
      turnedAway.put(
          code,
          Counter.builder("concordat.observations.requests.refused")
              .description("requests with observations that were refused as a whole")
              .tag("code", code.name())
              .register(registry));
    }
  }

  private Counter counter(Tags product, String outcome) {
    return Counter.builder(OBSERVATIONS)
        .description("observations that were sent to this node")
        .tags(product.and(OUTCOME, outcome))
        .register(registry);
  }

  private OfProduct counters(Tags product) {
    return new OfProduct(counter(product, "accepted"), counter(product, "apart"));
  }

  /** Counts a batch that is durable now. */
  void accepted(BatchAnswer answer) {
    answer
        .seen()
        .forEach((contract, seen) -> {
          OfProduct counters =
              seen.isKnown()
                  ? served.computeIfAbsent(
                      contract, id -> counters(labels.of(new ContractId(id).product())))
                  : unknown;
          counters.accepted().increment(seen.accepted());
          counters.apart().increment(seen.apart());
        });
    refused(answer.refused());
  }

  /** Counts observations that were not taken. */
  void refused(int observations) {
    refused.increment(observations);
  }

  /** Counts observations that the fold did not count. */
  void aside(ObservationFault fault, long observations) {
    Counter counter = asides.get(fault);
    if (counter != null) {
      counter.increment(observations);
    }
  }

  /** Counts a request that was refused as a whole. */
  void turnedAway(Refusal.Code code) {
    Counter counter = turnedAway.get(code);
    if (counter != null) {
      counter.increment();
    }
  }

  /** Requests that were asked to come again since the start, for there was no room. */
  long overloaded() {
    Counter counter = turnedAway.get(Refusal.Code.OBSERVATIONS_OVERLOADED);
    return counter == null ? 0 : Math.round(counter.count());
  }
}

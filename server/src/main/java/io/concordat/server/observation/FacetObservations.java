package io.concordat.server.observation;

import io.concordat.messages.decision.Actor;
import io.concordat.results.CheckResult;
import io.concordat.results.Observed;
import io.concordat.results.Problem;
import io.concordat.results.Tying;
import io.concordat.results.file.CheckLines;
import io.concordat.results.file.OpenLineageFacets;
import io.concordat.results.file.Results;
import io.concordat.results.file.Unreadable;
import io.concordat.server.gateway.RunQuality;
import io.concordat.server.observation.BatchAnswer.Receipt;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Makes observations of the quality facets of lineage events. Most events are about datasets of no
 * contract, so what ties to nothing is only counted: {@code concordat.lineage.quality} by {@code
 * outcome}.
 */
@Component
class FacetObservations implements RunQuality {

  private static final Logger LOG = LoggerFactory.getLogger(FacetObservations.class);

  private final ObservationIntake observations;
  private final PromiseRegistry registry;
  private final Counter accepted;
  private final Counter untied;
  private final Counter refused;

  FacetObservations(
      ObservationIntake observations, PromiseRegistry registry, MeterRegistry meters) {
    this.observations = observations;
    this.registry = registry;
    this.accepted = counter(meters, "accepted");
    this.untied = counter(meters, "untied");
    this.refused = counter(meters, "refused");
  }

  private static Counter counter(MeterRegistry meters, String outcome) {
    return Counter.builder("concordat.lineage.quality")
        .description("what lineage events said of the quality of datasets")
        .tag("outcome", outcome)
        .register(meters);
  }

  @Override
  public void take(Actor actor, InputStream event) throws IOException {
    Results results;
    try {
      results = OpenLineageFacets.read(event);
    } catch (Unreadable tooMuch) {
      LOG.warn("Quality facets of a lineage event cannot be read: {}", tooMuch.message());
      refused.increment();
      return;
    }
    refused.increment(results.problems().size());
    results.problems().forEach(FacetObservations::tell);
    ByteArrayOutputStream lines = new ByteArrayOutputStream();
    Tying tying = registry.tying();
    for (CheckResult result : results.checks()) {
      switch (tying.tie(result)) {
        case Tying.Tied.ToNothing(Problem problem) -> {
          tell(problem);
          untied.increment();
        }
        case Tying.Tied.To(Observed observed) -> {
          if (observations.maySend(actor, observed.contract())) {
            lines.writeBytes(CheckLines.of(observed));
            lines.write('\n');
          } else {
            refused.increment();
          }
        }
      }
    }
    if (lines.size() > 0) {
      store(actor, lines.toByteArray());
    }
  }

  private void store(Actor actor, byte[] lines) throws IOException {
    try {
      Receipt receipt = observations.take(actor, lines, false);
      accepted.increment(receipt.accepted());
      refused.increment(receipt.refused());
    } catch (Refusal refusal) {
      if (refusal.status().is5xxServerError() || refusal.status().value() == 429) {
        throw new Busy(String.valueOf(refusal.getMessage()));
      }
      LOG.warn("Quality facets of a lineage event are not taken: {}", refusal.getMessage());
      refused.increment();
    }
  }

  private static void tell(Problem problem) {
    LOG.debug("{} {} {}", problem.code(), problem.message(), problem.place());
  }
}

package io.concordat.graphql.gateway;

import io.concordat.messages.compliance.ComplianceRecorded;
import io.concordat.messages.council.ProposalId;
import io.concordat.messages.incident.IncidentId;
import reactor.core.publisher.Flux;

/**
 * Tells what changes, on whatever node it was changed, from the moment of subscription on and not
 * before queries show it. A subscriber that is too slow loses the oldest of what waits, never the
 * latest.
 */
public interface LiveChanges {

  /** Ids of proposals, each time one changes. */
  Flux<ProposalId> proposals();

  /** Ids of incidents, each time one changes. */
  Flux<IncidentId> incidents();

  /** Windows of counts, each time one is recorded of a product. */
  Flux<ComplianceRecorded> compliance();
}

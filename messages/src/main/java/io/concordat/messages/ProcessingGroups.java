package io.concordat.messages;

import io.concordat.messages.anomaly.AnomalyEvent;
import io.concordat.messages.compliance.ComplianceEvent;
import io.concordat.messages.contract.ContractEvent;
import io.concordat.messages.council.CouncilEvent;
import io.concordat.messages.council.ProposalEvent;
import io.concordat.messages.incident.IncidentEvent;
import io.concordat.messages.meeting.MeetingEvent;
import io.concordat.messages.mesh.ConsumerEvent;
import io.concordat.messages.mesh.DomainEvent;
import io.concordat.messages.mesh.ProductEvent;
import io.concordat.messages.migration.MigrationEvent;
import io.concordat.messages.policy.PolicySetEvent;
import io.concordat.messages.request.DataRequestEvent;
import io.concordat.messages.scorecard.ScorecardEvent;
import java.util.Set;

/**
 * The processing groups that fill the read side, and which events each of them reads. The names are
 * permanent: under them the event store keeps how far a group has come, so a renamed group starts
 * from the first event.
 */
public final class ProcessingGroups {

  /** Fills the lineage graph: domains, products, contracts, versions, fields, consumers. */
  public static final String LINEAGE_GRAPH = "lineage-graph";

  /**
   * Fills the read models of the mesh, of contracts, of migrations, of the council, of the policy
   * sets and of data requests.
   */
  public static final String GOVERNANCE_VIEWS = "governance-views";

  /** Fills the read models of incidents, of compliance and of scorecards. */
  public static final String RELIABILITY_VIEWS = "reliability-views";

  /** All of them. */
  public static final Set<String> ALL = Set.of(LINEAGE_GRAPH, GOVERNANCE_VIEWS, RELIABILITY_VIEWS);

  private ProcessingGroups() {}

  /**
   * The groups that must have come as far as an event before all views tell of it.
   *
   * @throws IllegalArgumentException where the type is not below one of the sealed roots
   */
  public static Set<String> of(Class<? extends Event> type) {
    if (DomainEvent.class.isAssignableFrom(type)
        || ProductEvent.class.isAssignableFrom(type)
        || ConsumerEvent.class.isAssignableFrom(type)
        || ContractEvent.class.isAssignableFrom(type)) {
      return Set.of(LINEAGE_GRAPH, GOVERNANCE_VIEWS);
    }
    if (MigrationEvent.class.isAssignableFrom(type)
        || CouncilEvent.class.isAssignableFrom(type)
        || ProposalEvent.class.isAssignableFrom(type)
        || MeetingEvent.class.isAssignableFrom(type)
        || PolicySetEvent.class.isAssignableFrom(type)
        || DataRequestEvent.class.isAssignableFrom(type)) {
      return Set.of(GOVERNANCE_VIEWS);
    }
    if (IncidentEvent.class.isAssignableFrom(type)
        || AnomalyEvent.class.isAssignableFrom(type)
        || ComplianceEvent.class.isAssignableFrom(type)
        || ScorecardEvent.class.isAssignableFrom(type)) {
      return Set.of(RELIABILITY_VIEWS);
    }
    throw new IllegalArgumentException("No processing group reads " + type.getName());
  }
}

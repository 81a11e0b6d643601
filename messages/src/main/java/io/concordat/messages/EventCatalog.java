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
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** All event types there are, found through the sealed roots. */
public final class EventCatalog {

  private static final List<Class<? extends Event>> ROOTS =
      List.of(
          DomainEvent.class,
          ProductEvent.class,
          ConsumerEvent.class,
          ContractEvent.class,
          MigrationEvent.class,
          IncidentEvent.class,
          AnomalyEvent.class,
          ComplianceEvent.class,
          ScorecardEvent.class,
          CouncilEvent.class,
          ProposalEvent.class,
          MeetingEvent.class,
          PolicySetEvent.class,
          DataRequestEvent.class);

  private static final Map<String, Class<? extends Event>> BY_NAME =
      types()
          .collect(
              Collectors.toUnmodifiableMap(
                  type -> type.getAnnotation(EventType.class).value(), Function.identity()));

  private EventCatalog() {}

  /** Every event type by its permanent logical name. */
  public static Map<String, Class<? extends Event>> byName() {
    return BY_NAME;
  }

  private static Stream<Class<? extends Event>> types() {
    return ROOTS.stream()
        .flatMap(root -> Arrays.stream(root.getPermittedSubclasses()))
        .map(type -> type.<Event>asSubclass(Event.class));
  }
}

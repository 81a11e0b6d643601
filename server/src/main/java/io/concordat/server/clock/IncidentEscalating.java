package io.concordat.server.clock;

import io.concordat.eventstore.command.Commands;
import io.concordat.eventstore.deadline.DeadlineHandler;
import io.concordat.graphql.gateway.MeshGateway;
import io.concordat.messages.Subject;
import io.concordat.messages.council.CouncilView;
import io.concordat.messages.council.FindCouncil;
import io.concordat.messages.council.SeatView;
import io.concordat.messages.decision.Actor;
import io.concordat.messages.incident.EscalateIncident;
import io.concordat.messages.incident.EscalationLevel;
import io.concordat.messages.incident.FindIncidents;
import io.concordat.messages.incident.IncidentId;
import io.concordat.messages.incident.IncidentView;
import io.concordat.messages.mesh.DomainId;
import io.concordat.messages.mesh.DomainView;
import io.concordat.messages.mesh.FindDataProducts;
import io.concordat.messages.mesh.FindDomains;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/**
 * Takes an incident that nobody has acknowledged to the next person. What was acknowledged or
 * resolved meanwhile, or taken there before, is left as it is by the decision itself. Where the
 * read side is away, it is tried again later.
 */
@Component
@EnableConfigurationProperties(EscalationSettings.class)
class IncidentEscalating implements DeadlineHandler {

  static final String TASK = "escalate-incident";

  private final Commands commands;
  private final MeshGateway mesh;

  IncidentEscalating(Commands commands, MeshGateway mesh) {
    this.commands = commands;
    this.mesh = mesh;
  }

  /** What the clock knows an incident at a level by. */
  static String id(IncidentId incident, EscalationLevel level) {
    return incident + "/" + level;
  }

  @Override
  public String taskName() {
    return TASK;
  }

  @Override
  public void handle(String id) {
    int slash = id.indexOf('/');
    IncidentId incident = IncidentId.of(id.substring(0, slash));
    EscalationLevel level = EscalationLevel.valueOf(id.substring(slash + 1));
    IncidentView view =
        mesh.ask(new FindIncidents(Set.of(incident))).stream()
            .findFirst()
            .orElseThrow(() -> new IllegalStateException("The read side does not know it yet"));
    commands.send(new EscalateIncident(incident, level, person(view, level)), Actor.SYSTEM).join();
  }

  private @Nullable Subject person(IncidentView incident, EscalationLevel level) {
    DomainId domain = incident.product().domain();
    Stream<Subject> found =
        switch (level) {
          case OWNER ->
              mesh.ask(new FindDataProducts(Set.of(incident.product()))).stream()
                  .map(product -> product.owner().subject());
          case REPRESENTATIVE ->
              mesh.ask(new FindCouncil()).map(CouncilView::seats).orElse(List.of()).stream()
                  .filter(seat -> seat.domain().equals(domain))
                  .map(SeatView::representative);
          case DIRECTOR ->
              mesh.ask(new FindDomains(Set.of(domain))).stream()
                  .map(DomainView::director)
                  .filter(Objects::nonNull);
        };
    return found.findFirst().orElse(null);
  }
}

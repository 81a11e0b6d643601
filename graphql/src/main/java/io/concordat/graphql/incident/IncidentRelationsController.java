package io.concordat.graphql.incident;

import io.concordat.graphql.gateway.MeshGateway;
import io.concordat.messages.incident.DownstreamReader;
import io.concordat.messages.incident.FindAttachedIncidents;
import io.concordat.messages.incident.FindIncidents;
import io.concordat.messages.incident.IncidentId;
import io.concordat.messages.incident.IncidentView;
import io.concordat.messages.mesh.DomainId;
import io.concordat.messages.mesh.DomainView;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.dataloader.DataLoader;
import org.springframework.graphql.data.method.annotation.BatchMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

/** What incidents have to do with each other, and with those downstream. */
@Controller
class IncidentRelationsController {

  private final MeshGateway mesh;

  IncidentRelationsController(MeshGateway mesh) {
    this.mesh = mesh;
  }

  /** Incidents that follow from none are left out, which means null. */
  @BatchMapping(typeName = "Incident")
  Map<IncidentView, IncidentView> root(List<IncidentView> incidents) {
    Set<IncidentId> wanted =
        incidents.stream()
            .map(IncidentView::root)
            .filter(Objects::nonNull)
            .collect(Collectors.toSet());
    Map<IncidentId, IncidentView> roots =
        wanted.isEmpty()
            ? Map.of()
            : mesh.ask(new FindIncidents(wanted)).stream()
                .collect(Collectors.toMap(IncidentView::id, each -> each));
    Map<IncidentView, IncidentView> found = new HashMap<>();
    for (IncidentView incident : incidents) {
      IncidentView root = incident.root() == null ? null : roots.get(incident.root());
      if (root != null) {
        found.put(incident, root);
      }
    }
    return found;
  }

  @BatchMapping(typeName = "Incident")
  Map<IncidentView, List<IncidentView>> attached(List<IncidentView> incidents) {
    Map<IncidentId, List<IncidentView>> byRoot =
        mesh
            .ask(
                new FindAttachedIncidents(
                    incidents.stream().map(IncidentView::id).collect(Collectors.toSet())))
            .stream()
            .collect(Collectors.groupingBy(each -> Objects.requireNonNull(each.root())));
    return incidents.stream()
        .distinct()
        .collect(Collectors.toMap(each -> each, each -> byRoot.getOrDefault(each.id(), List.of())));
  }

  @SchemaMapping(typeName = "Incident")
  List<DownstreamReader> toldDownstream(IncidentView incident) {
    return incident.told();
  }

  @SchemaMapping(typeName = "DownstreamReader")
  CompletableFuture<DomainView> domain(
      DownstreamReader reader, DataLoader<DomainId, DomainView> domains) {
    return domains.load(reader.domain());
  }
}

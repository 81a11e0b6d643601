package io.concordat.server.clock;

import static java.util.Comparator.comparing;
import static java.util.Comparator.comparingInt;

import io.concordat.eventstore.command.Commands;
import io.concordat.eventstore.deadline.DeadlineHandler;
import io.concordat.graphql.gateway.MeshGateway;
import io.concordat.messages.Command;
import io.concordat.messages.decision.Actor;
import io.concordat.messages.incident.AttachIncident;
import io.concordat.messages.incident.DownstreamReader;
import io.concordat.messages.incident.FindIncidents;
import io.concordat.messages.incident.FindOpenIncidents;
import io.concordat.messages.incident.IncidentId;
import io.concordat.messages.incident.IncidentView;
import io.concordat.messages.incident.TellDownstream;
import io.concordat.messages.mesh.FindLineage;
import io.concordat.messages.mesh.LineageDirection;
import io.concordat.messages.mesh.LineageNodeKind;
import io.concordat.messages.mesh.LineageNodeView;
import io.concordat.messages.mesh.ProductId;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Finds what an incident has to do with others, by the lineage of its product, shortly after it
 * opened: it is attached to the nearest open incident upstream; open ones downstream that follow
 * from nothing else are attached to it; and, where it is the root, those downstream are told.
 *
 * <p>Each of its commands changes nothing when it comes again. Where the graph or the read side is
 * away, it is tried again later.
 */
@Component
class IncidentRelating implements DeadlineHandler {

  static final String TASK = "relate-incident";

  /** By then the read side knows of incidents that opened at the same time. */
  static final Duration SETTLED = Duration.ofSeconds(2);

  private static final int WHOLE_GRAPH = 50;

  private final Commands commands;
  private final MeshGateway mesh;

  IncidentRelating(Commands commands, MeshGateway mesh) {
    this.commands = commands;
    this.mesh = mesh;
  }

  @Override
  public String taskName() {
    return TASK;
  }

  @Override
  public void handle(String id) {
    IncidentView incident =
        mesh.ask(new FindIncidents(Set.of(IncidentId.of(id)))).stream()
            .findFirst()
            .orElseThrow(() -> new IllegalStateException("The read side does not know it yet"));
    List<LineageNodeView> below = nodes(incident, LineageDirection.DOWNSTREAM);
    Optional<IncidentId> root = root(incident, nodes(incident, LineageDirection.UPSTREAM));
    root.ifPresent(upstream -> send(new AttachIncident(incident.id(), upstream)));
    IncidentId first = root.orElse(incident.id());
    for (IncidentView other : open(below)) {
      if (other.root() == null && !other.id().equals(first) && !other.id().equals(incident.id())) {
        send(new AttachIncident(other.id(), first));
      }
    }
    List<DownstreamReader> readers = readers(below);
    if (root.isEmpty() && !readers.isEmpty()) {
      send(new TellDownstream(incident.id(), readers));
    }
  }

  private List<LineageNodeView> nodes(IncidentView incident, LineageDirection direction) {
    return mesh.ask(new FindLineage(incident.product().value(), direction, WHOLE_GRAPH, null))
        .map(graph -> graph.nodes().stream().filter(node -> node.depth() > 0).toList())
        .orElse(List.of());
  }

  /** Of the nearest incident upstream, or what that one follows from itself. */
  private Optional<IncidentId> root(IncidentView incident, List<LineageNodeView> above) {
    if (incident.root() != null) {
      return Optional.of(incident.root());
    }
    Map<String, Integer> depths =
        above.stream().collect(Collectors.toMap(LineageNodeView::id, LineageNodeView::depth));
    return open(above).stream()
        .min(
            comparingInt((IncidentView each) -> depths.get(each.product().value()))
                .thenComparing(comparing(IncidentView::openedAt)))
        .map(nearest -> nearest.root() == null ? nearest.id() : nearest.root())
        .filter(found -> !found.equals(incident.id()));
  }

  private List<IncidentView> open(List<LineageNodeView> nodes) {
    return mesh.ask(
        new FindOpenIncidents(
            nodes.stream()
                .filter(node -> node.kind() == LineageNodeKind.DATA_PRODUCT)
                .map(node -> new ProductId(node.id()))
                .collect(Collectors.toSet())));
  }

  /** Stored data has nobody who could be told. */
  private static List<DownstreamReader> readers(List<LineageNodeView> below) {
    return below.stream()
        .sorted(comparingInt(LineageNodeView::depth).thenComparing(LineageNodeView::id))
        .flatMap(node ->
            Optional.ofNullable(node.domain())
                .map(domain -> new DownstreamReader(node.id(), node.kind(), domain, node.depth()))
                .stream())
        .limit(TellDownstream.MOST)
        .toList();
  }

  private void send(Command command) {
    commands.send(command, Actor.SYSTEM).join();
  }
}

package io.concordat.queryside.lineage;

import io.concordat.messages.mesh.FindImpact;
import io.concordat.messages.mesh.FindLineagePaths;
import io.concordat.messages.mesh.ImpactLevel;
import io.concordat.messages.mesh.LineageEdgeView;
import io.concordat.messages.mesh.LineagePathsView;
import io.concordat.messages.mesh.LineagePathsView.Hop;
import io.concordat.messages.mesh.LineagePathsView.Path;
import io.concordat.queryside.Graphs;
import io.concordat.queryside.lineage.ImpactWalk.Reached;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.axonframework.queryhandling.QueryHandler;

/**
 * Why one thing is affected by a change of another: the ways that the walk of {@link ImpactQueries}
 * took to it, so that the two never tell different stories.
 */
public final class PathQueries {

  private final Graphs graphs;

  /** Answers from the lineage graph. */
  public PathQueries(Graphs graphs) {
    this.graphs = graphs;
  }

  @QueryHandler
  Optional<LineagePathsView> handle(FindLineagePaths query) {
    return graphs.inOne(graph -> {
      Moment moment = new Moment(graph, query.asOf());
      Optional<ImpactStart> start = ImpactStart.of(moment, query.from(), query.fields());
      if (start.isEmpty() || !isKnown(moment, query.to())) {
        return Optional.empty();
      }
      List<String> unknown = start.get().unknown();
      return Optional.of(
          unknown.isEmpty()
              ? paths(moment, query, start.get())
              : new LineagePathsView(
                  query.from(), query.fields(), query.to(), unknown, List.of(), false));
    });
  }

  private static boolean isKnown(Moment moment, String id) {
    return moment.run(ImpactStatements.ROOTS, Map.of("id", id)).hasNext();
  }

  private static LineagePathsView paths(Moment moment, FindLineagePaths query, ImpactStart start) {
    Trace trace = new Trace(start.contracts(), query.fields());
    ImpactWalk walk = new ImpactWalk(moment, start.contracts(), query.fields(), trace);
    Set<String> ends = Set.of();
    while (ends.isEmpty() && walk.depth() < FindImpact.FURTHEST && walk.step()) {
      ends = ends(walk, query.to());
    }
    List<List<Trace.Hop>> ways = trace.ways(ends, query.limit() + 1);
    List<List<Trace.Hop>> told = ways.stream().limit(query.limit()).toList();
    Map<List<String>, LineageEdgeView> edges = edges(moment, told);
    return new LineagePathsView(
        query.from(),
        query.fields(),
        query.to(),
        List.of(),
        told.stream().map(way -> path(way, edges)).toList(),
        ways.size() > told.size());
  }

  /** What was asked for, where the walk has come to it: of a data product, its contracts. */
  private static Set<String> ends(ImpactWalk walk, String to) {
    return walk.found().stream()
        .map(Reached::id)
        .filter(id -> id.equals(to) || id.startsWith(to + "/"))
        .collect(Collectors.toSet());
  }

  private static Path path(List<Trace.Hop> way, Map<List<String>, LineageEdgeView> edges) {
    return new Path(
        way.stream()
            .map(hop -> {
              LineageEdgeView edge = edges.get(ends(hop));
              if (edge == null) {
                throw new IllegalStateException("No edge holds what " + hop + " goes along");
              }
              return new Hop(
                  hop.fields().isEmpty() ? ImpactLevel.PRODUCT : ImpactLevel.FIELD,
                  edge.with(hop.fields()));
            })
            .toList());
  }

  private static Map<List<String>, LineageEdgeView> edges(
      Moment moment, List<List<Trace.Hop>> ways) {
    EdgeSet edges = new EdgeSet();
    moment
        .run(
            ImpactStatements.HOPS,
            Map.of(
                "hops",
                ways.stream()
                    .flatMap(List::stream)
                    .map(PathQueries::ends)
                    .distinct()
                    .map(ends -> Map.of("upstream", ends.getFirst(), "downstream", ends.getLast()))
                    .toList()))
        .forEachRemaining(row -> edges.add(EdgeSet.edge(row)));
    Map<List<String>, LineageEdgeView> byEnds = new HashMap<>();
    edges.sorted().forEach(edge -> byEnds.put(List.of(edge.upstream(), edge.downstream()), edge));
    return byEnds;
  }

  private static List<String> ends(Trace.Hop hop) {
    return List.of(hop.upstream(), hop.downstream());
  }
}

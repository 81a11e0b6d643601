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
import io.concordat.queryside.observed.DatasetIds;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.axonframework.queryhandling.QueryHandler;
import org.jspecify.annotations.Nullable;

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
      Optional<ImpactStart> end = ImpactStart.of(moment, query.to(), List.of());
      if (start.isEmpty() || end.isEmpty()) {
        return Optional.empty();
      }
      List<String> unknown = start.get().unknown();
      return Optional.of(
          unknown.isEmpty()
              ? paths(moment, query, start.get(), end.get())
              : new LineagePathsView(
                  query.from(), query.fields(), query.to(), unknown, List.of(), false));
    });
  }

  private static LineagePathsView paths(
      Moment moment, FindLineagePaths query, ImpactStart start, ImpactStart end) {
    Set<String> wanted = new HashSet<>(end.contracts());
    wanted.add(query.to());
    Trace trace = new Trace(start.contracts(), query.fields());
    ImpactWalk walk = new ImpactWalk(moment, start.contracts(), query.fields(), trace, true, 0);
    Set<String> ends = Set.of();
    while (ends.isEmpty() && walk.depth() < FindImpact.FURTHEST && walk.step()) {
      ends = ends(walk, wanted);
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
  private static Set<String> ends(ImpactWalk walk, Set<String> wanted) {
    return walk.found().stream()
        .map(Reached::id)
        .filter(wanted::contains)
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
    Map<String, ?> asked =
        Map.of(
            "hops",
            ways.stream()
                .flatMap(List::stream)
                .map(PathQueries::ends)
                .distinct()
                .map(ends -> hop(ends.getFirst(), ends.getLast()))
                .toList());
    EdgeSet edges = new EdgeSet();
    moment.run(ImpactStatements.HOPS, asked).forEachRemaining(row -> edges.add(EdgeSet.edge(row)));
    moment
        .run(ObservedStatements.HOPS, asked)
        .forEachRemaining(row ->
            edges.add(
                EdgeSet.observed(
                    row.get("upstream").asString(), row.get("downstream").asString(), row)));
    Map<List<String>, LineageEdgeView> byEnds = new HashMap<>();
    edges.sorted().forEach(edge -> byEnds.put(List.of(edge.upstream(), edge.downstream()), edge));
    return byEnds;
  }

  private static Map<String, @Nullable String> hop(String upstream, String downstream) {
    Map<String, @Nullable String> hop = new HashMap<>();
    hop.put("upstream", upstream);
    hop.put("downstream", downstream);
    hop.put("from", dataset(upstream));
    hop.put("to", dataset(downstream));
    return hop;
  }

  private static @Nullable String dataset(String id) {
    return ObservedWalk.isDataset(id) ? DatasetIds.key(id).orElse(null) : null;
  }

  private static List<String> ends(Trace.Hop hop) {
    return List.of(hop.upstream(), hop.downstream());
  }
}

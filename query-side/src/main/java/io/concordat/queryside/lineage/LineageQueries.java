package io.concordat.queryside.lineage;

import io.concordat.messages.mesh.DomainId;
import io.concordat.messages.mesh.FindLineage;
import io.concordat.messages.mesh.LineageDirection;
import io.concordat.messages.mesh.LineageGraphView;
import io.concordat.messages.mesh.LineageNodeKind;
import io.concordat.messages.mesh.LineageNodeView;
import io.concordat.queryside.Graphs;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.axonframework.queryhandling.QueryHandler;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Record;
import org.neo4j.driver.TransactionContext;

/**
 * What is upstream and downstream of a data product, a contract (which stands for its product) or a
 * consumer. The graph is walked step by step, each node once at its least distance, so that the
 * cost follows the nodes and edges that are reached, not the paths to them.
 */
public final class LineageQueries {

  private final Graphs graphs;

  /** Answers from the lineage graph. */
  public LineageQueries(Graphs graphs) {
    this.graphs = graphs;
  }

  @QueryHandler
  Optional<LineageGraphView> handle(FindLineage query) {
    return graphs.inOne(transaction -> walk(transaction, query));
  }

  private static Optional<LineageGraphView> walk(TransactionContext graph, FindLineage query) {
    OffsetDateTime at = query.asOf() == null ? null : query.asOf().atOffset(ZoneOffset.UTC);
    return root(graph, query.of(), at)
        .map(root -> {
          Map<String, LineageNodeView> reached = new LinkedHashMap<>();
          EdgeSet edges = new EdgeSet();
          reached.put(root.id(), root);
          List<String> frontier = List.of(root.id());
          for (int depth = 1; depth <= query.depth() && !frontier.isEmpty(); depth++) {
            frontier = step(graph, query.direction(), at, frontier, depth, reached, edges);
          }
          if (!frontier.isEmpty()) {
            steps(graph, query.direction(), at, frontier).stream()
                .filter(step -> reached.containsKey(step.node().id()))
                .forEach(step -> edges.add(step.edge()));
          }
          return new LineageGraphView(
              root.id(),
              reached.values().stream()
                  .sorted(
                      Comparator.comparingInt(LineageNodeView::depth)
                          .thenComparing(LineageNodeView::id))
                  .toList(),
              edges.sorted());
        });
  }

  private static List<String> step(
      TransactionContext graph,
      LineageDirection direction,
      @Nullable OffsetDateTime at,
      List<String> frontier,
      int depth,
      Map<String, LineageNodeView> reached,
      EdgeSet edges) {
    Map<String, LineageNodeView> found = new LinkedHashMap<>();
    for (Step step : steps(graph, direction, at, frontier)) {
      edges.add(step.edge());
      LineageNodeView node = step.node();
      if (!reached.containsKey(node.id())) {
        found.put(
            node.id(),
            new LineageNodeView(node.id(), node.kind(), node.name(), node.domain(), depth));
      }
    }
    reached.putAll(found);
    return List.copyOf(found.keySet());
  }

  private static List<Step> steps(
      TransactionContext graph,
      LineageDirection direction,
      @Nullable OffsetDateTime at,
      List<String> from) {
    String statement =
        switch (direction) {
          case UPSTREAM -> LineageStatements.UPSTREAM;
          case DOWNSTREAM -> LineageStatements.DOWNSTREAM;
        };
    Map<String, Object> parameters = new HashMap<>();
    parameters.put("ids", from);
    parameters.put("at", at);
    return graph.run(statement, Graphs.question(parameters)).list(Step::of);
  }

  private static Optional<LineageNodeView> root(
      TransactionContext graph, String of, @Nullable OffsetDateTime at) {
    Map<String, Object> parameters = new HashMap<>();
    parameters.put("id", of);
    parameters.put("at", at);
    return graph.run(LineageStatements.ROOT, Graphs.question(parameters)).stream()
        .findFirst()
        .map(row -> node(row, 0));
  }

  /** A node of a row with the columns {@code id, name, kind, domain}. */
  static LineageNodeView node(Record row, int depth) {
    String domain = row.get("domain").asString(null);
    String id = row.get("id").asString();
    return new LineageNodeView(
        id,
        LineageNodeKind.valueOf(row.get("kind").asString()),
        row.get("name").asString(id),
        domain == null ? null : new DomainId(domain),
        depth);
  }

  /** An instant of a column; null where there is none. */
  static @Nullable Instant time(Record row, String column) {
    return row.get(column).isNull() ? null : row.get(column).asOffsetDateTime().toInstant();
  }
}

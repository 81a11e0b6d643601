package io.concordat.queryside.lineage;

import io.concordat.messages.mesh.DomainId;
import io.concordat.messages.mesh.FieldPair;
import io.concordat.messages.mesh.FindLineage;
import io.concordat.messages.mesh.LineageDirection;
import io.concordat.messages.mesh.LineageEdgeView;
import io.concordat.messages.mesh.LineageGraphView;
import io.concordat.messages.mesh.LineageNodeKind;
import io.concordat.messages.mesh.LineageNodeView;
import io.concordat.queryside.Graphs;
import io.concordat.queryside.lineage.Moment.Statement;
import io.concordat.queryside.lineage.Neighbours.Neighbour;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.axonframework.queryhandling.QueryHandler;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Record;
import org.neo4j.driver.Value;

/**
 * What is upstream and downstream of a data product, a contract (which stands for its product), a
 * dataset, a consumer, a field or a column of a dataset. The graph is walked step by step, each
 * node once at its least distance, so that the cost follows the nodes and edges that are reached,
 * not the paths to them.
 */
public final class LineageQueries {

  private final Graphs graphs;

  /** Answers from the lineage graph. */
  public LineageQueries(Graphs graphs) {
    this.graphs = graphs;
  }

  @QueryHandler
  Optional<LineageGraphView> handle(FindLineage query) {
    return graphs.inOne(graph -> {
      Moment moment = new Moment(graph, query.asOf());
      boolean ofField = query.of().indexOf('#') >= 0;
      LineageStatements statements =
          ofField ? LineageStatements.FIELDS : LineageStatements.PRODUCTS;
      Neighbours observed = ofField ? new ObservedFields(moment) : new ObservedNeighbours(moment);
      return moment.run(statements.root(), Map.of("id", query.of())).stream()
          .findFirst()
          .map(LineageQueries::node)
          .or(() -> observed.root(query.of()))
          .map(root -> new Walk(moment, statements, observed, query).from(root));
    });
  }

  /** One walk from a node on. */
  private static final class Walk {
    private final Moment moment;
    private final LineageStatements statements;
    private final Neighbours observed;
    private final FindLineage query;
    private final Map<String, LineageNodeView> reached = new LinkedHashMap<>();
    private final EdgeSet edges = new EdgeSet();

    Walk(Moment moment, LineageStatements statements, Neighbours observed, FindLineage query) {
      this.moment = moment;
      this.statements = statements;
      this.observed = observed;
      this.query = query;
    }

    LineageGraphView from(LineageNodeView root) {
      reached.put(root.id(), root);
      List<String> frontier = List.of(root.id());
      for (int depth = 1; depth <= query.depth() && !frontier.isEmpty(); depth++) {
        frontier = step(frontier, depth);
      }
      if (!frontier.isEmpty()) {
        among(frontier);
      }
      List<LineageEdgeView> all = edges.sorted();
      return new LineageGraphView(root.id(), nodes(all), query.fields() ? withFields(all) : all);
    }

    private List<String> step(List<String> frontier, int depth) {
      Statement statement =
          switch (query.direction()) {
            case UPSTREAM -> statements.upstream();
            case DOWNSTREAM -> statements.downstream();
          };
      List<String> found = new ArrayList<>();
      moment
          .run(statement, Map.of("ids", frontier))
          .forEachRemaining(row -> {
            edges.add(EdgeSet.edge(row));
            reach(node(row).at(depth), found);
          });
      for (Neighbour neighbour : observed.of(frontier, query.direction())) {
        edges.add(neighbour.edge());
        reach(neighbour.node().at(depth), found);
      }
      return found;
    }

    private void reach(LineageNodeView node, List<String> found) {
      if (reached.putIfAbsent(node.id(), node) == null) {
        found.add(node.id());
      }
    }

    /** The edges from what was reached last to all of the answer. */
    private void among(List<String> last) {
      Statement statement =
          switch (query.direction()) {
            case UPSTREAM -> statements.upstreamAmong();
            case DOWNSTREAM -> statements.downstreamAmong();
          };
      moment
          .run(statement, Map.of("ids", last, "known", List.copyOf(reached.keySet())))
          .forEachRemaining(row -> edges.add(EdgeSet.edge(row)));
      observed.of(last, query.direction()).stream()
          .filter(neighbour -> reached.containsKey(neighbour.node().id()))
          .forEach(neighbour -> edges.add(neighbour.edge()));
    }

    /** The nodes, each with how many neighbours it has besides those of the answer. */
    private List<LineageNodeView> nodes(List<LineageEdgeView> all) {
      Map<String, Set<String>> upstream = new HashMap<>();
      Map<String, Set<String>> downstream = new HashMap<>();
      moment
          .run(statements.neighbours(), Map.of("ids", List.copyOf(reached.keySet())))
          .forEachRemaining(row -> {
            String id = row.get("id").asString();
            upstream.put(id, new HashSet<>(row.get("upstream").asList(Value::asString)));
            downstream.put(id, new HashSet<>(row.get("downstream").asList(Value::asString)));
          });
      observed
          .of(reached.keySet(), LineageDirection.UPSTREAM)
          .forEach(each -> add(upstream, each.from(), each.node().id()));
      observed
          .of(reached.keySet(), LineageDirection.DOWNSTREAM)
          .forEach(each -> add(downstream, each.from(), each.node().id()));
      for (LineageEdgeView edge : all) {
        upstream.getOrDefault(edge.downstream(), Set.of()).remove(edge.upstream());
        downstream.getOrDefault(edge.upstream(), Set.of()).remove(edge.downstream());
      }
      reached.replaceAll((id, node) ->
          node.hiding(
              upstream.getOrDefault(id, Set.of()).size(),
              downstream.getOrDefault(id, Set.of()).size()));
      return reached.values().stream()
          .sorted(
              Comparator.comparingInt(LineageNodeView::depth).thenComparing(LineageNodeView::id))
          .toList();
    }

    private static void add(Map<String, Set<String>> neighbours, String id, String other) {
      neighbours.computeIfAbsent(id, _ -> new HashSet<>()).add(other);
    }

    private List<LineageEdgeView> withFields(List<LineageEdgeView> all) {
      if (statements == LineageStatements.FIELDS) {
        return all.stream()
            .map(edge -> edge.with(List.of(new FieldPair(edge.upstream(), edge.downstream()))))
            .toList();
      }
      List<Map<String, Object>> asked = new ArrayList<>();
      for (int index = 0; index < all.size(); index++) {
        LineageEdgeView edge = all.get(index);
        if (edge.contract() != null) {
          for (String by : edge.declaredBy()) {
            asked.add(Map.of("edge", index, "contract", edge.contract().value(), "by", by));
          }
        }
      }
      Map<Integer, Set<FieldPair>> pairs = new HashMap<>();
      moment
          .run(LineageStatements.PAIRS, Map.of("pairs", asked))
          .forEachRemaining(row ->
              pairs
                  .computeIfAbsent(row.get("edge").asInt(), _ -> new TreeSet<>())
                  .add(new FieldPair(row.get("source").asString(), row.get("field").asString())));
      List<LineageEdgeView> known = new ArrayList<>();
      for (int index = 0; index < all.size(); index++) {
        known.add(all.get(index).with(List.copyOf(pairs.getOrDefault(index, Set.of()))));
      }
      return known;
    }
  }

  /** A node of a row with the columns {@code id, name, kind, domain}. */
  private static LineageNodeView node(Record row) {
    String domain = row.get("domain").asString(null);
    String id = row.get("id").asString();
    return new LineageNodeView(
        id,
        LineageNodeKind.valueOf(row.get("kind").asString()),
        row.get("name").asString(id),
        domain == null ? null : new DomainId(domain),
        0,
        0,
        0);
  }

  /** An instant of a column; null where there is none. */
  static @Nullable Instant time(Record row, String column) {
    return row.get(column).isNull() ? null : row.get(column).asOffsetDateTime().toInstant();
  }
}

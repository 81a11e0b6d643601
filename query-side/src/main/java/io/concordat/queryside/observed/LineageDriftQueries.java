package io.concordat.queryside.observed;

import io.concordat.messages.contract.ContractId;
import io.concordat.messages.mesh.DatasetName;
import io.concordat.messages.mesh.ProductId;
import io.concordat.messages.observed.FindLineageDrift;
import io.concordat.messages.observed.LineageDriftView;
import io.concordat.queryside.Graphs;
import io.concordat.queryside.observed.DriftFold.Promised;
import io.concordat.queryside.observed.DriftFold.Reached;
import io.concordat.queryside.observed.DriftFold.Seen;
import io.concordat.queryside.observed.DriftFold.Stored;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.axonframework.queryhandling.QueryHandler;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Record;
import org.neo4j.driver.TransactionContext;
import org.neo4j.driver.Value;

/** Where products declare something else than jobs were seen to do. */
public final class LineageDriftQueries {

  /** Datasets without a contract are walked through, so many in a row. */
  private static final int DEEPEST = 10;

  /** Most datasets that are walked through for one product. */
  private static final int MOST = 2_000;

  private static final String STORED =
      """
      UNWIND $question.ids AS id
      MATCH (:DataProduct {id: id})-[:OFFERS]->(c:Contract)-[:HAS_VERSION]->(v:ContractVersion)
      WHERE v.version = c.version
      MATCH (v)-[s:STORED_IN]->(d:Dataset)
      WHERE s.validTo IS NULL
      RETURN id, c.id AS contract, s.object AS object, d.key AS key, d.namespace AS namespace,
        d.name AS name, d.schemaAt IS NOT NULL AS shown,
        reduce(last = NULL, at IN COLLECT {
          MATCH (d)<-[w:WRITES]-(:Job) WHERE w.validTo IS NULL RETURN w.lastSeenAt } |
          CASE WHEN last > at THEN last ELSE at END) AS writtenAt
      """;

  private static final String DECLARED =
      """
      UNWIND $question.ids AS id
      MATCH (:DataProduct {id: id})-[e:DERIVES_FROM]->(:DataProduct)
      WHERE e.validTo IS NULL AND e.contract IS NOT NULL
      RETURN DISTINCT id, e.contract AS contract, EXISTS {
        MATCH (:Contract {id: e.contract})-[:HAS_VERSION]->(:ContractVersion)-[s:STORED_IN]->()
        WHERE s.validTo IS NULL } AS observable
      """;

  private static final String UPSTREAM =
      """
      UNWIND $question.ids AS id
      MATCH (:Dataset {key: id})-[e:DERIVES_FROM]->(d:Dataset)
      WHERE e.validTo IS NULL
      RETURN d.key AS key, d.namespace AS namespace, d.name AS name, min(e.validFrom) AS since,
        COLLECT { MATCH (d)<-[s:STORED_IN]-(v:ContractVersion) WHERE s.validTo IS NULL
          RETURN DISTINCT v.contract } AS contracts
      """;

  private static final String COLUMNS =
      """
      UNWIND $question.ids AS id
      MATCH (:Dataset {key: id})-[h:HAS_COLUMN]->(c:Column)
      WHERE h.validTo IS NULL
      RETURN id, c.name AS name, h.type AS type
      """;

  private static final String FIELDS =
      """
      UNWIND $question.ids AS id
      MATCH (:Contract {id: id})-[:HAS_VERSION]->(:ContractVersion)-[h:HAS_FIELD]->(f:Field)
      WHERE h.validTo IS NULL
      RETURN id, f.path AS path, f.physicalName AS physicalName, f.logicalType AS logicalType
      """;

  private final Graphs graphs;

  /** Answers from the lineage graph. */
  public LineageDriftQueries(Graphs graphs) {
    this.graphs = graphs;
  }

  @QueryHandler
  Map<ProductId, LineageDriftView> handle(FindLineageDrift query) {
    return graphs.inOne(graph -> drift(graph, query.products()));
  }

  private static Map<ProductId, LineageDriftView> drift(
      TransactionContext graph, Set<ProductId> products) {
    List<String> ids = products.stream().map(ProductId::value).toList();
    Map<String, List<Stored>> stored = grouped(graph, STORED, ids, LineageDriftQueries::stored);
    Set<String> shown = new HashSet<>();
    rows(graph, STORED, ids).stream()
        .filter(row -> row.get("shown").asBoolean())
        .forEach(row -> shown.add(row.get("key").asString()));
    Map<String, List<Record>> declared = grouped(graph, DECLARED, ids, row -> row);
    Map<String, List<Seen>> columns = columns(graph, shown);
    Set<String> contracts =
        stored.values().stream()
            .flatMap(List::stream)
            .map(each -> each.contract().value())
            .collect(Collectors.toSet());
    Map<ContractId, List<Promised>> promised = new HashMap<>();
    grouped(
            graph,
            FIELDS,
            contracts,
            row ->
                new Promised(
                    row.get("path").asString(),
                    text(row.get("physicalName")),
                    text(row.get("logicalType"))))
        .forEach((contract, fields) -> promised.put(new ContractId(contract), fields));
    Map<ProductId, LineageDriftView> found = new HashMap<>();
    for (ProductId product : products) {
      List<Stored> own = stored.getOrDefault(product.value(), List.of());
      List<Record> upstream = declared.getOrDefault(product.value(), List.of());
      found.put(
          product,
          DriftFold.of(
              product,
              own,
              reached(graph, own),
              contracts(upstream),
              contracts(
                  upstream.stream().filter(row -> row.get("observable").asBoolean()).toList()),
              columns,
              promised));
    }
    return found;
  }

  /** The columns of datasets, by key. */
  static Map<String, List<Seen>> columns(TransactionContext graph, Collection<String> datasets) {
    return grouped(
        graph,
        COLUMNS,
        datasets,
        row -> new Seen(row.get("name").asString(), text(row.get("type"))));
  }

  /** The contracts that a product's data derives from, through datasets that have none. */
  static List<Reached> reached(TransactionContext graph, List<Stored> own) {
    List<Reached> found = new ArrayList<>();
    Set<String> visited = own.stream().map(Stored::key).collect(Collectors.toSet());
    List<String> frontier = List.copyOf(visited);
    for (int depth = 0; depth < DEEPEST && !frontier.isEmpty() && visited.size() < MOST; depth++) {
      List<String> next = new ArrayList<>();
      for (Record row : rows(graph, UPSTREAM, frontier)) {
        if (visited.add(row.get("key").asString())) {
          List<String> contracts = row.get("contracts").asList(Value::asString);
          for (String contract : contracts) {
            found.add(
                new Reached(
                    new ContractId(contract),
                    name(row),
                    row.get("since").asZonedDateTime().toInstant()));
          }
          if (contracts.isEmpty()) {
            next.add(row.get("key").asString());
          }
        }
      }
      frontier = next;
    }
    return found;
  }

  private static Set<ContractId> contracts(List<Record> rows) {
    return rows.stream()
        .map(row -> new ContractId(row.get("contract").asString()))
        .collect(Collectors.toSet());
  }

  private static Stored stored(Record row) {
    Value writtenAt = row.get("writtenAt");
    Instant at = writtenAt.isNull() ? null : writtenAt.asZonedDateTime().toInstant();
    return new Stored(
        new ContractId(row.get("contract").asString()),
        row.get("object").asString(),
        row.get("key").asString(),
        name(row),
        at);
  }

  private static DatasetName name(Record row) {
    return new DatasetName(row.get("namespace").asString(), row.get("name").asString());
  }

  private static @Nullable String text(Value value) {
    return value.isNull() ? null : value.asString();
  }

  /** What a statement finds of some ids; those of nothing are not asked for. */
  static List<Record> rows(TransactionContext graph, String statement, Collection<String> ids) {
    return ids.isEmpty()
        ? List.of()
        : graph.run(statement, Graphs.question(Map.of("ids", List.copyOf(ids)))).list();
  }

  private static <T> Map<String, List<T>> grouped(
      TransactionContext graph,
      String statement,
      Collection<String> ids,
      Function<Record, T> element) {
    return rows(graph, statement, ids).stream()
        .collect(
            Collectors.groupingBy(
                row -> row.get("id").asString(), Collectors.mapping(element, Collectors.toList())));
  }
}

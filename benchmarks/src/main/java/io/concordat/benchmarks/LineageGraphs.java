package io.concordat.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.neo4j.driver.Driver;
import org.neo4j.driver.Session;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Lineage graphs in the shape in which the lineage-graph projection writes them, each data product
 * with one contract of one version. They are written straight into an empty graph: 10,000
 * publications would take the gate longer than all else together.
 */
final class LineageGraphs {

  private static final int BATCH = 2_000;
  private static final OffsetDateTime SINCE = OffsetDateTime.parse("2026-01-01T00:00:00Z");

  private final List<Map<String, Object>> products = new ArrayList<>();
  private final List<Map<String, Object>> fields = new ArrayList<>();
  private final List<Map<String, Object>> edges = new ArrayList<>();
  private final List<Map<String, Object>> mappings = new ArrayList<>();
  private final List<Map<String, Object>> consumers = new ArrayList<>();

  /**
   * Clusters that know nothing of each other. In each, products stand in ten layers or so, and each
   * reads ten of the layer below, nearly always by its fields; every fifth is read by a dashboard.
   *
   * @param size products in all
   * @param cluster products of a cluster; the affected are among these
   * @param width fields of a product, each of which derives from one of a product below
   */
  static LineageGraphs clusters(int size, int cluster, int width) {
    LineageGraphs graph = new LineageGraphs();
    Random random = new Random(5);
    int layer = Math.max(10, cluster / 11);
    for (int i = 0; i < size; i++) {
      String product = clustered(i);
      graph.product(product);
      int place = i % cluster;
      List<Integer> below = new ArrayList<>();
      if (place >= layer) {
        int first = i - place + (place / layer - 1) * layer;
        Set<Integer> chosen = new LinkedHashSet<>();
        while (chosen.size() < 10) {
          chosen.add(first + random.nextInt(layer));
        }
        below.addAll(chosen);
      }
      Set<String> byField = new LinkedHashSet<>();
      for (int field = 0; field < width; field++) {
        graph.field(product, "f" + field);
        if (!below.isEmpty()) {
          String source = clustered(below.get(random.nextInt(below.size())));
          byField.add(source);
          graph.mapping(product, "f" + field, source, "f" + random.nextInt(width));
        }
      }
      below.forEach(
          each -> graph.edge(product, clustered(each), byField.contains(clustered(each))));
      if (i % 5 == 0) {
        graph.consumer("board:b" + i, product, List.of("rows.f0"));
      }
    }
    return graph;
  }

  /**
   * The graph of a dbt project: each model and source is a product, and a column derives from one
   * of the same name that is upstream.
   */
  static LineageGraphs dbt(Path file) throws IOException {
    LineageGraphs graph = new LineageGraphs();
    JsonNode root = JsonMapper.shared().readTree(file);
    Map<String, Set<String>> columns = new HashMap<>();
    Map<String, String> products = new HashMap<>();
    Set<String> taken = new HashSet<>();
    for (JsonNode node : root.path("nodes")) {
      String id = node.path("id").asString();
      String product = untaken(dbt(id), taken);
      products.put(id, product);
      graph.product(product);
      Set<String> names = new LinkedHashSet<>();
      node.path("columns").forEach(column -> names.add(column.path("name").asString()));
      names.forEach(name -> graph.field(product, name));
      columns.put(product, names);
    }
    for (JsonNode edge : root.path("edges")) {
      String upstream = products.getOrDefault(edge.get(0).asString(), "");
      String downstream = products.getOrDefault(edge.get(1).asString(), "");
      if (upstream.isEmpty() || downstream.isEmpty()) {
        throw new IllegalStateException("The edge " + edge + " has an end that is no node");
      }
      Set<String> shared = new LinkedHashSet<>(columns.getOrDefault(downstream, Set.of()));
      shared.retainAll(columns.getOrDefault(upstream, Set.of()));
      graph.edge(downstream, upstream, !shared.isEmpty());
      shared.forEach(name -> graph.mapping(downstream, name, upstream, name));
    }
    return graph;
  }

  /** The id of the i-th product of clusters. */
  static String clustered(int i) {
    return "d" + i / 100 + "/p" + i;
  }

  /** The name, or one beside it: two ids may differ in their case only. */
  private static String untaken(String name, Set<String> taken) {
    String free = name;
    for (int next = 2; !taken.add(free); next++) {
      free = name + "-" + next;
    }
    return free;
  }

  private static String dbt(String id) {
    return "spellbook/"
        + id.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
  }

  private void product(String id) {
    products.add(Map.of("id", id, "domain", id.substring(0, id.indexOf('/'))));
  }

  private void field(String product, String name) {
    fields.add(
        Map.of(
            "version", product + "/c@1.0.0",
            "key", product + "/c#rows." + name,
            "path", "rows." + name));
  }

  private void edge(String downstream, String upstream, boolean byField) {
    edges.add(Map.of("from", downstream, "to", upstream, "byField", byField));
  }

  private void mapping(String downstream, String field, String upstream, String source) {
    mappings.add(
        Map.of(
            "from", downstream + "/c#rows." + field,
            "to", upstream + "/c#rows." + source));
  }

  private void consumer(String id, String product, List<String> read) {
    consumers.add(Map.of("id", id, "contract", product + "/c", "fields", read));
  }

  /** The ids of all products. */
  List<String> products() {
    return products.stream().map(product -> String.valueOf(product.get("id"))).toList();
  }

  /** What it is made of, for a title. */
  String size() {
    return "%,d products, %,d edges, %,d fields, %,d edges between fields, %,d dashboards"
        .formatted(products.size(), edges.size(), fields.size(), mappings.size(), consumers.size());
  }

  /** Removes what the lineage-graph projection writes. */
  static void empty(Driver driver) {
    try (Session session = driver.session()) {
      session
          .run(
              "MATCH (n:Domain|DataProduct|Contract|ContractVersion|Field|Consumer|Facet)"
                  + " CALL (n) { DETACH DELETE n } IN TRANSACTIONS OF 500 ROWS")
          .consume();
    }
  }

  /** Empties the graph and writes this one. */
  void write(Driver driver) {
    empty(driver);
    try (Session session = driver.session()) {
      write(
          session,
          products,
          """
          MERGE (d:Domain {id: row.domain}) ON CREATE SET d.name = row.domain
          CREATE (d)-[:OWNS {validFrom: $since}]->(p:DataProduct {id: row.id, name: row.id, domain: row.domain, registeredAt: $since})
            -[:OFFERS {validFrom: $since}]->(c:Contract {id: row.id + '/c', name: 'Contract of ' + row.id, product: row.id})
            -[:HAS_VERSION {validFrom: $since}]->(:ContractVersion {key: row.id + '/c@1.0.0', version: '1.0.0'})
          """);
      write(
          session,
          fields,
          """
          MATCH (v:ContractVersion {key: row.version})
          MERGE (f:Field {key: row.key}) ON CREATE SET f.path = row.path
          CREATE (v)-[:HAS_FIELD {validFrom: $since}]->(f)
          """);
      write(
          session,
          edges,
          """
          MATCH (d:DataProduct {id: row.from}) MATCH (u:DataProduct {id: row.to})
          MATCH (by:Contract {id: row.from + '/c'}) MATCH (c:Contract {id: row.to + '/c'})
          WITH d, u, by, c, row, by.id + ' <- ' + c.id AS key
          CREATE (d)-[:DERIVES_FROM {by: by.id, contract: c.id, key: key, byField: row.byField, validFrom: $since}]->(u)
          FOREACH (_ IN CASE WHEN row.byField THEN [1] ELSE [] END |
            CREATE (by)-[:DERIVES_BY_FIELD {key: key, validFrom: $since}]->(c))
          FOREACH (_ IN CASE WHEN row.byField THEN [] ELSE [1] END |
            CREATE (by)-[:DERIVES_FROM {key: key, validFrom: $since}]->(c))
          """);
      write(
          session,
          mappings,
          """
          MATCH (d:Field {key: row.from}) MATCH (u:Field {key: row.to})
          CREATE (d)-[:DERIVES_FROM {key: row.from + ' <- ' + row.to, validFrom: $since}]->(u)
          """);
      write(
          session,
          consumers,
          """
          MATCH (c:Contract {id: row.contract})
          CREATE (:Consumer {id: row.id, name: 'Board ' + row.id, kind: 'DASHBOARD', domain: 'board', registeredAt: $since})
            -[:READS {key: row.id, contract: row.contract, fields: row.fields, validFrom: $since}]->(c)
          """);
      session.run("CALL db.resampleOutdatedIndexes()").consume();
    }
  }

  private static void write(Session session, List<Map<String, Object>> rows, String statement) {
    for (int from = 0; from < rows.size(); from += BATCH) {
      List<Map<String, Object>> batch = rows.subList(from, Math.min(rows.size(), from + BATCH));
      session.executeWriteWithoutResult(transaction ->
          transaction
              .run("UNWIND $rows AS row " + statement, Map.of("rows", batch, "since", SINCE))
              .consume());
    }
  }
}

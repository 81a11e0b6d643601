package io.concordat.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.neo4j.driver.Driver;
import org.neo4j.driver.Session;
import org.neo4j.driver.Values;
import tools.jackson.databind.JsonNode;

/**
 * How long questions about lineage take over GraphQL and HTTP, one after the other, against two
 * statements sent to the graph by hand: the one by which impact asks about contracts, and one that
 * walks the same products and fields, and tells nothing of consumers, datasets, names, nor of what
 * only may change: on a graph of 10,000 products, on that of a dbt project where its file is there,
 * and on graphs of growing size in which as many are affected.
 *
 * <p>Arguments: {@code large}, {@code dbt}, and sizes of the growing graphs; all of them, with
 * 1,000, 10,000 and 100,000, where there is none.
 */
public final class ImpactBenchmark {

  private static final int WARM_UP = 1_000;
  private static final int RUNS = 200;
  private static final int CLUSTER = 2_500;
  private static final int SMALL_CLUSTER = 500;
  private static final Path DBT =
      Path.of("..", "shared", "standards", "dbt", "spellbook-2023-mit.json");

  private static final String IMPACT =
      """
      query($of: ID!, $fields: [String!]) { impact(of: $of, fields: $fields, depth: 10) {
        count truncated affected { id kind consumerKind name level fields depth } } }
      """;
  private static final String LINEAGE =
      """
      query($of: ID!) { lineage(of: $of, direction: DOWNSTREAM) {
        nodes { id kind name depth hiddenUpstream hiddenDownstream }
        edges { upstream downstream contract origin validFrom } } }
      """;
  private static final String BY_HAND =
      """
      CALL () {
        MATCH path = (:DataProduct {id: $of})<-[:DERIVES_FROM*1..10]-(found:DataProduct)
        WHERE all(edge IN relationships(path) WHERE edge.validTo IS NULL)
        RETURN found.id AS id, min(length(path)) AS depth
        UNION ALL
        MATCH (source:Field) WHERE source.key STARTS WITH $of + '/c#'
        MATCH path = (source)<-[:DERIVES_FROM*1..10]-(found:Field)
        WHERE all(edge IN relationships(path) WHERE edge.validTo IS NULL)
        RETURN found.key AS id, min(length(path)) AS depth
      }
      RETURN id, depth
      """;

  /** What impact asks the graph about contracts, but not what it goes on to ask about fields. */
  private static final String SAME_BY_HAND =
      """
      MATCH (:Contract {id: $of + '/c'})
        <-[edges:DERIVES_FROM|DERIVES_BY_FIELD*0..11]-(contract:Contract)
      WHERE all(edge IN edges WHERE edge.validTo IS NULL)
      WITH DISTINCT contract
      RETURN contract.id AS id, contract.name AS name,
        [(contract)<-[edge:DERIVES_BY_FIELD]-(reader) WHERE edge.validTo IS NULL
          | reader.id] AS byField,
        [(contract)<-[edge:DERIVES_FROM]-(reader) WHERE edge.validTo IS NULL
          | reader.id] AS asWhole,
        [(contract)<-[edge:READS]-(node:Consumer) WHERE edge.validTo IS NULL
          | [node.id, node.name, node.kind, edge.fields]] AS consumers,
        [(contract)-[:HAS_VERSION]->()-[edge:STORED_IN]->(node:Dataset)
          WHERE edge.validTo IS NULL AND EXISTS { (node)<-[:DERIVES_FROM]-(:Dataset) }
          | [node.key, edge.object]] AS places
      """;

  private final Client client;
  private final Driver driver;

  private ImpactBenchmark(Node node) throws IOException, InterruptedException {
    this.client = new Client(node.url(), "viewer");
    this.driver = node.bean(Driver.class);
  }

  @FunctionalInterface
  private interface Question {
    int ask(String product) throws IOException, InterruptedException;
  }

  /** Runs it and prints Markdown tables. */
  public static void main(String[] arguments) throws Exception {
    List<String> graphs =
        arguments.length == 0
            ? List.of("large", "dbt", "1000", "10000", "100000")
            : List.of(arguments);
    try (Node node = Node.start()) {
      ImpactBenchmark benchmark = new ImpactBenchmark(node);
      for (String graph : graphs) {
        benchmark.measure(graph);
      }
    }
    System.exit(0);
  }

  private void measure(String graph) throws Exception {
    if (graph.equals("large")) {
      measure(LineageGraphs.clusters(10_000, CLUSTER, 20), bottoms(10_000, CLUSTER));
    } else if (!graph.equals("dbt")) {
      int size = Integer.parseInt(graph);
      measure(LineageGraphs.clusters(size, SMALL_CLUSTER, 2), bottoms(size, SMALL_CLUSTER));
    } else if (Files.isRegularFile(DBT)) {
      LineageGraphs dbt = LineageGraphs.dbt(DBT);
      measure(dbt, dbt.products());
    } else {
      System.out.printf("%nThe graph of the dbt project is not there: %s%n", DBT);
    }
  }

  /** Products from which all of a cluster can be reached. */
  private static List<String> bottoms(int size, int cluster) {
    int layer = Math.max(10, cluster / 11);
    return new Random(7)
        .ints(500, 0, Math.max(1, size / cluster))
        .mapToObj(each -> LineageGraphs.clustered(each * cluster + (each * 31) % layer))
        .toList();
  }

  private void measure(LineageGraphs graph, List<String> products) throws Exception {
    graph.write(driver);
    System.out.printf("%n%s; milliseconds:%n%n", graph.size());
    System.out.println(
        "| question | answered with, on average and at most | p50 | p95 | p99 | longest |");
    System.out.println("|---|---|---|---|---|---|");
    print("impact of all of a contract, depth 10", products, of -> impact(of + "/c", List.of()));
    print(
        "impact of a field, depth 10",
        products.stream().filter(of -> !fieldOf(of).isEmpty()).toList(),
        of -> impact(of + "/c", List.of(fieldOf(of))));
    print(
        "contracts downstream with names and consumers, by hand over Bolt",
        products,
        of -> byHand(SAME_BY_HAND, of));
    print(
        "products and fields downstream to depth 10, by hand over Bolt",
        products,
        of -> byHand(BY_HAND, of));
    print("lineage, depth 1, with counts", products, this::lineage);
    print("an unknown id", products, this::unknown);
  }

  private void print(String name, List<String> products, Question question) throws Exception {
    for (int i = 0; i < WARM_UP; i++) {
      question.ask(products.get(i * 7 % products.size()));
    }
    Times times = new Times();
    long found = 0;
    int most = 0;
    for (int i = 0; i < RUNS; i++) {
      String product = products.get(i * 13 % products.size());
      long start = System.nanoTime();
      int count = question.ask(product);
      times.add(System.nanoTime() - start);
      found += count;
      most = Math.max(most, count);
    }
    System.out.printf(
        Locale.ROOT, "| %s | %,d, %,d | %s |%n", name, found / RUNS, most, times.cells());
  }

  private int impact(String of, List<String> fields) throws IOException, InterruptedException {
    JsonNode impact = client.ask(IMPACT, Map.of("of", of, "fields", fields)).path("impact");
    return impact.path("affected").size();
  }

  private int lineage(String of) throws IOException, InterruptedException {
    return client.ask(LINEAGE, Map.of("of", of)).path("lineage").path("nodes").size();
  }

  private int unknown(String of) throws IOException, InterruptedException {
    try {
      client.ask(LINEAGE, Map.of("of", of + "-not"));
      throw new IllegalStateException(of + "-not is known");
    } catch (IllegalStateException refused) {
      if (!String.valueOf(refused.getMessage()).contains("NOT_FOUND")) {
        throw refused;
      }
      return 0;
    }
  }

  private int byHand(String statement, String of) {
    try (Session session = driver.session()) {
      return session.executeRead(transaction ->
          transaction
              .run(statement, Values.parameters("of", of))
              .list(row -> row.get("id").asString())
              .size());
    }
  }

  /** A field of a product, the same one each time; empty where it has none. */
  private String fieldOf(String product) {
    try (Session session = driver.session()) {
      return session
          .run(
              "MATCH (:ContractVersion {key: $key})-[:HAS_FIELD]->(f)"
                  + " RETURN f.path AS path ORDER BY path LIMIT 1",
              Map.of("key", product + "/c@1.0.0"))
          .stream()
          .findFirst()
          .map(row -> row.get("path").asString())
          .orElse("");
    }
  }
}

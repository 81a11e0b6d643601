package io.concordat.benchmarks;

import com.mongodb.client.MongoDatabase;
import io.concordat.readstore.graph.Graph;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.IntFunction;
import org.neo4j.driver.Driver;
import org.neo4j.driver.Session;
import tools.jackson.databind.JsonNode;

/**
 * How long looks into the catalog take over GraphQL and HTTP, one after the other, against the same
 * words sent to the full-text index by hand, which answers with the ids of all that it finds.
 *
 * <p>Argument: how many products there are (10,000).
 */
public final class CatalogBenchmark {

  private static final int WARM_UP = 500;
  private static final int RUNS = 300;

  private static final String PAGE =
      """
      query($query: String, $domain: ID, $classification: [Classification!], $semanticType: [String!]) {
        catalog(query: $query, domain: $domain, classification: $classification,
            semanticType: $semanticType, first: 20) {
          totalCount pageInfo { hasNextPage endCursor }
          edges { node { id name description tags owner { subject } } } } }
      """;
  private static final String WITH_FACETS =
      PAGE.replace("totalCount", "totalCount facets { name buckets { value count } }");
  private static final String BY_HAND =
      """
      CALL db.index.fulltext.queryNodes($index, $text) YIELD node
      RETURN DISTINCT coalesce(node.product, node.id) AS product
      """;

  private final Client client;
  private final Driver driver;

  private CatalogBenchmark(Node node) throws IOException, InterruptedException {
    this.client = new Client(node.url(), "viewer");
    this.driver = node.bean(Driver.class);
  }

  @FunctionalInterface
  private interface Question {
    long ask(int run) throws IOException, InterruptedException;
  }

  /** Runs it and prints a Markdown table. */
  public static void main(String[] arguments) throws Exception {
    int size = arguments.length == 0 ? 10_000 : Integer.parseInt(arguments[0]);
    try (Node node = Node.start()) {
      new CatalogMesh(size).write(node.bean(MongoDatabase.class), node.bean(Driver.class));
      System.out.printf(Locale.ROOT, "%n%,d products; milliseconds:%n%n", size);
      System.out.println("| question | found, on average | p50 | p95 | p99 | longest |");
      System.out.println("|---|---|---|---|---|---|");
      new CatalogBenchmark(node).measure();
    }
    System.exit(0);
  }

  private void measure() throws Exception {
    text("one word", CatalogBenchmark::subject, run -> anywhere(subject(run)));
    text(
        "two words",
        run -> subject(run) + " " + kind(run),
        run -> "+(" + anywhere(subject(run)) + ") +(" + anywhere(kind(run)) + ")");
    text("one word with a typo", run -> typo(subject(run)), run -> anywhere(typo(subject(run))));
    text("a field name", CatalogBenchmark::field, run -> anywhere(field(run)));
    text("a word of every product", _ -> "end", _ -> anywhere("end"));
    text("a semantic type", this::type, run -> both(type(run)));
    print("one word, with facets", run -> asked(WITH_FACETS, Map.of("query", subject(run))));
    print("the first page of everything", _ -> asked(PAGE, Map.of()));
    print("everything, with facets", _ -> asked(WITH_FACETS, Map.of()));
    print("a domain, with facets", run -> asked(WITH_FACETS, Map.of("domain", "d" + run % 100)));
    print(
        "a classification, with facets",
        _ -> asked(WITH_FACETS, Map.of("classification", List.of("RESTRICTED"))));
    print(
        "a classification and a semantic type, with facets",
        run ->
            asked(
                WITH_FACETS,
                Map.of(
                    "classification", List.of("RESTRICTED"), "semanticType", List.of(type(run)))));
  }

  private void text(String name, IntFunction<String> words, IntFunction<String> byHand)
      throws Exception {
    print(name, run -> asked(PAGE, Map.of("query", words.apply(run))));
    print(name + ", by hand over Bolt", run -> byHand(byHand.apply(run)));
  }

  private static void print(String name, Question question) throws Exception {
    for (int i = 0; i < WARM_UP; i++) {
      question.ask(i);
    }
    Times times = new Times();
    long found = 0;
    for (int i = 0; i < RUNS; i++) {
      long start = System.nanoTime();
      found += question.ask(i);
      times.add(System.nanoTime() - start);
    }
    System.out.printf(Locale.ROOT, "| %s | %,d | %s |%n", name, found / RUNS, times.cells());
  }

  private long asked(String document, Map<String, ?> variables)
      throws IOException, InterruptedException {
    JsonNode catalog = client.ask(document, new HashMap<>(variables)).path("catalog");
    long found = catalog.path("totalCount").asLong();
    if (catalog.path("edges").size() != Math.min(20, found)) {
      throw new IllegalStateException("A page is not full: " + catalog);
    }
    return found;
  }

  private long byHand(String text) {
    try (Session session = driver.session()) {
      return session.executeRead(transaction ->
          transaction
              .run(BY_HAND, Map.of("index", Graph.CATALOG_INDEX, "text", text))
              .list(row -> row.get("product").asString())
              .size());
    }
  }

  private static String subject(int run) {
    return CatalogMesh.SUBJECTS.get(run % CatalogMesh.SUBJECTS.size());
  }

  private static String kind(int run) {
    return CatalogMesh.KINDS.get(run * 7 / 3 % CatalogMesh.KINDS.size());
  }

  private static String field(int run) {
    return CatalogMesh.FIELDS.get(run * 11 % CatalogMesh.FIELDS.size());
  }

  private String type(int run) {
    return CatalogMesh.TYPES.get(run % CatalogMesh.TYPES.size());
  }

  /** The same word without its third letter. */
  private static String typo(String word) {
    return word.substring(0, 2) + word.substring(3);
  }

  private static String both(String type) {
    StringBuilder query = new StringBuilder();
    for (String word : type.split("-")) {
      query.append("+(").append(anywhere(word)).append(") ");
    }
    return query.toString();
  }

  /** A word in all places that the catalog looks at, as a beginning and with typos. */
  private static String anywhere(String word) {
    StringBuilder query = new StringBuilder();
    int typos = word.length() < 4 ? 0 : word.length() < 8 ? 1 : 2;
    for (String place :
        List.of(Graph.SEARCH_NAME, Graph.SEARCH_TAGS, Graph.SEARCH_FIELDS, Graph.SEARCH_TEXT)) {
      query.append(place).append(':').append(word).append("* ");
      if (typos > 0) {
        query.append(place).append(':').append(word).append('~').append(typos).append(' ');
      }
    }
    return query.toString().strip();
  }
}

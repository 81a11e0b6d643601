package io.concordat.benchmarks;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import io.concordat.messages.Subject;
import io.concordat.messages.mesh.ProductOwner;
import io.concordat.readstore.document.Times;
import io.concordat.readstore.document.Values;
import io.concordat.readstore.document.Views;
import io.concordat.readstore.graph.Graph;
import io.concordat.readstore.search.Words;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.bson.Document;
import org.neo4j.driver.Driver;
import org.neo4j.driver.Session;

/**
 * A catalog of made-up products, each with one contract, in the shape in which the projections
 * write cards and graph. They are written straight into the empty stores: 10,000 publications would
 * take the gate longer than all else together.
 */
final class CatalogMesh {

  /** First words of names. */
  static final List<String> SUBJECTS =
      words(
          "settlement customer invoice shipment warehouse payroll campaign supplier booking claim"
              + " policy premium account ledger refund voucher contract device sensor meter");

  /** What there is of them. */
  static final List<String> KINDS =
      words(
          "history balance forecast snapshot events summary movements corrections addresses rates"
              + " limits scores risks journeys contacts statements reminders returns orders visits");

  /** Words of field names, so that each is in one product of thirteen. */
  static final List<String> FIELDS = syllables();

  /** Semantic types. */
  static final List<String> TYPES =
      List.of(
          "iban",
          "email-address",
          "phone-number",
          "iso-currency",
          "iso-country",
          "person-name",
          "postal-code",
          "ip-address",
          "tax-number",
          "birth-date");

  private static final List<String> CLASSIFICATIONS =
      List.of("public", "internal", "confidential", "restricted");
  private static final Instant SINCE = Instant.parse("2026-01-01T00:00:00Z");
  private static final int WIDTH = 20;
  private static final int BATCH = 1_000;

  private final List<Document> cards = new ArrayList<>();
  private final List<Map<String, Object>> nodes = new ArrayList<>();

  /**
   * A catalog, the same each time.
   *
   * @param size how many products
   */
  CatalogMesh(int size) {
    Random random = new Random(11);
    for (int i = 0; i < size; i++) {
      product(i, random);
    }
  }

  private void product(int number, Random random) {
    String domain = "d" + number % 100;
    String subject = SUBJECTS.get(random.nextInt(SUBJECTS.size()));
    String kind = KINDS.get(random.nextInt(KINDS.size()));
    String id = domain + "/" + subject + "-" + kind + "-" + number;
    String name = subject + " " + kind;
    Set<String> fields = new LinkedHashSet<>();
    while (fields.size() < WIDTH) {
      fields.add(
          FIELDS.get(random.nextInt(FIELDS.size()))
              + "_"
              + FIELDS.get(random.nextInt(FIELDS.size())));
    }
    Set<String> types = new TreeSet<>();
    types.add(TYPES.get(random.nextInt(TYPES.size())));
    types.add(TYPES.get(random.nextInt(TYPES.size())));
    String classification = CLASSIFICATIONS.get(random.nextInt(CLASSIFICATIONS.size()));
    List<String> tags = List.of("tier" + random.nextInt(10), "team" + random.nextInt(200));
    String description = "The " + kind + " of every " + subject + ", as of the end of a day.";
    card(id, domain, name, description, number, tags, classification, types);
    List<String> shelf = new ArrayList<>();
    shelf.add(Graph.facetKey(Graph.FACET_DOMAIN, domain));
    shelf.add(Graph.facetKey(Graph.FACET_CLASSIFICATION, classification));
    types.forEach(type -> shelf.add(Graph.facetKey(Graph.FACET_SEMANTIC_TYPE, type)));
    Set<String> named = new LinkedHashSet<>(fields);
    named.addAll(types);
    nodes.add(
        Map.of(
            "id", id,
            "domain", domain,
            "shelf", shelf,
            "product",
                Map.of(
                    "name",
                    name,
                    Graph.SEARCH_NAME,
                    Words.joined(List.of(name, id)),
                    Graph.SEARCH_TEXT,
                    Words.joined(List.of(description, "owner" + number % 500))),
            "contract",
                Map.of(
                    "name",
                    name,
                    "shelf",
                    shelf,
                    Graph.SEARCH_NAME,
                    Words.joined(List.of(name, id + "/c")),
                    Graph.SEARCH_TAGS,
                    Words.joined(tags),
                    Graph.SEARCH_FIELDS,
                    Words.joined(named),
                    Graph.SEARCH_TEXT,
                    Words.joined(List.of(description)))));
  }

  private void card(
      String id,
      String domain,
      String name,
      String description,
      int number,
      List<String> tags,
      String classification,
      Set<String> types) {
    cards.add(
        new Document(Views.ID, id)
            .append(Views.DOMAIN, domain)
            .append(Views.REGISTERED, true)
            .append(Views.DISCOVERABLE, true)
            .append("name", name)
            .append("description", description)
            .append(
                "owner", Values.document(new ProductOwner(new Subject("owner" + number % 500), 50)))
            .append("registeredAt", Times.text(SINCE))
            .append(
                "contracts",
                new Document(
                    "c",
                    new Document(Views.SEQUENCE, 1L)
                        .append("tags", tags)
                        .append("classifications", List.of(classification))
                        .append("semanticTypes", List.copyOf(types)))));
  }

  /** Empties the cards and the graph, and writes these. */
  void write(MongoDatabase database, Driver driver) {
    MongoCollection<Document> products = database.getCollection(Views.PRODUCTS);
    products.deleteMany(new Document());
    for (int from = 0; from < cards.size(); from += BATCH) {
      products.insertMany(cards.subList(from, Math.min(cards.size(), from + BATCH)));
    }
    LineageGraphs.empty(driver);
    try (Session session = driver.session()) {
      for (int from = 0; from < nodes.size(); from += BATCH) {
        List<Map<String, Object>> rows = nodes.subList(from, Math.min(nodes.size(), from + BATCH));
        session.executeWriteWithoutResult(transaction ->
            transaction
                .run(
                    """
                    UNWIND $rows AS row
                    MERGE (domain:Domain {id: row.domain})
                    CREATE (domain)-[:OWNS]->(product:DataProduct {id: row.id, domain: row.domain})
                      -[:OFFERS]->(contract:Contract {id: row.id + '/c', product: row.id})
                    SET product += row.product, contract += row.contract
                    WITH product, row
                    UNWIND row.shelf AS key
                    MERGE (facet:Facet {key: key})
                    CREATE (product)-[:SHELVED]->(facet)
                    """,
                    Map.of("rows", rows))
                .consume());
      }
      session.run("CALL db.resampleOutdatedIndexes()").consume();
      session.run("CALL db.index.fulltext.awaitEventuallyConsistentIndexRefresh()").consume();
    }
  }

  private static List<String> syllables() {
    List<String> first = words("amo bel cur dal ero fin gra hol ist jun");
    List<String> second = words("bant colm dusk fenn gart");
    List<String> third = words("ago eri ilo ona uva yst ezo ium ark est");
    List<String> all = new ArrayList<>();
    first.forEach(a -> second.forEach(b -> third.forEach(c -> all.add(a + b + c))));
    return all;
  }

  private static List<String> words(String text) {
    return List.of(text.split(" "));
  }
}

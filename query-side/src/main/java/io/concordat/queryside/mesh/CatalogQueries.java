package io.concordat.queryside.mesh;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import io.concordat.messages.mesh.DataProductView;
import io.concordat.messages.mesh.ProductId;
import io.concordat.messages.mesh.SearchCatalog;
import io.concordat.messages.paging.Page;
import io.concordat.queryside.Documents;
import io.concordat.queryside.Graphs;
import io.concordat.queryside.contract.Drift;
import io.concordat.queryside.paging.DocumentList;
import io.concordat.queryside.paging.LoadedList;
import io.concordat.queryside.paging.Pages;
import io.concordat.readstore.document.Views;
import io.concordat.readstore.graph.Graph;
import io.concordat.readstore.search.Words;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.axonframework.queryhandling.QueryHandler;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.neo4j.driver.Record;

/**
 * The catalog: what passed the gate. Without a text it is the products by id; with one, those in
 * which every word begins a word of the product or of its contracts, in any case, the best match
 * first. A word counts by the best place where it is found: name, then tag, then field or semantic
 * type, then description or owner; equal products are sorted by id.
 */
public final class CatalogQueries {

  private static final Map<String, Integer> WEIGHTS =
      Map.of(
          Graph.SEARCH_NAME, 8,
          Graph.SEARCH_TAGS, 4,
          Graph.SEARCH_FIELDS, 2,
          Graph.SEARCH_TEXT, 1);

  /** More words than these are not looked for. */
  private static final int MOST_WORDS = 12;

  private static final int HIGHEST_RANK = 8 * MOST_WORDS;

  /** The index follows the commits; what was committed before the question is waited for. */
  private static final String SEARCH =
      """
      CALL db.index.fulltext.awaitEventuallyConsistentIndexRefresh()
      UNWIND $question.searches AS search
      CALL db.index.fulltext.queryNodes($question.index, search.text) YIELD node
      RETURN DISTINCT search.word AS word, search.weight AS weight,
        coalesce(node.product, node.id) AS product
      """;

  private final Documents documents;
  private final Graphs graphs;
  private final Drift drift;

  /** Answers from the read models, and from the graph's full-text index where a text is given. */
  public CatalogQueries(Documents documents, Graphs graphs, Drift drift) {
    this.documents = documents;
    this.graphs = graphs;
    this.drift = drift;
  }

  /** A word that was found in a product or in one of its contracts. */
  private record Found(String product, String word, int weight) {
    static Found of(Record row) {
      return new Found(
          row.get("product").asString(), row.get("word").asString(), row.get("weight").asInt());
    }
  }

  private record Hit(String product, int rank) {
    /** Sorts by rank, the highest first, then by id. */
    String key() {
      return "%03d|%s".formatted(HIGHEST_RANK - rank, product);
    }
  }

  @QueryHandler
  Page<DataProductView> handle(SearchCatalog query) {
    String text = query.text();
    return text == null || text.isBlank() ? all(query) : search(query, text);
  }

  private Page<DataProductView> all(SearchCatalog query) {
    return Pages.of(
            new DocumentList(
                documents.collection(Views.PRODUCTS), discoverable(query), Views.ID, false),
            query.page())
        .map(MeshQueries::product);
  }

  private Page<DataProductView> search(SearchCatalog query, String text) {
    List<String> words = Words.of(text).stream().limit(MOST_WORDS).toList();
    Map<String, Integer> ranks = words.isEmpty() ? Map.of() : ranks(words);
    Set<String> found = discoverable(query, ranks.keySet());
    List<Hit> hits =
        found.stream()
            .map(product -> new Hit(product, ranks.getOrDefault(product, 0)))
            .sorted(Comparator.comparing(Hit::key))
            .toList();
    Page<Hit> page = Pages.of(new LoadedList<>(hits, Hit::key), query.page());
    Map<String, DataProductView> cards =
        documents
            .byId(
                Views.PRODUCTS,
                page.entries().stream().map(entry -> entry.node().product()).toList())
            .stream()
            .map(MeshQueries::product)
            .collect(Collectors.toMap(card -> card.id().value(), Function.identity()));
    return new Page<>(
        page.entries().stream()
            .filter(entry -> cards.containsKey(entry.node().product()))
            .map(entry -> new Page.Entry<>(card(cards, entry.node()), entry.cursor()))
            .toList(),
        page.hasNextPage(),
        page.hasPreviousPage(),
        page.totalCount());
  }

  private static DataProductView card(Map<String, DataProductView> cards, Hit hit) {
    DataProductView card = cards.get(hit.product());
    if (card == null) {
      throw new IllegalStateException("The card of " + hit.product() + " was not loaded");
    }
    return card;
  }

  /** Products in which each word is found, with the sum of the words' best weights. */
  private Map<String, Integer> ranks(List<String> words) {
    List<Map<String, Object>> searches = new ArrayList<>();
    for (String word : words) {
      WEIGHTS.forEach((place, weight) ->
          searches.add(Map.of("word", word, "weight", weight, "text", place + ":" + word + "*")));
    }
    Map<String, Map<String, Integer>> best = new HashMap<>();
    graphs
        .read(SEARCH, Map.of("searches", searches, "index", Graph.CATALOG_INDEX), Found::of)
        .forEach(found ->
            best.computeIfAbsent(found.product(), product -> new HashMap<>())
                .merge(found.word(), found.weight(), Math::max));
    Map<String, Integer> ranks = new LinkedHashMap<>();
    best.forEach((product, weights) -> {
      if (weights.size() == words.size()) {
        ranks.put(product, weights.values().stream().mapToInt(Integer::intValue).sum());
      }
    });
    return ranks;
  }

  private Set<String> discoverable(SearchCatalog query, Collection<String> products) {
    Set<String> found = new HashSet<>();
    if (!products.isEmpty()) {
      documents
          .find(Views.PRODUCTS, Filters.and(Filters.in(Views.ID, products), discoverable(query)))
          .projection(Projections.include(Views.ID))
          .forEach((Document product) -> found.add(Documents.text(product, Views.ID)));
    }
    return found;
  }

  private Bson discoverable(SearchCatalog query) {
    List<Bson> filters = new ArrayList<>();
    filters.add(Filters.eq(Views.DISCOVERABLE, true));
    filters.add(Filters.eq(Views.REGISTERED, true));
    if (query.domain() != null) {
      filters.add(Filters.eq(Views.DOMAIN, query.domain().value()));
    }
    if (query.drifting() != null) {
      List<String> drifting =
          drift.products(query.domain()).stream().map(ProductId::value).toList();
      filters.add(
          query.drifting() ? Filters.in(Views.ID, drifting) : Filters.nin(Views.ID, drifting));
    }
    return Filters.and(filters);
  }
}

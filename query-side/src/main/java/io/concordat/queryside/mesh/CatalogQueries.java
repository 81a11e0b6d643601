package io.concordat.queryside.mesh;

import com.mongodb.client.model.Filters;
import io.concordat.messages.compliance.ComplianceBand;
import io.concordat.messages.mesh.CatalogFacetView;
import io.concordat.messages.mesh.CatalogFilter;
import io.concordat.messages.mesh.CountCatalog;
import io.concordat.messages.mesh.DataProductView;
import io.concordat.messages.mesh.FindComplianceBands;
import io.concordat.messages.mesh.ProductId;
import io.concordat.messages.mesh.SearchCatalog;
import io.concordat.messages.paging.Page;
import io.concordat.queryside.Documents;
import io.concordat.queryside.Graphs;
import io.concordat.queryside.compliance.ComplianceBands;
import io.concordat.queryside.contract.Drift;
import io.concordat.queryside.mesh.CatalogShelves.Wanted;
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
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.axonframework.queryhandling.QueryHandler;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Record;
import org.neo4j.driver.Value;

/**
 * The catalog: what passed the gate. Without a text it is the products by id; with one, those in
 * which every word begins a word of the product or of its contracts, in any case, or is one with a
 * typo, the best match first. A word counts by the best place where it is found: name, then tag,
 * then field or semantic type, then description or owner, and as it was typed before one with a
 * typo; equal products are sorted by id. Nothing but letters and digits reaches the index, so that
 * no text can mean anything else to it.
 */
public final class CatalogQueries {

  private static final Map<String, Integer> WEIGHTS =
      Map.of(
          Graph.SEARCH_NAME, 8,
          Graph.SEARCH_TAGS, 4,
          Graph.SEARCH_FIELDS, 2,
          Graph.SEARCH_TEXT, 1);

  /** A word as it was typed counts more in the worst place than with a typo in the best. */
  private static final int EXACT = 10;

  /** More words than these are not looked for. */
  private static final int MOST_WORDS = 12;

  private static final String STANDING = "standing";
  private static final String COMPLIANCE = "compliance";

  private static final int HIGHEST_RANK = 8 * EXACT * MOST_WORDS;

  /**
   * The index follows the commits; what was committed before the question is waited for. Only what
   * passed the gate is told, which is what is shelved.
   */
  private static final String SEARCH =
      """
      CALL db.index.fulltext.awaitEventuallyConsistentIndexRefresh()
      UNWIND $question.searches AS search
      CALL db.index.fulltext.queryNodes($question.index, search.text) YIELD node, score
      WITH coalesce(node.product, node.id) AS product, search.word AS word,
        max(coalesce(search.weight, $question.exact * CASE
          WHEN score >= 8 THEN 8 WHEN score >= 4 THEN 4 WHEN score >= 2 THEN 2 ELSE 1 END)) AS weight
      WITH product, count(*) AS words, sum(weight) AS rank
      WHERE words = $question.words
      MATCH (shelved:DataProduct {id: product})
      WHERE shelved.placeholder IS NULL AND EXISTS { (shelved)-[:SHELVED]->(:Facet) }
      RETURN collect(product) AS products, collect(rank) AS ranks
      """;

  private final Documents documents;
  private final Graphs graphs;
  private final CatalogShelves shelves;
  private final Drift drift;
  private final ComplianceBands bands;

  /** Answers from the read models, and from the graph's full-text index where a text is given. */
  public CatalogQueries(Documents documents, Graphs graphs, Drift drift, ComplianceBands bands) {
    this.documents = documents;
    this.graphs = graphs;
    this.shelves = new CatalogShelves(graphs);
    this.drift = drift;
    this.bands = bands;
  }

  /**
   * A product that was found.
   *
   * @param key sorts by rank, the highest first, then by id
   */
  private record Hit(String product, String key) {

    static Hit of(String product, int rank) {
      return new Hit(product, Integer.toString(1_000 + HIGHEST_RANK - rank) + '|' + product);
    }
  }

  @QueryHandler
  Page<DataProductView> handle(SearchCatalog query) {
    CatalogFilter filter = query.filter();
    Map<String, Integer> ranks = ranks(filter);
    return ranks == null && !ofFields(filter) ? all(query) : search(query, ranks);
  }

  @QueryHandler
  List<CatalogFacetView> handle(CountCatalog query) {
    CatalogFilter filter = query.filter();
    Set<String> drifting = drifting(filter);
    Wanted wanted = wanted(filter, ranks(filter), drifting);
    Map<String, Map<String, Long>> counts = shelves.counts(wanted);
    long all =
        counts.getOrDefault(Graph.FACET_DOMAIN, Map.of()).values().stream()
            .mapToLong(Long::longValue)
            .sum();
    long drifted = drifting.isEmpty() ? 0 : shelves.ids(wanted.among(drifting)).size();
    return List.of(
        facet(Graph.FACET_DOMAIN, counts),
        facet(Graph.FACET_CLASSIFICATION, counts),
        facet(Graph.FACET_SEMANTIC_TYPE, counts),
        facet(STANDING, Map.of(STANDING, Map.of("drifting", drifted, "conforming", all - drifted))),
        facet(COMPLIANCE, Map.of(COMPLIANCE, byBand(wanted, all))));
  }

  @QueryHandler
  Map<ProductId, ComplianceBand> handle(FindComplianceBands query) {
    Map<String, ComplianceBand> measured = bands.measured();
    return query.products().stream()
        .collect(
            Collectors.toMap(
                Function.identity(),
                product -> measured.getOrDefault(product.value(), ComplianceBand.NOT_MEASURED)));
  }

  private Map<String, Long> byBand(Wanted wanted, long all) {
    Map<String, ComplianceBand> measured = bands.measured();
    Map<String, Long> counts = new HashMap<>();
    List<String> found = shelves.ids(wanted.among(measured.keySet()));
    for (String product : found) {
      counts.merge(value(measured.get(product)), 1L, Long::sum);
    }
    counts.put(value(ComplianceBand.NOT_MEASURED), all - found.size());
    return counts;
  }

  private static String value(@Nullable ComplianceBand band) {
    return Objects.requireNonNull(band).name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static CatalogFacetView facet(String name, Map<String, Map<String, Long>> counts) {
    return new CatalogFacetView(
        name,
        counts.getOrDefault(name, Map.of()).entrySet().stream()
            .filter(count -> count.getValue() > 0)
            .map(count -> new CatalogFacetView.Bucket(count.getKey(), count.getValue()))
            .sorted(
                Comparator.comparingLong(CatalogFacetView.Bucket::count)
                    .reversed()
                    .thenComparing(CatalogFacetView.Bucket::value))
            .toList());
  }

  private Set<String> drifting(CatalogFilter filter) {
    return drift.products(filter.domain()).stream()
        .map(ProductId::value)
        .collect(Collectors.toUnmodifiableSet());
  }

  /** Products of some bands, told by those of which something was checked. */
  private record InBands(boolean among, Set<String> products) {}

  private @Nullable InBands inBands(CatalogFilter filter) {
    Set<ComplianceBand> wanted = filter.compliance();
    if (wanted.isEmpty()) {
      return null;
    }
    boolean among = !wanted.contains(ComplianceBand.NOT_MEASURED);
    return new InBands(
        among,
        bands.measured().entrySet().stream()
            .filter(each -> wanted.contains(each.getValue()) == among)
            .map(Map.Entry::getKey)
            .collect(Collectors.toSet()));
  }

  private Wanted wanted(
      CatalogFilter filter, @Nullable Map<String, Integer> ranks, Set<String> drifting) {
    Boolean drifts = filter.drifting();
    Wanted wanted =
        new Wanted(
            Wanted.groups(filter),
            ranks == null ? null : ranks.keySet(),
            drifts == null || drifts ? Set.of() : drifting);
    if (drifts != null && drifts) {
      wanted = wanted.among(drifting);
    }
    InBands inBands = inBands(filter);
    if (inBands == null) {
      return wanted;
    }
    return inBands.among() ? wanted.among(inBands.products()) : wanted.without(inBands.products());
  }

  private Page<DataProductView> all(SearchCatalog query) {
    return Pages.of(
            new DocumentList(
                documents.collection(Views.PRODUCTS),
                discoverable(query.filter()),
                Views.ID,
                false),
            query.page())
        .map(MeshQueries::product);
  }

  private Page<DataProductView> search(SearchCatalog query, @Nullable Map<String, Integer> ranks) {
    CatalogFilter filter = query.filter();
    Set<String> drifting = filter.drifting() == null ? Set.of() : drifting(filter);
    Wanted wanted = wanted(filter, ranks, drifting);
    Collection<String> only = wanted.only();
    List<Hit> hits =
        (ranks != null && only != null && wanted.anyOfIds() ? only : shelves.ids(wanted))
            .stream()
                .map(product -> Hit.of(product, ranks == null ? 0 : ranks.getOrDefault(product, 0)))
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

  /**
   * Products of the catalog in which each word is found, with the sum of the words' best weights;
   * null for all.
   */
  private @Nullable Map<String, Integer> ranks(CatalogFilter filter) {
    String text = filter.text();
    if (text == null || text.isBlank()) {
      return null;
    }
    List<String> words = Words.of(text).stream().limit(MOST_WORDS).toList();
    if (words.isEmpty()) {
      return Map.of();
    }
    List<Map<String, Object>> searches = new ArrayList<>();
    for (String word : words) {
      int typos = typos(word);
      searches.add(Map.of("word", word, "text", asTyped(word)));
      if (typos > 0) {
        WEIGHTS.forEach((place, weight) ->
            searches.add(
                Map.of(
                    "word", word,
                    "weight", weight,
                    "text", place + ":" + word + "~" + typos)));
      }
    }
    return graphs
        .read(
            SEARCH,
            Map.of(
                "searches",
                searches,
                "words",
                words.size(),
                "exact",
                EXACT,
                "index",
                Graph.CATALOG_INDEX),
            CatalogQueries::ranks)
        .getFirst();
  }

  private static Map<String, Integer> ranks(Record row) {
    List<String> products = row.get("products").asList(Value::asString);
    List<Integer> sums = row.get("ranks").asList(Value::asInt);
    Map<String, Integer> ranks = HashMap.newHashMap(products.size());
    for (int i = 0; i < products.size(); i++) {
      ranks.put(products.get(i), sums.get(i));
    }
    return ranks;
  }

  /**
   * Asks for a word as a beginning in all places at once. The index scores a beginning by the
   * weight of its place, and the weights are powers of two: the highest one in the sum of a node's
   * places is that of the best.
   */
  private static String asTyped(String word) {
    return WEIGHTS.entrySet().stream()
        .map(place -> place.getKey() + ":" + word + "*^" + place.getValue())
        .collect(Collectors.joining(" "));
  }

  /** How many letters may be wrong: none in up to 3, one in up to 7, two in longer words. */
  static int typos(String word) {
    int letters = word.codePointCount(0, word.length());
    return letters < 4 ? 0 : letters < 8 ? 1 : 2;
  }

  private static boolean ofFields(CatalogFilter filter) {
    return !filter.classifications().isEmpty() || !filter.semanticTypes().isEmpty();
  }

  private Bson discoverable(CatalogFilter query) {
    List<Bson> filters = new ArrayList<>();
    filters.add(Filters.eq(Views.DISCOVERABLE, true));
    filters.add(Filters.eq(Views.REGISTERED, true));
    if (query.domain() != null) {
      filters.add(Filters.eq(Views.DOMAIN, query.domain().value()));
    }
    if (query.drifting() != null) {
      Set<String> drifting = drifting(query);
      filters.add(
          query.drifting() ? Filters.in(Views.ID, drifting) : Filters.nin(Views.ID, drifting));
    }
    InBands inBands = inBands(query);
    if (inBands != null) {
      filters.add(
          inBands.among()
              ? Filters.in(Views.ID, inBands.products())
              : Filters.nin(Views.ID, inBands.products()));
    }
    return Filters.and(filters);
  }
}

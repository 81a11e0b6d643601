package io.concordat.queryside.mesh;

import io.concordat.messages.mesh.CatalogFacetView;
import io.concordat.messages.mesh.CatalogFilter;
import io.concordat.messages.policy.Classification;
import io.concordat.queryside.Documents;
import io.concordat.readstore.document.Views;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.bson.Document;

/**
 * A product as the facets of the catalog see it: what the fields of its contracts in force say.
 *
 * @param classifications in lower case
 */
record CatalogShelf(
    String product, String domain, Set<String> classifications, Set<String> semanticTypes) {

  /** Fields of a card that it is made from. */
  static final List<String> FIELDS = List.of(Views.DOMAIN, "contracts");

  static final String CLASSIFICATIONS = "classifications";
  static final String SEMANTIC_TYPES = "semanticTypes";

  /** From a product's document. */
  static CatalogShelf of(Document product) {
    Document contracts = product.get("contracts", Document.class);
    Collection<Object> cards = contracts == null ? List.of() : contracts.values();
    return new CatalogShelf(
        Documents.text(product, Views.ID),
        Documents.text(product, Views.DOMAIN),
        values(cards, CLASSIFICATIONS).stream()
            .map(name -> name.toLowerCase(Locale.ROOT))
            .collect(Collectors.toSet()),
        values(cards, SEMANTIC_TYPES));
  }

  /** Whether it has what the filter asks of fields. */
  boolean fits(CatalogFilter filter) {
    return (filter.classifications().isEmpty()
            || filter.classifications().stream()
                .map(Classification::name)
                .map(name -> name.toLowerCase(Locale.ROOT))
                .anyMatch(classifications::contains))
        && (filter.semanticTypes().isEmpty()
            || filter.semanticTypes().stream().anyMatch(semanticTypes::contains));
  }

  /**
   * How products are spread.
   *
   * @param drifting products of which a contract has drifted from the rules
   */
  static List<CatalogFacetView> facets(List<CatalogShelf> shelves, Set<String> drifting) {
    return List.of(
        facet("domain", shelves, shelf -> Set.of(shelf.domain())),
        facet("classification", shelves, CatalogShelf::classifications),
        facet("semanticType", shelves, CatalogShelf::semanticTypes),
        facet(
            "standing",
            shelves,
            shelf -> Set.of(drifting.contains(shelf.product()) ? "drifting" : "conforming")));
  }

  private static CatalogFacetView facet(
      String name, List<CatalogShelf> shelves, Function<CatalogShelf, Set<String>> values) {
    Map<String, Long> counts = new HashMap<>();
    shelves.forEach(
        shelf -> values.apply(shelf).forEach(value -> counts.merge(value, 1L, Long::sum)));
    return new CatalogFacetView(
        name,
        counts.entrySet().stream()
            .map(count -> new CatalogFacetView.Bucket(count.getKey(), count.getValue()))
            .sorted(
                Comparator.comparingLong(CatalogFacetView.Bucket::count)
                    .reversed()
                    .thenComparing(CatalogFacetView.Bucket::value))
            .toList());
  }

  private static Set<String> values(Collection<Object> cards, String field) {
    Set<String> values = new HashSet<>();
    for (Object card : cards) {
      List<String> named = ((Document) card).getList(field, String.class);
      if (named != null) {
        values.addAll(named);
      }
    }
    return values;
  }
}

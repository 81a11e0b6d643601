package io.concordat.queryside.mesh;

import io.concordat.messages.mesh.CatalogFilter;
import io.concordat.queryside.Graphs;
import io.concordat.readstore.graph.Graph;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Record;
import org.neo4j.driver.Value;

/**
 * What the products of the catalog are shelved under, from the graph. All of the catalog is counted
 * by how many relations a facet has, which the graph keeps; anything narrower by the facets of the
 * products that are left.
 */
final class CatalogShelves {

  private static final String ALL =
      """
      MATCH (facet:Facet)
      RETURN facet.key AS key, COUNT { (facet)<-[:SHELVED]-() } AS products
      """;
  private static final String EVERY_PRODUCT = "MATCH (product:DataProduct)\n";
  private static final String OF_FACETS =
      """
      UNWIND $question.groups[0] AS key
      MATCH (:Facet {key: key})<-[:SHELVED]-(product:DataProduct)
      WITH DISTINCT product
      """;
  private static final String OF_IDS =
      """
      UNWIND $question.only AS id
      MATCH (product:DataProduct {id: id})
      """;
  private static final String FIT =
      """
      MATCH (product)-[:SHELVED]->(facet:Facet)
      WITH product, collect(facet.key) AS keys
      WHERE product.placeholder IS NULL AND NOT product.id IN $question.except
        AND all(wanted IN $question.groups WHERE any(key IN wanted WHERE key IN keys))
      """;
  private static final String SHELVED =
      """
      WITH product
      WHERE product.placeholder IS NULL AND EXISTS { (product)-[:SHELVED]->(:Facet) }
      """;
  private static final String IDS = "RETURN collect(product.id) AS ids";
  private static final String COUNTS = "UNWIND keys AS key RETURN key, count(*) AS products";

  private final Graphs graphs;

  CatalogShelves(Graphs graphs) {
    this.graphs = graphs;
  }

  /**
   * Which products are looked at.
   *
   * @param groups keys of facets; of each group a product has one
   * @param only ids; null for all
   * @param except ids
   */
  record Wanted(
      List<List<String>> groups, @Nullable Collection<String> only, Collection<String> except) {

    /** By domain, classification and semantic type of a filter. */
    static List<List<String>> groups(CatalogFilter filter) {
      List<List<String>> groups = new ArrayList<>();
      if (filter.domain() != null) {
        groups.add(List.of(Graph.facetKey(Graph.FACET_DOMAIN, filter.domain().value())));
      }
      if (!filter.semanticTypes().isEmpty()) {
        groups.add(
            filter.semanticTypes().stream()
                .map(type -> Graph.facetKey(Graph.FACET_SEMANTIC_TYPE, type))
                .toList());
      }
      if (!filter.classifications().isEmpty()) {
        groups.add(
            filter.classifications().stream()
                .map(value ->
                    Graph.facetKey(
                        Graph.FACET_CLASSIFICATION, value.name().toLowerCase(Locale.ROOT)))
                .toList());
      }
      return groups;
    }

    /** The same, of these products alone. */
    Wanted among(Collection<String> ids) {
      return new Wanted(
          groups, only == null ? ids : ids.stream().filter(only::contains).toList(), except);
    }

    /** The same, but for these products. */
    Wanted without(Collection<String> ids) {
      return new Wanted(
          groups, only, Stream.concat(except.stream(), ids.stream()).distinct().toList());
    }

    private boolean all() {
      return groups.isEmpty() && only == null && except.isEmpty();
    }

    /** Whether it is any of {@code only}. */
    boolean anyOfIds() {
      return only != null && groups.isEmpty() && except.isEmpty();
    }

    private boolean none() {
      return only != null && only.isEmpty();
    }

    private String products() {
      return (only != null ? OF_IDS : groups.isEmpty() ? EVERY_PRODUCT : OF_FACETS) + FIT;
    }

    private Map<String, Object> question() {
      return Map.of(
          "groups",
          groups,
          "only",
          only == null ? List.of() : List.copyOf(only),
          "except",
          List.copyOf(except));
    }
  }

  /** Ids of the products that passed the gate and are wanted, in no order. */
  List<String> ids(Wanted wanted) {
    return wanted.none()
        ? List.of()
        : graphs
            .read(
                (wanted.anyOfIds() ? OF_IDS + SHELVED : wanted.products()) + IDS,
                wanted.question(),
                row -> row.get("ids").asList(Value::asString))
            .getFirst();
  }

  /** How many of them have a value, by kind of facet and value; each at least one. */
  Map<String, Map<String, Long>> counts(Wanted wanted) {
    Map<String, Map<String, Long>> counts = new TreeMap<>();
    if (!wanted.none()) {
      graphs
          .read(
              wanted.all() ? ALL : wanted.products() + COUNTS,
              wanted.question(),
              CatalogShelves::count)
          .stream()
          .filter(count -> count.getValue() > 0)
          .forEach(count ->
              counts
                  .computeIfAbsent(Graph.facetKind(count.getKey()), _ -> new TreeMap<>())
                  .put(Graph.facetValue(count.getKey()), count.getValue()));
    }
    return counts;
  }

  private static Map.Entry<String, Long> count(Record row) {
    return Map.entry(row.get("key").asString(), row.get("products").asLong());
  }
}

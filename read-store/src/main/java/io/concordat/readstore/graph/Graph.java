package io.concordat.readstore.graph;

/** Names in the lineage graph that both those who write and those who read it need. */
public final class Graph {

  /** Full-text index over what the catalog is searched by; it follows the commits. */
  public static final String CATALOG_INDEX = "catalog_text";

  /** Words of the name and the id of a product or contract. */
  public static final String SEARCH_NAME = "searchName";

  /** Words of a contract's tags. */
  public static final String SEARCH_TAGS = "searchTags";

  /** Words of a contract's objects, fields and semantic types. */
  public static final String SEARCH_FIELDS = "searchFields";

  /** Words of the descriptions of a product or contract, and of a product's owner. */
  public static final String SEARCH_TEXT = "searchText";

  /**
   * Keys of the facets that a contract's latest published version puts its product under. A product
   * is {@code SHELVED} under those of all its contracts, so that counting them is counting
   * relations.
   */
  public static final String SHELF = "shelf";

  /** Kind of facet: the product's domain; every product that passed the gate has exactly one. */
  public static final String FACET_DOMAIN = "domain";

  /** Kind of facet: classification of a field, in lower case. */
  public static final String FACET_CLASSIFICATION = "classification";

  /** Kind of facet: semantic type of a field. */
  public static final String FACET_SEMANTIC_TYPE = "semanticType";

  private static final char BETWEEN = '\n';

  private Graph() {}

  /**
   * Key of a facet's node.
   *
   * @param kind has no line break
   */
  public static String facetKey(String kind, String value) {
    return kind + BETWEEN + value;
  }

  /** Kind of the facet of a key. */
  public static String facetKind(String key) {
    return key.substring(0, key.indexOf(BETWEEN));
  }

  /** Value of the facet of a key. */
  public static String facetValue(String key) {
    return key.substring(key.indexOf(BETWEEN) + 1);
  }
}

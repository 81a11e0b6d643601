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

  private Graph() {}
}

package io.concordat.messages.mesh;

/** What stands at a node of the lineage graph. */
public enum LineageNodeKind {
  DATA_PRODUCT,
  DASHBOARD,
  MODEL,
  APPLICATION,
  NOTEBOOK,
  /** A field of a contract, in a lineage of fields. */
  FIELD,
  /** Stored data that was observed and that no contract speaks of. */
  DATASET
}

package io.concordat.messages.mesh;

/** How an edge of the lineage is known. */
public enum LineageOrigin {
  /** A contract, a product's port or a consumer says so. */
  DECLARED,
  /** A job was seen to read and write so. */
  OBSERVED,
  BOTH
}

package io.concordat.messages.mesh;

/** What stands at a node of the lineage graph. */
public enum LineageNodeKind {
  DATA_PRODUCT,
  DASHBOARD,
  MODEL,
  APPLICATION,
  NOTEBOOK
}

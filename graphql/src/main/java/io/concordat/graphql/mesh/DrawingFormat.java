package io.concordat.graphql.mesh;

/** How a graph is drawn. */
enum DrawingFormat {
  /** For Graphviz. */
  DOT,
  MERMAID
}

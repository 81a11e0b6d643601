package io.concordat.graphql.mesh;

import io.concordat.messages.mesh.LineageGraphView;

/** How a graph is drawn. */
enum DrawingFormat {
  /** For Graphviz. */
  DOT,
  MERMAID;

  /** The graph as text. */
  String draw(LineageGraphView graph) {
    return switch (this) {
      case DOT -> LineageDrawing.dot(graph);
      case MERMAID -> LineageDrawing.mermaid(graph);
    };
  }
}

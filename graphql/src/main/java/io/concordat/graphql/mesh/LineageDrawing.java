package io.concordat.graphql.mesh;

import io.concordat.messages.contract.ContractId;
import io.concordat.messages.mesh.LineageEdgeView;
import io.concordat.messages.mesh.LineageGraphView;
import io.concordat.messages.mesh.LineageNodeKind;
import io.concordat.messages.mesh.LineageNodeView;
import io.concordat.messages.mesh.LineageOrigin;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Lineage as text for Graphviz and for Mermaid. Nodes get names of their own; what people wrote
 * stands in quotes only, with all that either language would read otherwise escaped.
 *
 * <p>The rules: a quoted string in DOT ends at a quote without a backslash and knows HTML entities
 * in labels (graphviz.org/doc/info/lang.html); a quoted text in Mermaid ends at any quote, and
 * knows {@code #code;} for any character (mermaid.js.org/syntax/flowchart.html).
 */
public final class LineageDrawing {

  private static final String PLAIN_IN_MERMAID = " .,:/_-@()=+";

  private LineageDrawing() {}

  /** A digraph of Graphviz, from left to right. */
  public static String dot(LineageGraphView graph) {
    Map<String, String> names = names(graph);
    StringBuilder text = new StringBuilder("digraph lineage {\n  rankdir=LR;\n");
    for (LineageNodeView node : graph.nodes()) {
      text.append("  ")
          .append(names.get(node.id()))
          .append(" [shape=")
          .append(node.kind() == LineageNodeKind.DATA_PRODUCT ? "box" : "ellipse")
          .append(", label=\"")
          .append(inDot(node.name()))
          .append(named(node) ? "\\n" + inDot(node.id()) : "")
          .append("\"];\n");
    }
    for (LineageEdgeView edge : graph.edges()) {
      text.append("  ")
          .append(names.get(edge.upstream()))
          .append(" -> ")
          .append(names.get(edge.downstream()))
          .append(" [label=\"")
          .append(inDot(label(edge)))
          .append(edge.origin() == LineageOrigin.OBSERVED ? "\", style=dashed];\n" : "\"];\n");
    }
    return text.append("}\n").toString();
  }

  /** A flowchart of Mermaid, from left to right. */
  public static String mermaid(LineageGraphView graph) {
    Map<String, String> names = names(graph);
    StringBuilder text = new StringBuilder("flowchart LR\n");
    for (LineageNodeView node : graph.nodes()) {
      boolean product = node.kind() == LineageNodeKind.DATA_PRODUCT;
      text.append("  ")
          .append(names.get(node.id()))
          .append(product ? "[\"" : "([\"")
          .append(inMermaid(node.name()))
          .append(named(node) ? "<br/>" + inMermaid(node.id()) : "")
          .append(product ? "\"]\n" : "\"])\n");
    }
    for (LineageEdgeView edge : graph.edges()) {
      String label = inMermaid(label(edge));
      text.append("  ")
          .append(names.get(edge.upstream()))
          .append(edge.origin() == LineageOrigin.OBSERVED ? " -.->" : " -->")
          .append(label.isEmpty() ? " " : "|\"" + label + "\"| ")
          .append(names.get(edge.downstream()))
          .append('\n');
    }
    return text.toString();
  }

  private static Map<String, String> names(LineageGraphView graph) {
    Map<String, String> names = new HashMap<>();
    for (LineageNodeView node : graph.nodes()) {
      names.put(node.id(), "n" + names.size());
    }
    return names;
  }

  /** Whether the id tells people more than the name; that of a dataset is for programs only. */
  private static boolean named(LineageNodeView node) {
    return node.kind() != LineageNodeKind.DATASET && !node.name().equals(node.id());
  }

  private static String label(LineageEdgeView edge) {
    ContractId contract = edge.contract();
    if (contract == null) {
      return String.join(", ", edge.jobs());
    }
    return edge.upstream().startsWith(contract.value()) ? "" : contract.value();
  }

  private static String inDot(String text) {
    return text.codePoints()
        .mapToObj(letter ->
            switch (letter) {
              case '\\' -> "\\\\";
              case '"' -> "\\\"";
              case '&' -> "&amp;";
              case '<' -> "&lt;";
              case '>' -> "&gt;";
              default -> Character.isISOControl(letter) ? " " : Character.toString(letter);
            })
        .collect(Collectors.joining());
  }

  private static String inMermaid(String text) {
    return text.codePoints()
        .mapToObj(letter -> {
          if (Character.isISOControl(letter)) {
            return " ";
          }
          return Character.isLetterOrDigit(letter) || PLAIN_IN_MERMAID.indexOf(letter) >= 0
              ? Character.toString(letter)
              : "#" + letter + ";";
        })
        .collect(Collectors.joining());
  }
}

package io.concordat.messages.mesh;

import org.jspecify.annotations.Nullable;

/**
 * A node of the lineage graph.
 *
 * @param id of the data product, consumer, dataset or field
 * @param name for people; the id where the node was named by others but is not registered
 * @param depth steps from where the question started, 0 for the start itself
 * @param hiddenUpstream how many more nodes it derives from directly than the answer has
 * @param hiddenDownstream how many more nodes read it directly than the answer has
 */
public record LineageNodeView(
    String id,
    LineageNodeKind kind,
    String name,
    @Nullable DomainId domain,
    int depth,
    int hiddenUpstream,
    int hiddenDownstream) {

  /** The same node at another depth. */
  public LineageNodeView at(int steps) {
    return new LineageNodeView(id, kind, name, domain, steps, hiddenUpstream, hiddenDownstream);
  }

  /** The same node with so many neighbours that the answer does not have. */
  public LineageNodeView hiding(int upstream, int downstream) {
    return new LineageNodeView(id, kind, name, domain, depth, upstream, downstream);
  }
}

package io.concordat.messages.mesh;

import org.jspecify.annotations.Nullable;

/**
 * A node of the lineage graph.
 *
 * @param id of the data product or consumer
 * @param name for people; the id where the node was named by others but is not registered
 * @param depth steps from where the question started, 0 for the start itself
 */
public record LineageNodeView(
    String id, LineageNodeKind kind, String name, @Nullable DomainId domain, int depth) {}

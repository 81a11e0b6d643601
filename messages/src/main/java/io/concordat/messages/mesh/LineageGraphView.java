package io.concordat.messages.mesh;

import java.util.List;

/**
 * A part of the lineage graph.
 *
 * @param root id of the node from which the question started
 * @param nodes by depth, then id; the root is the first
 * @param edges between these nodes, each once
 */
public record LineageGraphView(
    String root, List<LineageNodeView> nodes, List<LineageEdgeView> edges) {}

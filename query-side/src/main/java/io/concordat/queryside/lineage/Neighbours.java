package io.concordat.queryside.lineage;

import io.concordat.messages.mesh.LineageDirection;
import io.concordat.messages.mesh.LineageEdgeView;
import io.concordat.messages.mesh.LineageNodeView;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** What is next to nodes by what jobs were seen to do. */
interface Neighbours {

  /** A node, and the edge that leads to it from one that was asked for. */
  record Neighbour(String from, LineageNodeView node, LineageEdgeView edge) {}

  /** The node that an id of something that only jobs know of stands for; empty where none does. */
  Optional<LineageNodeView> root(String id);

  /** One step from some nodes on; ids of other kinds of nodes are passed over. */
  List<Neighbour> of(Collection<String> ids, LineageDirection direction);
}

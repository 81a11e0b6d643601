package io.concordat.contract.odcs;

import io.concordat.contract.tree.Node;

/** What a node must look like. */
@FunctionalInterface
interface Shape {

  /** Tells the check everything in which the node differs. */
  void verify(Node node, String path, Check check);
}

package io.concordat.contract.shape;

import io.concordat.contract.tree.Node;

/** What a node must look like. */
@FunctionalInterface
public interface Shape {

  /** Tells the check everything in which the node differs. */
  void verify(Node node, String path, Check check);

  /**
   * A shape that changed with a version of the standard.
   *
   * @param since the first version in which the newer shape holds
   */
  static Shape changed(Shape older, Edition since, Shape newer) {
    return (node, path, check) ->
        (check.edition().isFrom(since) ? newer : older).verify(node, path, check);
  }
}

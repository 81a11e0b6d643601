package io.concordat.contract.odcs;

import io.concordat.contract.tree.Node;

/**
 * Where an element stands.
 *
 * @param path JSON path
 * @param node what is written there
 */
public record Locus(String path, Node node) {

  /** First line of the element, from 1. */
  public int line() {
    return node.span().line();
  }
}

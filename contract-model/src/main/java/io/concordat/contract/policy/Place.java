package io.concordat.contract.policy;

import io.concordat.contract.tree.Span;

/**
 * Where a value stands or would have to be written.
 *
 * @param path JSON path
 * @param line of what is there; of the nearest thing around it where it is absent
 * @param column in that line, from 1
 */
record Place(String path, int line, int column) {

  /** Where a node stands. */
  static Place of(String path, Span span) {
    return new Place(path, span.line(), span.column());
  }

  /** A place within this one that is not written: it stands where this one does. */
  Place absent(String path) {
    return new Place(path, line, column);
  }
}

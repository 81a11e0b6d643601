package io.concordat.contract.tree;

/** A piece of a YAML or JSON document. */
public sealed interface Node permits Mapping, Sequence, Scalar {

  /** Where it stands; where it is reached through an alias, where its anchor stands. */
  Span span();

  /** What people call this kind of node, such as {@code a list}. */
  String kindName();
}

package io.concordat.contract.tree;

import java.util.List;

/**
 * A list.
 *
 * @param items in document order
 */
public record Sequence(Span span, List<Node> items) implements Node {

  public Sequence {
    items = List.copyOf(items);
  }

  @Override
  public String kindName() {
    return "a list";
  }
}

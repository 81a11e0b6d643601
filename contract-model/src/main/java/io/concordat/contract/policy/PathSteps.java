package io.concordat.contract.policy;

import io.concordat.contract.tree.Mapping;
import io.concordat.contract.tree.Node;
import io.concordat.contract.tree.Sequence;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Follows JSON paths as {@link io.concordat.contract.tree.Paths} builds them. */
final class PathSteps {

  private static final Pattern STEP =
      Pattern.compile("\\.([A-Za-z_][A-Za-z0-9_]*)|\\[([0-9]{1,9})]|\\['((?:[^'\\\\]|\\\\.)*)']");

  private PathSteps() {}

  /** The node at a path, or the last one on the way to it that is there. */
  static Node nearest(Node root, String path) {
    Node node = root;
    Matcher steps = STEP.matcher(path);
    while (steps.find()) {
      Node next = next(node, steps);
      if (next == null) {
        break;
      }
      node = next;
    }
    return node;
  }

  private static @Nullable Node next(Node node, Matcher step) {
    return switch (node) {
      case Mapping mapping when step.group(1) != null -> mapping.get(step.group(1));
      case Mapping mapping when step.group(3) != null ->
          mapping.get(step.group(3).replaceAll("\\\\(.)", "$1"));
      case Sequence sequence when step.group(2) != null -> {
        int index = Integer.parseInt(step.group(2));
        yield index < sequence.items().size() ? sequence.items().get(index) : null;
      }
      case Node _ -> null;
    };
  }
}

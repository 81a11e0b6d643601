package io.concordat.contract.edit;

import io.concordat.contract.tree.DocumentTree;
import io.concordat.contract.tree.Mapping;
import io.concordat.contract.tree.Node;
import io.concordat.contract.tree.Scalar;
import io.concordat.contract.tree.Sequence;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a document says, without how it is written, to compare.
 *
 * @param scalar kind and text of a single value; null for a mapping or a list
 * @param children by name, or by number from 0 as text, in order; null for a single value
 * @param list whether it is a list
 */
record Plain(@Nullable String scalar, @Nullable Map<String, Plain> children, boolean list) {

  static Plain of(@Nullable Node node) {
    return switch (node) {
      case null -> new Plain(null, null, false);
      case Scalar scalar -> new Plain(scalar.kind() + " " + scalar.text(), null, false);
      case Mapping mapping -> {
        Map<String, Plain> children = new LinkedHashMap<>();
        mapping.entries().forEach((name, entry) -> children.put(name, of(entry.value())));
        yield new Plain(null, children, false);
      }
      case Sequence sequence -> list(sequence.items().stream().map(Plain::of).toList());
    };
  }

  static Plain of(Value value) {
    return switch (value) {
      case Value.Text text -> new Plain(Scalar.Kind.STRING + " " + text.text(), null, false);
      case Value.Plain plain ->
          DocumentTree.read("[" + plain.text() + "]").root() instanceof Sequence sequence
                  && sequence.items().size() == 1
              ? of(sequence.items().getFirst())
              : of((Node) null);
      case Value.Entries entries -> {
        Map<String, Plain> children = new LinkedHashMap<>();
        entries.entries().forEach((name, entry) -> children.put(name, of(entry)));
        yield new Plain(null, children, false);
      }
      case Value.Items items -> list(items.items().stream().map(Plain::of).toList());
    };
  }

  private static Plain list(List<Plain> items) {
    Map<String, Plain> children = new LinkedHashMap<>();
    for (Plain item : items) {
      children.put(Integer.toString(children.size()), item);
    }
    return new Plain(null, children, true);
  }

  /** The same with another value at a path that is there. */
  Plain with(List<String> path, Plain value) {
    if (path.isEmpty()) {
      return value;
    }
    Map<String, Plain> changed = new LinkedHashMap<>(children == null ? Map.of() : children);
    changed.computeIfPresent(
        path.getFirst(), (name, child) -> child.with(path.subList(1, path.size()), value));
    return new Plain(scalar, changed, list);
  }

  /** The same with one more child of what is at a path. */
  Plain adding(List<String> path, String name, Plain value) {
    Plain parent = at(path);
    Map<String, Plain> more =
        new LinkedHashMap<>(parent.children == null ? Map.of() : parent.children);
    more.put(name, value);
    return with(path, new Plain(null, more, parent.list));
  }

  /** The same without what is at a path. */
  Plain without(List<String> path) {
    List<String> parentPath = path.subList(0, path.size() - 1);
    Plain parent = at(parentPath);
    Map<String, Plain> fewer =
        new LinkedHashMap<>(parent.children == null ? Map.of() : parent.children);
    fewer.remove(path.getLast());
    return with(
        parentPath,
        parent.list ? list(List.copyOf(fewer.values())) : new Plain(null, fewer, false));
  }

  private Plain at(List<String> path) {
    Plain found = this;
    for (String step : path) {
      Plain child = found.children == null ? null : found.children.get(step);
      found = child == null ? new Plain(null, null, false) : child;
    }
    return found;
  }
}

package io.concordat.contract.change;

import io.concordat.contract.tree.Mapping;
import io.concordat.contract.tree.Node;
import io.concordat.contract.tree.Paths;
import io.concordat.contract.tree.Scalar;
import io.concordat.contract.tree.Sequence;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Moves what one mapping says into the facets of a part. What has a meaning is taken by name;
 * whatever is left at the end is taken as it is, so that nothing is lost.
 */
final class Facets {

  /** Names whose values are sets: the order in which they are written says nothing. */
  private static final Set<String> SETS =
      Set.of(
          "tags",
          "examples",
          "transformSourceObjects",
          "authoritativeDefinitions",
          "roles",
          "customProperties",
          "members");

  private final Mapping node;
  private final String path;
  private final Part part;
  private final String prefix;
  private final Set<String> taken = new HashSet<>();

  Facets(Node node, String path, Part part) {
    this(node, path, part, "");
  }

  /**
   * Facets of a mapping within the part's own.
   *
   * @param prefix put before the names of its facets
   */
  Facets(Node node, String path, Part part, String prefix) {
    if (!(node instanceof Mapping mapping)) {
      throw new IllegalArgumentException("parts of a contract are mappings, this is " + node);
    }
    this.node = mapping;
    this.path = path;
    this.part = part;
    this.prefix = prefix;
  }

  /** Leaves names to others. */
  Facets without(String... names) {
    taken.addAll(List.of(names));
    return this;
  }

  /** The value of a name, null where it is not there. */
  @Nullable Node get(String name) {
    return node.get(name);
  }

  /** Where a name is written. */
  String pathOf(String name) {
    return Paths.child(path, name);
  }

  /** Takes a name, whose value is given in normal form. */
  void put(String name, String value, String text, @Nullable Object meaning) {
    taken.add(name);
    part.put(prefix + name, new Facet(path, name, value, text, meaning));
  }

  /** Takes names that are true or false, and false where they are not there. */
  Facets flags(String... names) {
    for (String name : names) {
      if (node.get(name) instanceof Scalar scalar && scalar.text().equalsIgnoreCase("true")) {
        put(name, "true", "true", null);
      }
      taken.add(name);
    }
    return this;
  }

  /** Takes names whose absence means the given value. */
  Facets unless(String standard, String... names) {
    for (String name : names) {
      if (node.get(name) instanceof Scalar scalar && scalar.text().equals(standard)) {
        taken.add(name);
      }
    }
    return this;
  }

  /** Takes what is left. */
  void rest() {
    node.entries()
        .forEach((name, entry) -> {
          Node value = entry.value();
          if (taken.contains(name) || Canonical.isNothing(value)) {
            return;
          }
          boolean set = SETS.contains(name) && value instanceof Sequence;
          String canonical = set ? Canonical.unordered(value) : Canonical.of(value);
          put(name, canonical, Canonical.shown(value), null);
        });
  }
}

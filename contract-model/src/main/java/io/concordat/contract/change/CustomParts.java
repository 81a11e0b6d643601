package io.concordat.contract.change;

import io.concordat.contract.tree.Node;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;

/** Custom properties that Concordat gives no meaning to. */
final class CustomParts {

  private CustomParts() {}

  /**
   * Adds those of a mapping.
   *
   * @param understood names of which the first is understood, and told by a facet
   */
  static void add(Facets facets, String path, Part owner, Set<String> understood) {
    Set<String> open = new HashSet<>(understood);
    NormalForm.each(
        facets,
        "customProperties",
        (node, at) -> {
          String name = Objects.toString(NormalForm.text(node.get("property")), "");
          if (open.remove(name)) {
            return;
          }
          Node value = node.get("value");
          Part part =
              new Part(
                  Section.CUSTOM_PROPERTY,
                  at,
                  name,
                  owner.element(),
                  Arrays.asList(name, NormalForm.text(node.get("id"))));
          Facets own = new Facets(node, at, part);
          if (value != null) {
            own.put("value", Canonical.of(value), Canonical.shown(value), null);
          }
          own.without("value").rest();
          owner.add(part);
        });
  }
}

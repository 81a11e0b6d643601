package io.concordat.contract.odcs;

import io.concordat.contract.shape.Check;
import io.concordat.contract.shape.Edition;
import io.concordat.contract.shape.ObjectShape;
import io.concordat.contract.shape.Shape;
import io.concordat.contract.shape.Shapes;
import io.concordat.contract.tree.Mapping;
import io.concordat.contract.tree.Node;
import io.concordat.contract.tree.Paths;
import io.concordat.contract.tree.Scalar;
import io.concordat.contract.tree.Sequence;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Predicate;

/** Parts that many others have. */
final class CommonShapes {

  static final Predicate<Edition> SINCE_31 = edition -> edition.isFrom(Editions.V3_1_0);

  static final Shape TAGS = Shapes.list(Shapes.TEXT);

  static final Shape CUSTOM_PROPERTIES =
      list(
          part("a custom property")
              .needs(SINCE_31, Shapes.TEXT, "property")
              .needs(SINCE_31, Shapes.ANY, "value")
              .since(Editions.V3_1_0, Shapes.TEXT, "description"));

  static final Shape AUTHORITATIVE_DEFINITIONS =
      list(
          part("an authoritative definition")
              .needs(Shapes.TEXT, "url", "type")
              .since(Editions.V3_1_0, Shapes.TEXT, "description"));

  static final Shape ROLES =
      list(
          part("a role")
              .needs(Shapes.TEXT, "role")
              .with(
                  Shapes.TEXT,
                  "description",
                  "access",
                  "firstLevelApprovers",
                  "secondLevelApprovers")
              .since(Editions.V3_0_1, CUSTOM_PROPERTIES, "customProperties"));

  private CommonShapes() {}

  /** A part of a contract: with a stable id, and closed, both since 3.1. */
  static ObjectShape part(String spoken) {
    return ObjectShape.of(spoken)
        .closedSince(Editions.V3_1_0)
        .since(Editions.V3_1_0, Shapes.STABLE_ID_TEXT, "id");
  }

  /** A list of parts, of which no two have the same stable id. */
  static Shape list(Shape item) {
    Shape list = Shapes.list(item);
    return (node, path, check) -> {
      list.verify(node, path, check);
      if (SINCE_31.test(check.edition())) {
        refuseSame("id", node, path, check);
      }
    };
  }

  /** What references go by stands for one element only. */
  static void refuseSame(String key, Node list, String path, Check check) {
    if (!(list instanceof Sequence sequence)) {
      return;
    }
    Map<String, Integer> lines = new HashMap<>();
    for (int i = 0; i < sequence.items().size(); i++) {
      if (sequence.items().get(i) instanceof Mapping item && item.get(key) instanceof Scalar name) {
        Integer first = lines.putIfAbsent(name.text(), name.span().line());
        if (first != null) {
          check.add(
              Paths.child(Paths.item(path, i), key),
              name,
              "The %s '%s' is already used on line %d; each %s stands for one element."
                  .formatted(key, Shapes.shorten(name.text()), first, key));
        }
      }
    }
  }
}

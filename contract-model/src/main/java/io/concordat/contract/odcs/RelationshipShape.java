package io.concordat.contract.odcs;

import io.concordat.contract.shape.ObjectShape;
import io.concordat.contract.shape.Shape;
import io.concordat.contract.shape.Shapes;
import io.concordat.contract.tree.Mapping;
import io.concordat.contract.tree.Node;
import io.concordat.contract.tree.Scalar;
import io.concordat.contract.tree.Sequence;
import java.util.List;
import java.util.regex.Pattern;

/** Relationships between properties, of an object or of a property. */
final class RelationshipShape {

  private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*+");

  private static final Pattern ID = Pattern.compile("[A-Za-z0-9_-]++");

  /** The file that a reference by ids may begin with; its characters are matched only once. */
  private static final Pattern FILE =
      Pattern.compile("(?:https?://)?[A-Za-z0-9._\\-/]++(?<=.\\.yaml)");

  private static final Shape REFERENCE =
      (node, path, check) -> {
        boolean known =
            node instanceof Scalar scalar
                && scalar.kind() == Scalar.Kind.STRING
                && isReference(scalar.text());
        if (!known) {
          check.add(
              path,
              node,
              "must name a property as object.property or schema/<id>/properties/<id>, "
                  + Shapes.butIs(node)
                  + ".");
        }
      };

  private static final Shape REFERENCES =
      (node, path, check) -> {
        Shape form = node instanceof Sequence ? Shapes.list(REFERENCE, 1) : REFERENCE;
        form.verify(node, path, check);
      };

  private static final ObjectShape COMMON =
      ObjectShape.of("a relationship")
          .with(Shapes.word(List.of("foreignKey")), "type")
          .needs(REFERENCES, "to")
          .with(CommonShapes.CUSTOM_PROPERTIES, "customProperties");

  private static final ObjectShape WITH_BOTH_ENDS = COMMON.needs(REFERENCES, "from");

  /** At a property: where it starts is clear. */
  static final Shape OF_PROPERTY =
      COMMON.with(
          (node, path, check) ->
              check.add(path, node, "Take 'from' out: a property's relationship starts at it."),
          "from");

  /** At an object: both ends, of the same number. */
  static final Shape OF_OBJECT =
      (node, path, check) -> {
        WITH_BOTH_ENDS.verify(node, path, check);
        if (node instanceof Mapping mapping && ends(mapping, "from") != ends(mapping, "to")) {
          check.add(path, node, "'from' and 'to' must name the same number of properties.");
        }
      };

  private RelationshipShape() {}

  /**
   * {@code object.property} by names, or by ids in pairs of a section and an id, such as {@code
   * schema/orders/properties/order_id}, after a slash or a file and a hash where given.
   */
  private static boolean isReference(String text) {
    int dot = text.indexOf('.');
    if (dot >= 0
        && NAME.matcher(text.substring(0, dot)).matches()
        && NAME.matcher(text.substring(dot + 1)).matches()) {
      return true;
    }
    int hash = text.indexOf('#');
    if (hash >= 0 && !FILE.matcher(text.substring(0, hash)).matches()) {
      return false;
    }
    String ids = text.substring(hash + 1);
    String[] steps = (ids.startsWith("/") ? ids.substring(1) : ids).split("/", -1);
    for (int i = 0; i < steps.length; i++) {
      if (!(i % 2 == 0 ? NAME : ID).matcher(steps[i]).matches()) {
        return false;
      }
    }
    return steps.length % 2 == 0;
  }

  private static int ends(Mapping relationship, String name) {
    Node node = relationship.get(name);
    return node instanceof Sequence sequence ? sequence.items().size() : -1;
  }
}

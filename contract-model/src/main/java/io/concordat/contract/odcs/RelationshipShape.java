package io.concordat.contract.odcs;

import io.concordat.contract.tree.Mapping;
import io.concordat.contract.tree.Node;
import io.concordat.contract.tree.Scalar;
import io.concordat.contract.tree.Sequence;
import java.util.List;
import java.util.regex.Pattern;

/** Relationships between properties, of an object or of a property. */
final class RelationshipShape {

  private static final Pattern SHORTHAND =
      Pattern.compile("[A-Za-z_][A-Za-z0-9_]*\\.[A-Za-z_][A-Za-z0-9_]*");

  private static final Pattern FULLY_QUALIFIED =
      Pattern.compile(
          "(?:(?:https?://)?[A-Za-z0-9._\\-/]++\\.yaml#)?/?[A-Za-z_][A-Za-z0-9_]*/[A-Za-z0-9_-]+"
              + "(?:/[A-Za-z_][A-Za-z0-9_]*/[A-Za-z0-9_-]+)*");

  private static final Shape REFERENCE =
      (node, path, check) -> {
        boolean known =
            node instanceof Scalar scalar
                && scalar.kind() == Scalar.Kind.STRING
                && (SHORTHAND.matcher(scalar.text()).matches()
                    || FULLY_QUALIFIED.matcher(scalar.text()).matches());
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
          .with("type", Shapes.word(List.of("foreignKey")))
          .needs("to", REFERENCES)
          .with("customProperties", CommonShapes.CUSTOM_PROPERTIES);

  /** At a property: where it starts is clear. */
  static final Shape OF_PROPERTY =
      COMMON.with(
          "from",
          (node, path, check) ->
              check.add(path, node, "Take 'from' out: a property's relationship starts at it."));

  /** At an object: both ends, of the same number. */
  static final Shape OF_OBJECT =
      (node, path, check) -> {
        COMMON.needs("from", REFERENCES).verify(node, path, check);
        if (node instanceof Mapping mapping && ends(mapping, "from") != ends(mapping, "to")) {
          check.add(path, node, "'from' and 'to' must name the same number of properties.");
        }
      };

  private RelationshipShape() {}

  private static int ends(Mapping relationship, String name) {
    Node node = relationship.get(name);
    return node instanceof Sequence sequence ? sequence.items().size() : -1;
  }
}

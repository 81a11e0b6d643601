package io.concordat.contract.odcs;

import io.concordat.contract.shape.Edition;
import io.concordat.contract.tree.Mapping;
import io.concordat.contract.tree.Node;
import io.concordat.contract.tree.Scalar;
import java.util.List;

/** The versions of ODCS, and which of them are read. */
final class Editions {

  static final Edition V3_0_0 = new Edition(3, 0, 0);
  static final Edition V3_0_1 = new Edition(3, 0, 1);
  static final Edition V3_0_2 = new Edition(3, 0, 2);
  static final Edition V3_1_0 = new Edition(3, 1, 0);

  /** Known by its new names only, so that they can be told apart from mistakes. */
  static final Edition V3_2_0 = new Edition(3, 2, 0);

  /** Those that are read, the newest first. */
  static final List<Edition> READ = List.of(V3_1_0, V3_0_2, V3_0_1, V3_0_0);

  private Editions() {}

  /** The version that a document declares; the newest where it declares none that is read. */
  static Edition declared(Node root) {
    String declared =
        root instanceof Mapping mapping && mapping.get("apiVersion") instanceof Scalar scalar
            ? scalar.text()
            : "";
    return READ.stream()
        .filter(edition -> edition.declared().equals(declared))
        .findFirst()
        .orElse(V3_1_0);
  }
}

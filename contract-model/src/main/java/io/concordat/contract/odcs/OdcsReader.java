package io.concordat.contract.odcs;

import io.concordat.contract.shape.Check;
import io.concordat.contract.shape.Edition;
import io.concordat.contract.tree.DocumentTree;
import io.concordat.contract.tree.Mapping;
import io.concordat.contract.tree.Node;
import io.concordat.contract.tree.Paths;
import io.concordat.contract.tree.Scalar;
import org.jspecify.annotations.Nullable;

/** Reads ODCS 3.0.0 to 3.1.0 from YAML or JSON, and tells all that is wrong at once. */
public final class OdcsReader {

  private static final int LONGEST_VERSION = 100;

  private OdcsReader() {}

  /**
   * Reads a document. Never throws: what cannot be read becomes violations of the policy {@code
   * yaml}, what is not a valid contract becomes violations of the policy {@code odcs}. A document
   * is valid by the version that it declares or by 3.1.0; where it is neither, the violations are
   * those of the version that it is nearer to.
   */
  public static ReadResult read(String document) {
    DocumentTree tree = DocumentTree.read(document);
    Node root = tree.root();
    if (root == null) {
      Check unreadable = check(Editions.V3_1_0, tree);
      return new ReadResult(null, null, unreadable.violations());
    }
    Check check = nearest(root, tree);
    if (root instanceof Mapping mapping && check.size() == 0) {
      OdcsContract contract = ContractBuilder.build(mapping);
      return new ReadResult(contract, contract.version().toString(), check.violations());
    }
    return new ReadResult(null, versionText(root), check.violations());
  }

  private static Check nearest(Node root, DocumentTree tree) {
    Edition declared = Editions.declared(root);
    Check byDeclared = verified(root, tree, declared);
    if (byDeclared.size() == 0 || declared.equals(Editions.V3_1_0)) {
      return byDeclared;
    }
    Check byNewest = verified(root, tree, Editions.V3_1_0);
    return byNewest.size() <= byDeclared.size() ? byNewest : byDeclared;
  }

  private static Check verified(Node root, DocumentTree tree, Edition edition) {
    Check check = check(edition, tree);
    OdcsShapes.CONTRACT.verify(root, Paths.ROOT, check);
    return check;
  }

  private static Check check(Edition edition, DocumentTree tree) {
    Check check = new Check("odcs", "ODCS", edition);
    check.addAll(tree.problems());
    return check;
  }

  private static @Nullable String versionText(Node root) {
    if (!(root instanceof Mapping mapping) || !(mapping.get("version") instanceof Scalar version)) {
      return null;
    }
    String text = version.text().strip();
    boolean oneLine = !text.isEmpty() && text.lines().count() == 1;
    return oneLine && text.length() <= LONGEST_VERSION ? text : null;
  }
}

package io.concordat.contract.odps;

import io.concordat.contract.odcs.Locus;
import io.concordat.contract.odcs.Parts;
import io.concordat.contract.shape.Check;
import io.concordat.contract.shape.Edition;
import io.concordat.contract.tree.DocumentTree;
import io.concordat.contract.tree.Mapping;
import io.concordat.contract.tree.Node;
import io.concordat.contract.tree.Paths;
import io.concordat.contract.tree.Scalar;

/** Reads ODPS 0.9.0 and 1.0.0 from YAML or JSON, and tells all that is wrong at once. */
public final class OdpsReader {

  private OdpsReader() {}

  /**
   * Reads a document. Never throws: what cannot be read becomes violations of the policy {@code
   * yaml}, what is not a valid product becomes violations of the policy {@code odps}. A document is
   * valid by the version that it declares or by 1.0.0; where it is neither, the violations are
   * those of the version that it is nearer to.
   */
  public static OdpsResult read(String document) {
    DocumentTree tree = DocumentTree.read(document);
    Node root = tree.root();
    if (root == null) {
      return new OdpsResult(null, check(OdpsShapes.V1_0_0, tree).violations());
    }
    Check check = verified(root, tree, OdpsShapes.V1_0_0);
    if (check.size() > 0 && declares090(root)) {
      Check byDeclared = verified(root, tree, OdpsShapes.V0_9_0);
      check = byDeclared.size() < check.size() ? byDeclared : check;
    }
    return root instanceof Mapping product && check.size() == 0
        ? new OdpsResult(product(product), check.violations())
        : new OdpsResult(null, check.violations());
  }

  private static boolean declares090(Node root) {
    return root instanceof Mapping mapping
        && mapping.get("apiVersion") instanceof Scalar scalar
        && scalar.text().equals(OdpsShapes.V0_9_0.declared());
  }

  private static Check verified(Node root, DocumentTree tree, Edition edition) {
    Check check = check(edition, tree);
    OdpsShapes.PRODUCT.verify(root, Paths.ROOT, check);
    return check;
  }

  private static Check check(Edition edition, DocumentTree tree) {
    Check check = new Check("odps", "ODPS", edition);
    check.addAll(tree.problems());
    return check;
  }

  private static OdpsProduct product(Mapping root) {
    return new OdpsProduct(
        new Locus(Paths.ROOT, root),
        Parts.needed(root, "apiVersion"),
        Parts.needed(root, "id"),
        Parts.needed(root, "status"),
        Parts.text(root, "name"),
        Parts.text(root, "version"),
        Parts.text(root, "domain"),
        Parts.text(root, "tenant"),
        Parts.text(root, "productCreatedTs"),
        Parts.description(root),
        Parts.texts(root, "tags"),
        Parts.each(root, Paths.ROOT, "inputPorts", OdpsReader::inputPort),
        Parts.each(root, Paths.ROOT, "outputPorts", OdpsReader::outputPort),
        Parts.each(root, Paths.ROOT, "managementPorts", OdpsReader::managementPort),
        Parts.support(root),
        Parts.team(root),
        Parts.authoritativeDefinitions(root, Paths.ROOT),
        Parts.customProperties(root, Paths.ROOT));
  }

  private static InputPort inputPort(Mapping node, String path) {
    return new InputPort(
        new Locus(path, node),
        Parts.needed(node, "name"),
        Parts.needed(node, "version"),
        Parts.needed(node, "contractId"),
        Parts.texts(node, "tags"),
        Parts.authoritativeDefinitions(node, path),
        Parts.customProperties(node, path));
  }

  private static OutputPort outputPort(Mapping node, String path) {
    return new OutputPort(
        new Locus(path, node),
        Parts.needed(node, "name"),
        Parts.needed(node, "version"),
        Parts.text(node, "contractId"),
        Parts.text(node, "type"),
        Parts.text(node, "description"),
        Parts.each(node, path, "sbom", OdpsReader::billOfMaterials),
        Parts.each(node, path, "inputContracts", OdpsReader::inputContract),
        Parts.texts(node, "tags"),
        Parts.authoritativeDefinitions(node, path),
        Parts.customProperties(node, path));
  }

  private static OutputPort.BillOfMaterials billOfMaterials(Mapping node, String path) {
    return new OutputPort.BillOfMaterials(
        new Locus(path, node), Parts.text(node, "type"), Parts.needed(node, "url"));
  }

  private static InputContract inputContract(Mapping node, String path) {
    return new InputContract(
        new Locus(path, node), Parts.needed(node, "id"), Parts.needed(node, "version"));
  }

  private static ManagementPort managementPort(Mapping node, String path) {
    return new ManagementPort(
        new Locus(path, node),
        Parts.needed(node, "name"),
        Parts.needed(node, "content"),
        Parts.text(node, "type"),
        Parts.text(node, "url"),
        Parts.text(node, "channel"),
        Parts.text(node, "description"),
        Parts.texts(node, "tags"),
        Parts.authoritativeDefinitions(node, path),
        Parts.customProperties(node, path));
  }
}

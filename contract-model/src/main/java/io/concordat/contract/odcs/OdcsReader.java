package io.concordat.contract.odcs;

import io.concordat.contract.tree.DocumentTree;
import io.concordat.contract.tree.Mapping;
import io.concordat.contract.tree.Node;
import io.concordat.contract.tree.Paths;
import io.concordat.contract.tree.Scalar;
import io.concordat.messages.policy.Severity;
import io.concordat.messages.policy.Violation;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads ODCS 3.0.0 to 3.1.0 from YAML or JSON, and tells all that is wrong at once. */
public final class OdcsReader {

  /** The most violations that are told of one document. */
  static final int MAX_TOLD = 500;

  private static final int LONGEST_VERSION = 100;

  private OdcsReader() {}

  /**
   * Reads a document. Never throws: what cannot be read becomes violations of the policy {@code
   * yaml}, what is not a valid contract becomes violations of the policy {@code odcs}.
   */
  public static ReadResult read(String document) {
    DocumentTree tree = DocumentTree.read(document);
    List<Violation> violations = new ArrayList<>();
    tree.problems()
        .forEach(problem ->
            violations.add(
                new Violation(
                    "yaml", Severity.ERROR, problem.path(), problem.line(), problem.message())));
    Node root = tree.root();
    if (root == null) {
      return new ReadResult(null, null, violations);
    }
    boolean before31 = root instanceof Mapping mapping && OdcsShapes.declaresBefore31(mapping);
    Check check = new Check(before31);
    OdcsShapes.CONTRACT.verify(root, Paths.ROOT, check);
    violations.addAll(check.violations());
    violations.sort(
        Comparator.comparingInt(
            violation -> violation.line() == null ? Integer.MAX_VALUE : violation.line()));
    if (root instanceof Mapping mapping && violations.isEmpty()) {
      OdcsContract contract = ContractBuilder.build(mapping);
      return new ReadResult(contract, contract.version().toString(), violations);
    }
    return new ReadResult(null, versionText(root), shortened(violations));
  }

  private static List<Violation> shortened(List<Violation> violations) {
    if (violations.size() <= MAX_TOLD) {
      return violations;
    }
    List<Violation> told = new ArrayList<>(violations.subList(0, MAX_TOLD));
    told.add(
        new Violation(
            "odcs",
            Severity.ERROR,
            Paths.ROOT,
            null,
            "There are %d more; mend those above first.".formatted(violations.size() - MAX_TOLD)));
    return told;
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

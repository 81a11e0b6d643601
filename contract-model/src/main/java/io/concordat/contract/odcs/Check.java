package io.concordat.contract.odcs;

import io.concordat.contract.tree.Node;
import io.concordat.contract.tree.Paths;
import io.concordat.messages.policy.Severity;
import io.concordat.messages.policy.Violation;
import java.util.ArrayList;
import java.util.List;

/** Collects what is wrong while a document is walked. */
final class Check {

  private final List<Violation> violations = new ArrayList<>();
  private final boolean before31;

  /**
   * @param before31 whether the document declares ODCS 3.0.x, whose parts are open below the root
   */
  Check(boolean before31) {
    this.before31 = before31;
  }

  boolean before31() {
    return before31;
  }

  void add(String path, Node at, String message) {
    add(path, at.span().line(), message);
  }

  /**
   * Adds a violation.
   *
   * @param message what to do; one that begins with "must" gets the name of the place in front
   */
  void add(String path, int line, String message) {
    String told = message.startsWith("must") ? Paths.spoken(path) + " " + message : message;
    violations.add(new Violation("odcs", Severity.ERROR, path, line, told));
  }

  List<Violation> violations() {
    return violations;
  }
}

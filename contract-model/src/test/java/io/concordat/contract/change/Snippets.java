package io.concordat.contract.change;

import io.concordat.contract.odcs.OdcsContract;
import io.concordat.contract.odcs.OdcsReader;
import io.concordat.contract.odcs.ReadResult;
import java.util.List;

/** Contracts made of a few lines. */
final class Snippets {

  private static final String HEAD =
      """
      apiVersion: %s
      kind: DataContract
      id: shop/orders/lines
      version: 1.0.0
      """;

  private Snippets() {}

  /** A contract with these lines at its root. */
  static OdcsContract root(String lines) {
    String status = lines.contains("status:") ? "" : "status: active\n";
    String head = HEAD.formatted(lines.startsWith("# 3.0") ? "v3.0.2" : "v3.1.0");
    return read(head + status + lines + "\n");
  }

  /** A contract with these schema objects, in flow style. */
  static OdcsContract objects(String... objects) {
    return root("schema: [" + String.join(", ", objects) + "]");
  }

  /** A contract with the object {@code orders} of these fields, in flow style. */
  static OdcsContract fields(String... fields) {
    return objects("{name: orders, properties: [" + String.join(", ", fields) + "]}");
  }

  /** A contract with the one field {@code orders.total} that says this. */
  static OdcsContract field(String said) {
    return fields("{name: total" + (said.isEmpty() ? "" : ", ") + said + "}");
  }

  /** A contract whose only field has these quality rules, in flow style. */
  static OdcsContract rules(String... rules) {
    return field("quality: [" + String.join(", ", rules) + "]");
  }

  /** A contract with these service levels, in flow style. */
  static OdcsContract levels(String... levels) {
    return root("slaProperties: [" + String.join(", ", levels) + "]");
  }

  static OdcsContract read(String document) {
    ReadResult read = OdcsReader.read(document);
    if (read.contract() == null) {
      throw new AssertionError(read.violations() + "\n" + document);
    }
    return read.contract();
  }

  /** Changes as {@code rule element}; without an element only the rule. */
  static List<String> told(OdcsContract before, OdcsContract after) {
    return Comparison.of(before, after).changes().stream()
        .map(change ->
            change.element() == null ? change.rule() : change.rule() + " " + change.element())
        .toList();
  }
}

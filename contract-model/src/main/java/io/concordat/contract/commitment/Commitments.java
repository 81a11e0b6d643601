package io.concordat.contract.commitment;

import io.concordat.contract.odcs.OdcsContract;
import io.concordat.contract.odcs.Property;
import io.concordat.contract.odcs.QualityRule;
import io.concordat.contract.odcs.SchemaObject;
import io.concordat.contract.odcs.SlaProperty;
import java.util.ArrayList;
import java.util.List;

/** Reads what a contract promises. */
public final class Commitments {

  private final List<Commitment> found = new ArrayList<>();

  private Commitments() {}

  /**
   * Exactly one commitment for each quality rule and each service level, in document order of the
   * schema, then of the service levels. What cannot be evaluated is among them, with its reason.
   */
  public static List<Commitment> of(OdcsContract contract) {
    Commitments commitments = new Commitments();
    for (SchemaObject object : contract.objects()) {
      commitments.rules(object.quality(), object.name());
      for (Property property : object.properties()) {
        commitments.fields(property, object.name() + "." + property.name());
      }
    }
    for (SlaProperty sla : contract.slaProperties()) {
      commitments.found.add(LevelReading.of(sla, contract.slaDefaultElement()));
    }
    return List.copyOf(commitments.found);
  }

  private void fields(Property property, String element) {
    rules(property.quality(), element);
    for (Property child : property.properties()) {
      fields(child, element + "." + child.name());
    }
    Property items = property.items();
    if (items != null) {
      fields(items, element + "[]");
    }
  }

  private void rules(List<QualityRule> rules, String element) {
    rules.forEach(rule -> found.add(RuleReading.of(rule, element)));
  }
}

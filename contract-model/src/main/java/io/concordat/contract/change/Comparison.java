package io.concordat.contract.change;

import io.concordat.contract.odcs.OdcsContract;
import io.concordat.contract.odcs.Property;
import io.concordat.contract.tree.Paths;
import io.concordat.messages.contract.ChangeKind;
import io.concordat.messages.contract.ContractChange;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * All that is different between two documents of a contract, judged from the side of those who read
 * the data by {@link ChangeRule}. The version itself is no change: it is what the changes decide
 * about. Neither the order of elements nor how a default, a synonym or a unit is written makes a
 * difference.
 *
 * @param changes worst first, then by element
 */
public record Comparison(List<ContractChange> changes) {

  public Comparison {
    changes = List.copyOf(changes);
  }

  /** Compares two documents. Pure; takes time that grows with their length. */
  public static Comparison of(OdcsContract before, OdcsContract after) {
    Set<Property> unchanged = Unchanged.of(before, after);
    return new Comparison(
        Judge.changes(NormalForm.of(before, unchanged), NormalForm.of(after, unchanged)));
  }

  /** The comparison with a document that was a contract once and cannot be read any more. */
  public static Comparison withUnreadable() {
    ChangeRule rule = ChangeRule.BEFORE_UNREADABLE;
    return new Comparison(
        List.of(
            new ContractChange(
                rule.kind(), rule.id(), Paths.ROOT, null, rule.sentence(), null, null)));
  }

  /** The kind of the worst change; empty where nothing is different. */
  public Optional<ChangeKind> worst() {
    return changes.isEmpty() ? Optional.empty() : Optional.of(changes.getFirst().kind());
  }

  /** Whether readers can fail or be misled. */
  public boolean isBreaking() {
    return worst().filter(ChangeKind.BREAKING::equals).isPresent();
  }

  /** The breaking changes. */
  public List<ContractChange> breaking() {
    return changes.stream().filter(change -> change.kind() == ChangeKind.BREAKING).toList();
  }

  /** What breaking changes concern, to find the readers that are affected. */
  public AffectedElements affectedElements() {
    return AffectedElements.of(changes);
  }
}

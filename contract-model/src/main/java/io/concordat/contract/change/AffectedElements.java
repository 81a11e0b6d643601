package io.concordat.contract.change;

import io.concordat.messages.contract.ChangeKind;
import io.concordat.messages.contract.ContractChange;
import java.util.List;
import java.util.TreeSet;

/**
 * What breaking changes concern.
 *
 * @param everything whether one concerns the whole contract
 * @param names the elements of the others as {@code object} or {@code object.field}, sorted
 */
public record AffectedElements(boolean everything, List<String> names) {

  public AffectedElements {
    names = List.copyOf(names);
  }

  /** The elements of the breaking ones among some changes. */
  public static AffectedElements of(List<ContractChange> changes) {
    boolean everything = false;
    TreeSet<String> names = new TreeSet<>();
    for (ContractChange change : changes) {
      if (change.kind() == ChangeKind.BREAKING) {
        String element = change.element();
        if (element == null) {
          everything = true;
        } else {
          names.add(element);
        }
      }
    }
    return new AffectedElements(everything, List.copyOf(names));
  }
}

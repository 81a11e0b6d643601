package io.concordat.contract.change;

import io.concordat.messages.contract.ChangeKind;
import io.concordat.messages.contract.ContractChange;
import java.util.Collection;
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

  /**
   * Whether a reader is concerned.
   *
   * @param fields what it reads, as {@code object} or {@code object.field}; empty where it may read
   *     all of them
   */
  public boolean concern(Collection<String> fields) {
    if (everything) {
      return true;
    }
    if (fields.isEmpty()) {
      return !names.isEmpty();
    }
    return names.stream().anyMatch(name -> fields.stream().anyMatch(field -> overlap(name, field)));
  }

  /** Whether one is the other, or is within it. */
  private static boolean overlap(String one, String other) {
    return one.equals(other) || isWithin(one, other) || isWithin(other, one);
  }

  private static boolean isWithin(String inner, String outer) {
    return inner.startsWith(outer)
        && inner.length() > outer.length()
        && (inner.charAt(outer.length()) == '.' || inner.charAt(outer.length()) == '[');
  }
}

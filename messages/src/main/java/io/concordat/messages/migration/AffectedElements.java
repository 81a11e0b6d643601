package io.concordat.messages.migration;

import java.util.List;
import java.util.Optional;

/**
 * What a break concerns, in readers' names.
 *
 * @param all whether the contract as a whole is concerned
 * @param elements {@code object}, {@code object.field} or {@code object.field.sub}, {@code []} for
 *     array items; sorted, each once
 */
public record AffectedElements(boolean all, List<String> elements) {

  public AffectedElements {
    elements = elements.stream().distinct().sorted().toList();
  }

  /**
   * What of it a reader touches; empty where nothing. An element is touched by whoever reads it, a
   * part of it, or something of which it is a part.
   *
   * @param fields what the reader reads, as {@code object.field}; empty where it may read all
   */
  public Optional<List<String>> touchedBy(List<String> fields) {
    if (all && elements.isEmpty()) {
      return Optional.of(List.of());
    }
    List<String> touched =
        elements.stream()
            .filter(element ->
                fields.isEmpty() || fields.stream().anyMatch(field -> overlap(element, field)))
            .toList();
    return all || !touched.isEmpty() ? Optional.of(touched) : Optional.empty();
  }

  private static boolean overlap(String one, String other) {
    return isWithin(one, other) || isWithin(other, one);
  }

  /** Whether an element is another one or a part of it. */
  public static boolean isWithin(String part, String whole) {
    return part.startsWith(whole)
        && (part.length() == whole.length()
            || part.charAt(whole.length()) == '.'
            || part.charAt(whole.length()) == '[');
  }
}

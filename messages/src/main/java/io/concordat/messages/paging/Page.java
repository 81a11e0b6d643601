package io.concordat.messages.paging;

import java.util.List;
import java.util.function.Function;

/**
 * One page of a list, in the list's own order.
 *
 * @param <T> kind of element
 * @param entries what is on it
 * @param totalCount how many the whole list holds
 */
public record Page<T>(
    List<Entry<T>> entries, boolean hasNextPage, boolean hasPreviousPage, long totalCount) {

  public Page {
    entries = List.copyOf(entries);
  }

  /** The same page of other things. */
  public <R> Page<R> map(Function<T, R> change) {
    return new Page<>(
        entries.stream()
            .map(entry -> new Entry<>(change.apply(entry.node()), entry.cursor()))
            .toList(),
        hasNextPage,
        hasPreviousPage,
        totalCount);
  }

  /**
   * An element and where it stands.
   *
   * @param cursor opaque; stays valid when others come and go
   */
  public record Entry<T>(T node, String cursor) {}
}

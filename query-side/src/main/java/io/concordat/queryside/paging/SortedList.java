package io.concordat.queryside.paging;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A list in its own order, each element of which has a unique key that stands for its place.
 *
 * @param <T> kind of element
 */
public interface SortedList<T> {

  /** Place of an element. */
  String key(T element);

  /**
   * Elements between two places, in list order.
   *
   * @param after place, excluded; null for the start
   * @param before place, excluded; null for the end
   * @param limit the most that is given
   * @param fromEnd whether the last of them are wanted instead of the first
   */
  List<T> slice(@Nullable String after, @Nullable String before, int limit, boolean fromEnd);

  /** Whether an element stands at a place or before it. */
  boolean anyUpTo(String key);

  /** Whether an element stands at a place or after it. */
  boolean anyFrom(String key);

  /** How many the whole list holds. */
  long count();
}

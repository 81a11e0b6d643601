package io.concordat.messages.paging;

import io.concordat.messages.Shape;
import org.jspecify.annotations.Nullable;

/**
 * Which part of a list is wanted. {@code after} and {@code before} cut first, then {@code first},
 * then {@code last}.
 *
 * @param first how many from the start, 0 to 100, null for no such bound
 * @param after cursor, excluded; null for the start
 * @param last how many from the end, 0 to 100, null for no such bound
 * @param before cursor, excluded; null for the end
 */
public record PageRequest(
    @Nullable Integer first,
    @Nullable String after,
    @Nullable Integer last,
    @Nullable String before) {

  /** The most that one page holds. */
  public static final int MOST = 100;

  public PageRequest {
    if (first != null) {
      Shape.between("first", first, 0, MOST);
    }
    if (last != null) {
      Shape.between("last", last, 0, MOST);
    }
  }

  /** How many from the start where neither bound is given. */
  public static final int DEFAULT_FIRST = 20;

  /** The first {@code count} after a cursor. */
  public static PageRequest first(int count, @Nullable String after) {
    return new PageRequest(count, after, null, null);
  }
}

package io.concordat.queryside.paging;

import io.concordat.messages.paging.Page;
import io.concordat.messages.paging.PageRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The pagination algorithm of the Relay connections specification. */
public final class Pages {

  private Pages() {}

  /**
   * The page of a list that is asked for.
   *
   * @throws io.concordat.messages.InvalidValue for {@code after} or {@code before} where it is no
   *     cursor
   */
  public static <T> Page<T> of(SortedList<T> list, PageRequest request) {
    String after = Cursors.key("after", request.after());
    String before = Cursors.key("before", request.before());
    Integer first = request.first();
    Integer last = request.last();
    if (first == null && last != null) {
      return fromEnd(list, after, before, last);
    }
    return fromStart(list, after, before, first == null ? PageRequest.DEFAULT_FIRST : first, last);
  }

  private static <T> Page<T> fromStart(
      SortedList<T> list,
      @Nullable String after,
      @Nullable String before,
      int first,
      @Nullable Integer last) {
    List<T> found = list.slice(after, before, first + 1, false);
    boolean next = found.size() > first;
    List<T> kept = next ? found.subList(0, first) : found;
    if (last != null && kept.size() > last) {
      return page(list, kept.subList(kept.size() - last, kept.size()), next, true);
    }
    return page(list, kept, next, after != null && list.anyUpTo(after));
  }

  private static <T> Page<T> fromEnd(
      SortedList<T> list, @Nullable String after, @Nullable String before, int last) {
    List<T> found = list.slice(after, before, last + 1, true);
    boolean previous = found.size() > last;
    List<T> kept = previous ? found.subList(1, found.size()) : found;
    return page(list, kept, before != null && list.anyFrom(before), previous);
  }

  private static <T> Page<T> page(
      SortedList<T> list, List<T> elements, boolean next, boolean previous) {
    return new Page<>(
        elements.stream()
            .map(element -> new Page.Entry<>(element, Cursors.of(list.key(element))))
            .toList(),
        next,
        previous,
        list.count());
  }
}

package io.concordat.queryside.paging;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A list that is in memory already.
 *
 * @param <T> kind of element
 * @param elements sorted by their keys as text, ascending
 * @param keys unique key of an element
 */
public record LoadedList<T>(List<T> elements, Function<T, String> keys) implements SortedList<T> {

  public LoadedList {
    elements = List.copyOf(elements);
  }

  @Override
  public String key(T element) {
    return keys.apply(element);
  }

  @Override
  public List<T> slice(
      @Nullable String after, @Nullable String before, int limit, boolean fromEnd) {
    List<T> between =
        elements.stream()
            .filter(element -> after == null || key(element).compareTo(after) > 0)
            .filter(element -> before == null || key(element).compareTo(before) < 0)
            .toList();
    int size = between.size();
    return fromEnd
        ? between.subList(Math.max(0, size - limit), size)
        : between.subList(0, Math.min(size, limit));
  }

  @Override
  public boolean anyUpTo(String key) {
    return elements.stream().anyMatch(element -> key(element).compareTo(key) <= 0);
  }

  @Override
  public boolean anyFrom(String key) {
    return elements.stream().anyMatch(element -> key(element).compareTo(key) >= 0);
  }

  @Override
  public long count() {
    return elements.size();
  }
}

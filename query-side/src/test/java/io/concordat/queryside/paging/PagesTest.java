package io.concordat.queryside.paging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.concordat.messages.InvalidValue;
import io.concordat.messages.paging.Page;
import io.concordat.messages.paging.PageRequest;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PagesTest {

  private static final List<String> LETTERS = List.of("a", "b", "c", "d", "e");
  private static final LoadedList<String> LIST = new LoadedList<>(LETTERS, Function.identity());

  @Test
  void aListIsWalkedForwards() {
    Page<String> first = page(2, null, null, null);
    assertThat(nodes(first)).containsExactly("a", "b");
    assertThat(first.hasNextPage()).isTrue();
    assertThat(first.hasPreviousPage()).isFalse();
    assertThat(first.totalCount()).isEqualTo(5);

    Page<String> last = page(10, first.entries().getLast().cursor(), null, null);
    assertThat(nodes(last)).containsExactly("c", "d", "e");
    assertThat(last.hasNextPage()).isFalse();
    assertThat(last.hasPreviousPage()).isTrue();
  }

  @Test
  void aListIsWalkedBackwards() {
    Page<String> last = page(null, null, 2, null);
    assertThat(nodes(last)).containsExactly("d", "e");
    assertThat(last.hasPreviousPage()).isTrue();
    assertThat(last.hasNextPage()).isFalse();

    Page<String> first = page(null, null, 10, last.entries().getFirst().cursor());
    assertThat(nodes(first)).containsExactly("a", "b", "c");
    assertThat(first.hasPreviousPage()).isFalse();
    assertThat(first.hasNextPage()).isTrue();
  }

  @Test
  void cursorsCutFirstThenFirstThenLast() {
    Page<String> page = page(3, cursor("a"), 2, cursor("e"));
    assertThat(nodes(page)).containsExactly("c", "d");
    assertThat(page.hasPreviousPage()).isTrue();
    assertThat(page.hasNextPage()).isFalse();
  }

  @Test
  void aCursorStaysValidWhenItsElementIsGone() {
    LoadedList<String> without = new LoadedList<>(List.of("a", "c"), Function.identity());

    assertThat(nodes(Pages.of(without, new PageRequest(1, Cursors.of("b"), null, null))))
        .containsExactly("c");
  }

  @Test
  void noneAreGivenWhereNoneAreAskedFor() {
    Page<String> page = page(0, null, null, null);
    assertThat(page.entries()).isEmpty();
    assertThat(page.hasNextPage()).isTrue();
  }

  @Test
  void withoutABoundTheFirstTwentyAreGiven() {
    List<String> many = IntStream.range(100, 150).mapToObj(Integer::toString).toList();

    assertThat(
            Pages.of(
                    new LoadedList<>(many, Function.identity()),
                    new PageRequest(null, null, null, null))
                .entries())
        .hasSize(20);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "%%%", "a", "bm90IG1hcmtlZA", "ü", "===="})
  void anUnreadableCursorIsRefused(String cursor) {
    assertThatThrownBy(() -> page(1, cursor, null, null))
        .isInstanceOfSatisfying(
            InvalidValue.class, refused -> assertThat(refused.code()).isEqualTo("INVALID_AFTER"));
    assertThatThrownBy(() -> page(1, null, null, cursor))
        .isInstanceOfSatisfying(
            InvalidValue.class, refused -> assertThat(refused.code()).isEqualTo("INVALID_BEFORE"));
  }

  private static Page<String> page(Integer first, String after, Integer last, String before) {
    return Pages.of(LIST, new PageRequest(first, after, last, before));
  }

  private static String cursor(String key) {
    return Cursors.of(key);
  }

  private static List<String> nodes(Page<String> page) {
    return page.entries().stream().map(Page.Entry::node).toList();
  }
}

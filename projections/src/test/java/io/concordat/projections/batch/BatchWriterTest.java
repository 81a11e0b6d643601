package io.concordat.projections.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.junit.jupiter.api.Test;

class BatchWriterTest {

  private final Store store = new Store();
  private final BatchWriter<String> writer = new BatchWriter<>("group", store);

  @Test
  void aBatchIsWrittenOnceBeforeItCommits() {
    deliver("a", "b", "c");

    assertThat(store.writes).containsExactly(List.of("a", "b", "c"));
  }

  @Test
  void aStoreThatIsGoneFailsTheBatchAndLeavesTheWriterAsItWas() {
    store.gone = true;
    assertThatThrownBy(() -> deliver("a", "b")).isInstanceOf(UncheckedIOException.class);
    store.gone = false;

    assertThat(writer.isCareful()).isFalse();
    assertThat(deliver("a", "b")).isEmpty();
    assertThat(store.kept).containsExactly("a", "b");
  }

  @Test
  void whatWasWrittenInPartIsWrittenAgainWithOtherEventsAround() {
    store.goneAfter = 1;
    assertThatThrownBy(() -> deliver("a", "b")).isInstanceOf(UncheckedIOException.class);
    assertThat(store.kept).containsExactly("a");
    store.goneAfter = Integer.MAX_VALUE;

    deliver("a", "b", "c");

    assertThat(store.kept).containsExactly("a", "b", "c");
  }

  @Test
  void refusedDataFailTheBatchOnceAndThenOnlyTheirOwnEvent() {
    assertThatThrownBy(() -> deliver("a", "poison", "b")).isInstanceOf(Refused.class);

    assertThat(writer.isCareful()).isTrue();
    assertThat(deliver("a", "poison", "b")).containsExactly("poison");
    assertThat(store.kept).containsExactly("a", "b");
  }

  @Test
  void afterABatchWithoutRefusalEventsAreWrittenTogetherAgain() {
    assertThatThrownBy(() -> deliver("poison")).isInstanceOf(Refused.class);
    deliver("poison", "a");
    assertThat(writer.isCareful()).isTrue();

    deliver("b", "c");
    assertThat(writer.isCareful()).isFalse();

    store.writes.clear();
    deliver("d", "e");
    assertThat(store.writes).containsExactly(List.of("d", "e"));
  }

  @Test
  void aStoreThatGoesWhileEventsAreWrittenOneByOneFailsTheBatchAndNoHandler() {
    assertThatThrownBy(() -> deliver("poison")).isInstanceOf(Refused.class);
    store.gone = true;

    List<String> deadLetters = new ArrayList<>();
    assertThatThrownBy(() -> deliver(deadLetters, "a", "b"))
        .isInstanceOf(UncheckedIOException.class);

    assertThat(deadLetters).isEmpty();
    assertThat(writer.isCareful()).isTrue();
  }

  @Test
  void anEventIsRefusedOutsideOfAUnitOfWork() {
    assertThatThrownBy(() -> writer.add(List.of("a"))).isInstanceOf(IllegalStateException.class);
  }

  private List<String> deliver(String... events) {
    List<String> deadLetters = new ArrayList<>();
    deliver(deadLetters, events);
    return deadLetters;
  }

  /**
   * As the processors do: what a handler throws is dead-lettered, what the commit throws is not.
   */
  private void deliver(List<String> deadLetters, String... events) {
    var unit = DefaultUnitOfWork.startAndGet(GenericEventMessage.asEventMessage("batch"));
    for (String event : events) {
      try {
        writer.add(List.of(event));
      } catch (RuntimeException poison) {
        deadLetters.add(event);
      }
    }
    unit.commit();
  }

  private static final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  private static final class Store implements Sink<String> {
    final List<List<String>> writes = new ArrayList<>();
    final Set<String> kept = new LinkedHashSet<>();
    boolean gone;
    int goneAfter = Integer.MAX_VALUE;

    @Override
    public void write(List<String> changes) {
      if (changes.contains("poison")) {
        throw new Refused();
      }
      writes.add(List.copyOf(changes));
      int written = 0;
      for (String change : changes) {
        if (gone || written++ >= goneAfter) {
          throw new UncheckedIOException(new java.io.IOException("gone"));
        }
        kept.add(change);
      }
    }

    @Override
    public boolean refuses(RuntimeException failure) {
      return failure instanceof Refused;
    }
  }
}

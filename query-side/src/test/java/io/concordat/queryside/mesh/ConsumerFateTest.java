package io.concordat.queryside.mesh;

import static io.concordat.queryside.Samples.consumer;
import static io.concordat.queryside.Samples.day;
import static io.concordat.queryside.Samples.domain;
import static io.concordat.queryside.Samples.product;
import static io.concordat.queryside.Samples.published;
import static org.assertj.core.api.Assertions.assertThat;

import io.concordat.messages.Subject;
import io.concordat.messages.mesh.ConsumerId;
import io.concordat.messages.mesh.ConsumerRetired;
import io.concordat.messages.mesh.ConsumerView;
import io.concordat.messages.mesh.FindConsumers;
import io.concordat.messages.mesh.FindImpact;
import io.concordat.messages.mesh.FindMeshPulse;
import io.concordat.messages.mesh.ImpactView.Affected;
import io.concordat.messages.mesh.ListConsumers;
import io.concordat.messages.paging.PageRequest;
import io.concordat.queryside.ReadSide;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A dashboard reads a, then b from day 10 on, and is retired on day 20; another one goes on. */
class ConsumerFateTest {

  private static final ConsumerId BOARD = new ConsumerId("fate-finance:board");

  private static ReadSide side;

  @BeforeAll
  static void mesh() {
    side = ReadSide.empty();
    side.happened(
        domain("fate-pay"),
        product("fate-pay/a"),
        product("fate-pay/b"),
        published("fate-pay/a/c", "1.0.0", 1, List.of(), List.of("amount")),
        published("fate-pay/b/c", "1.0.0", 1, List.of(), List.of("amount")),
        consumer(BOARD.value(), 2, "fate-pay/a/c"),
        consumer("fate-finance:other", 2, "fate-pay/a/c"),
        consumer(BOARD.value(), 10, "fate-pay/b/c"));
    assertThat(side.ask(new FindMeshPulse()).crossDomainReads()).isEqualTo(2);
    side.happened(new ConsumerRetired(BOARD, "Replaced", new Subject("someone"), day(20)));
  }

  @AfterAll
  static void close() {
    side.close();
  }

  @Test
  void itIsToldWithItsEnd() {
    ConsumerView board = side.ask(new FindConsumers(Set.of(BOARD))).getFirst();
    assertThat(board.retiredAt()).isEqualTo(day(20));
    assertThat(board.retiredFor()).isEqualTo("Replaced");
    assertThat(board.registeredAt()).isEqualTo(day(10));
    assertThat(board.reads())
        .extracting(read -> read.contract().value())
        .containsExactly("fate-pay/b/c");
  }

  @Test
  void itIsListedAmongTheRetiredOnly() {
    assertThat(listed(false)).containsExactly("fate-finance:other");
    assertThat(listed(true)).containsExactly("fate-finance:board");
  }

  @Test
  void itReadsNothingAnyMore() {
    assertThat(side.ask(new FindMeshPulse()).crossDomainReads()).isEqualTo(1);
    assertThat(affected("fate-pay/b/c", null)).isEmpty();
  }

  @Test
  void whatItReadThenIsStillTold() {
    assertThat(affected("fate-pay/a/c", day(5)))
        .containsExactly("fate-finance:board", "fate-finance:other");
    assertThat(affected("fate-pay/a/c", day(15))).containsExactly("fate-finance:other");
    assertThat(affected("fate-pay/b/c", day(15))).containsExactly("fate-finance:board");
  }

  private static List<String> listed(boolean retired) {
    return side
        .ask(new ListConsumers(null, null, null, retired, PageRequest.first(10, null)))
        .entries()
        .stream()
        .map(entry -> entry.node().id().value())
        .toList();
  }

  private static List<String> affected(String contract, @Nullable Instant asOf) {
    return side
        .ask(new FindImpact(contract, List.of(), asOf, FindImpact.FURTHEST, FindImpact.LISTED))
        .orElseThrow()
        .affected()
        .stream()
        .map(Affected::id)
        .toList();
  }
}

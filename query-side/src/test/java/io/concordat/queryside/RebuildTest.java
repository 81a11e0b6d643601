package io.concordat.queryside;

import static io.concordat.queryside.Samples.consumer;
import static io.concordat.queryside.Samples.domain;
import static io.concordat.queryside.Samples.incident;
import static io.concordat.queryside.Samples.product;
import static io.concordat.queryside.Samples.published;
import static io.concordat.queryside.Samples.recorded;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.concordat.messages.Event;
import io.concordat.messages.contract.ContractId;
import io.concordat.messages.contract.FindContracts;
import io.concordat.messages.mesh.FindLineage;
import io.concordat.messages.mesh.FindMeshPulse;
import io.concordat.messages.mesh.LineageDirection;
import io.concordat.messages.mesh.LineageGraphView;
import io.concordat.messages.mesh.MeshPulseView;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.junit.jupiter.api.Test;

class RebuildTest {

  private static final List<Event> HISTORY =
      List.of(
          domain("payments"),
          domain("finance"),
          product("payments/settlements"),
          product("finance/ledger"),
          published("payments/settlements/daily", "1.0.0", 1),
          published("finance/ledger/postings", "1.0.0", 2, "payments/settlements/daily"),
          consumer("finance:board", 3, "finance/ledger/postings"),
          recorded("payments/settlements", 4, 10, 0),
          incident(1, "payments/settlements", 5),
          published("finance/ledger/postings", "1.1.0", 6));

  @Test
  void everyWayOfDeliveryEndsInTheSameAnswers() {
    try (ReadSide side = ReadSide.empty()) {
      List<GenericDomainEventMessage<?>> messages = messages();
      side.deliver(messages);
      List<Object> once = answers(side);
      assertThat(once).hasSize(3);

      messages.forEach(message -> side.deliver(List.of(message)));
      assertThat(answers(side)).isEqualTo(once);

      side.deliver(messages.subList(3, 8));
      assertThat(answers(side)).isEqualTo(once);

      side.reset();
      assertThat(side.ask(new FindMeshPulse()))
          .isEqualTo(new MeshPulseView(0, 0, 0, 0, 0, 0, null, 0));
      assertThat(lineage(side)).isEmpty();

      side.deliver(messages.subList(0, 6));
      side.deliver(messages.subList(4, 10));
      assertThat(answers(side)).isEqualTo(once);
    }
  }

  @Test
  void storesThatAreGoneAreAnErrorWithinSeconds() {
    try (ReadSide side = ReadSide.over("mongodb://127.0.0.1:1/none", "bolt://127.0.0.1:1")) {
      Instant start = Instant.now();

      assertThatThrownBy(() -> side.ask(new FindMeshPulse()))
          .hasStackTraceContaining("MongoTimeoutException");
      assertThatThrownBy(() -> lineage(side))
          .hasStackTraceContaining("ServiceUnavailableException");
      assertThatThrownBy(() -> side.deliver(messages())).isInstanceOf(IllegalStateException.class);

      assertThat(Duration.between(start, Instant.now())).isLessThan(Duration.ofSeconds(25));
    }
  }

  private static List<Object> answers(ReadSide side) {
    return List.of(
        side.ask(new FindMeshPulse()),
        lineage(side).orElseThrow(),
        side.ask(new FindContracts(Set.of(new ContractId("finance/ledger/postings")), null)));
  }

  private static java.util.Optional<LineageGraphView> lineage(ReadSide side) {
    return side.ask(
        new FindLineage("payments/settlements", LineageDirection.DOWNSTREAM, 5, Samples.day(5)));
  }

  private static List<GenericDomainEventMessage<?>> messages() {
    Map<String, Long> sequences = new HashMap<>();
    List<GenericDomainEventMessage<?>> messages = new ArrayList<>();
    for (Event event : HISTORY) {
      long sequence = sequences.merge(event.stream(), 0L, (before, zero) -> before + 1);
      messages.add(new GenericDomainEventMessage<>("test", event.stream(), sequence, event));
    }
    return messages;
  }
}

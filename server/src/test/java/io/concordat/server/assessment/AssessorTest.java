package io.concordat.server.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import io.concordat.eventstore.command.Commands;
import io.concordat.eventstore.command.Receipt;
import io.concordat.eventstore.deadline.Deadlines;
import io.concordat.messages.contract.AssessContract;
import io.concordat.messages.contract.ContractId;
import io.concordat.server.StreamsAtHand;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class AssessorTest {

  private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");
  private static final ContractId BROKEN = new ContractId("payments/settlements/broken");

  private final List<ContractId> assessed = new ArrayList<>();
  private final List<String> appointments = new ArrayList<>();

  /** Fails for one contract. */
  private final Commands commands =
      (command, actor, options) -> {
        ContractId contract = ((AssessContract) command).contract();
        if (contract.equals(BROKEN)) {
          return CompletableFuture.<Receipt>failedFuture(new IllegalStateException("unreadable"));
        }
        assessed.add(contract);
        return CompletableFuture.completedFuture(Receipt.EMPTY);
      };

  @Test
  void oneThatFailsIsTriedAgainAloneAndKeepsNoOtherFromIt() {
    new Assessor(
            commands,
            new StreamsAtHand()
                .with("contract:payments/settlements/a")
                .with(BROKEN.stream())
                .with("contract:payments/settlements/z")
                .with("product:payments/settlements"),
            new Noted(),
            Clock.fixed(NOW, ZoneOffset.UTC))
        .assessAll();

    assertThat(assessed)
        .containsExactly(
            new ContractId("payments/settlements/a"), new ContractId("payments/settlements/z"));
    assertThat(appointments).containsExactly("assess-contract-again " + BROKEN + " " + NOW);
  }

  private final class Noted implements Deadlines {
    @Override
    public void schedule(String taskName, String id, Instant at) {
      appointments.add(taskName + " " + id + " " + at);
    }

    @Override
    public void cancel(String taskName, String id) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Map<String, Integer> failing() {
      throw new UnsupportedOperationException();
    }
  }
}

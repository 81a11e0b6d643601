package io.concordat.server.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import io.concordat.eventstore.command.Commands;
import io.concordat.eventstore.command.Receipt;
import io.concordat.eventstore.deadline.Deadlines;
import io.concordat.eventstore.stream.StreamReader;
import io.concordat.messages.Event;
import io.concordat.messages.contract.AssessContract;
import io.concordat.messages.contract.ContractId;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
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
    new Assessor(commands, new Contracts(), new Noted(), Clock.fixed(NOW, ZoneOffset.UTC))
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
  }

  /** Three streams, of which nothing but the names is asked. */
  private static final class Contracts implements StreamReader {
    private static final List<String> STREAMS =
        List.of(
            "contract:payments/settlements/a", BROKEN.stream(), "contract:payments/settlements/z");

    @Override
    public List<String> streams(String type, String after, int limit) {
      return STREAMS.stream().filter(stream -> stream.compareTo(after) > 0).limit(2).toList();
    }

    @Override
    public boolean exists(String stream) {
      throw new UnsupportedOperationException();
    }

    @Override
    public boolean hasEvent(String stream, String eventType) {
      throw new UnsupportedOperationException();
    }

    @Override
    public List<Event> read(String stream, Set<Class<? extends Event>> types) {
      throw new UnsupportedOperationException();
    }

    @Override
    public List<Event> readAfter(String stream, long sequenceNumber) {
      throw new UnsupportedOperationException();
    }

    @Override
    public OptionalLong head(String stream) {
      throw new UnsupportedOperationException();
    }
  }
}

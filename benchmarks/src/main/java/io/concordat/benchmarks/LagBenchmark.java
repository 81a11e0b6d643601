package io.concordat.benchmarks;

import io.concordat.eventstore.command.Receipt;
import io.concordat.messages.council.CastVote;
import io.concordat.messages.council.VoteCast;
import io.concordat.messages.council.VoteChoice;
import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.SequenceNumber;
import org.axonframework.messaging.annotation.SourceId;

/**
 * How long a vote takes from the moment it should be sent to its event handler, at a fixed rate,
 * whatever the answers do. Arguments: votes a second (500), seconds (20).
 */
public final class LagBenchmark {

  private static final int SEATS = 64;
  private static final int BALLOTS = 64;

  private LagBenchmark() {}

  /** Notes when each event arrived. */
  @ProcessingGroup("benchmark-lag")
  static class Arrivals {
    final ConcurrentMap<String, Long> at = new ConcurrentHashMap<>();

    @EventHandler
    void on(VoteCast event, @SourceId String stream, @SequenceNumber long sequenceNumber) {
      at.put(stream + "@" + sequenceNumber, System.nanoTime());
    }
  }

  /** Runs it and prints one line. */
  public static void main(String[] arguments) throws Exception {
    int rate = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 500;
    int seconds = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 20;
    try (CouncilHouse house = CouncilHouse.open(SEATS, BALLOTS, Arrivals.class)) {
      run(house, rate, 10);
      long[] lags = run(house, rate, seconds);
      System.out.printf(
          Locale.ROOT,
          "%d votes/s: sent to handled p50 %.1f ms, p95 %.1f ms, p99 %.1f ms, max %.1f ms%n",
          rate,
          at(lags, 0.5),
          at(lags, 0.95),
          at(lags, 0.99),
          at(lags, 1));
    }
    System.exit(0);
  }

  private static double at(long[] sorted, double share) {
    return sorted[(int) Math.min(sorted.length - 1, Math.ceil(share * sorted.length))] / 1e6;
  }

  private static long[] run(CouncilHouse house, int rate, int seconds) throws Exception {
    int count = rate * seconds;
    long[] planned = new long[count];
    CompletableFuture<?>[] answers = new CompletableFuture<?>[count];
    String[] keys = new String[count];
    long start = System.nanoTime();
    for (int i = 0; i < count; i++) {
      int number = i;
      planned[i] = start + i * (TimeUnit.SECONDS.toNanos(1) / rate);
      while (System.nanoTime() < planned[i]) {
        LockSupport.parkNanos(planned[i] - System.nanoTime());
      }
      VoteChoice choice =
          (i / (SEATS * BALLOTS)) % 2 == 0 ? VoteChoice.CONSENT : VoteChoice.ABSTAIN;
      answers[i] =
          house
              .commands()
              .send(
                  new CastVote(house.ballots().get(i % BALLOTS), choice, start + "-" + i, null),
                  house.voters().get((i / BALLOTS) % SEATS))
              .thenAccept(receipt -> keys[number] = key(receipt));
    }
    CompletableFuture.allOf(answers).join();
    ConcurrentMap<String, Long> arrived = house.bean(Arrivals.class).at;
    long[] lags = new long[count];
    for (int i = 0; i < count; i++) {
      Long arrival = arrived.get(keys[i]);
      while (arrival == null) {
        TimeUnit.MILLISECONDS.sleep(1);
        arrival = arrived.get(keys[i]);
      }
      lags[i] = arrival - planned[i];
    }
    Arrays.sort(lags);
    return lags;
  }

  private static String key(Receipt receipt) {
    Receipt.Appended vote = receipt.appended().getFirst();
    return vote.stream() + "@" + vote.sequenceNumber();
  }
}

package io.concordat.benchmarks;

import io.concordat.messages.incident.IncidentSeverity;
import io.concordat.messages.mesh.ProductId;
import io.concordat.observation.evaluation.Flaw;
import io.concordat.observation.evaluation.Hysteresis;
import io.concordat.observation.evaluation.Observation;
import io.concordat.observation.evaluation.ObservationFault;
import io.concordat.observation.evaluation.ObservationReader;
import io.concordat.observation.evaluation.Promise;
import io.concordat.observation.evaluation.Tally;
import io.concordat.observation.evaluation.fold.Expectation;
import io.concordat.observation.evaluation.fold.ObservationFold;
import io.concordat.observation.evaluation.fold.ObservationFold.Moments;
import io.concordat.observation.evaluation.fold.Promised;
import io.concordat.observation.evaluation.fold.Promises;
import io.concordat.observation.evaluation.fold.Span;
import io.concordat.observation.evaluation.fold.Told;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * What the fold takes for one observation, reading included, as the number of products grows; each
 * has two commitments. Arguments: numbers of products (100, 1,000 and 10,000).
 */
public final class FoldBenchmark {

  /** Of the processor, so that other work on the machine weighs less. */
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private static final int BATCH = 500;
  private static final int ROUNDS = 3;
  private static final int OBSERVATIONS = 500_000;
  private static final long START = Instant.parse("2026-03-01T00:00:00Z").toEpochMilli();

  private FoldBenchmark() {}

  /** Runs it and prints a Markdown table. */
  public static void main(String[] arguments) {
    int[] sizes =
        arguments.length > 0
            ? Arrays.stream(arguments).mapToInt(Integer::parseInt).toArray()
            : new int[] {100, 1_000, 10_000};
    nanos(sizes[0]);
    System.out.println("| products | nanoseconds of the processor an observation |");
    System.out.println("|---|---|");
    for (int size : sizes) {
      double[] rounds = new double[ROUNDS];
      for (int round = 0; round < ROUNDS; round++) {
        rounds[round] = nanos(size);
      }
      System.out.printf(Locale.ROOT, "| %,d | %,.0f |%n", size, Load.median(rounds));
    }
  }

  private static double nanos(int products) {
    ObservationFold fold = new ObservationFold(new Two(), Moments.BEGINNING, new Deaf());
    Random chance = new Random(products);
    Folding folding = new Folding(fold);
    // Each commitment is known and has what it remembers.
    for (int each = 0; each < 2 * products; each += BATCH) {
      ObservationReader.readLines(batch(each, products, null), folding);
    }
    long inside = 0;
    for (int done = 0; done < OBSERVATIONS; done += BATCH) {
      byte[] batch = batch(done, products, chance);
      long start = THREADS.getCurrentThreadCpuTime();
      ObservationReader.readLines(batch, folding);
      inside += THREADS.getCurrentThreadCpuTime() - start;
    }
    return (double) inside / OBSERVATIONS;
  }

  private static byte[] batch(int first, int products, @Nullable Random chance) {
    StringBuilder text = new StringBuilder(BATCH * 200);
    for (int number = first; number < first + BATCH; number++) {
      int commitment = chance == null ? number % (2 * products) : chance.nextInt(2 * products);
      text.append("{\"id\":\"")
          .append(chance == null ? "first-" : "id-")
          .append(number)
          .append("\",\"contract\":\"payments/product-")
          .append(commitment / 2)
          .append("/main\",\"version\":\"1.0.0\",\"commitment\":\"completeness:payment.field_")
          .append(commitment % 2)
          .append("\",\"value\":0.25,\"unit\":\"percent\",\"observedAt\":\"")
          .append(Instant.ofEpochMilli(START + (chance == null ? 0 : 1_000L + number)))
          .append("\"}\n");
    }
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  private record Folding(ObservationFold fold) implements ObservationReader.Sink {

    @Override
    public void take(Observation observation, int line, String path) {
      fold.observe(1, START, observation, "checks");
    }

    @Override
    public void refuse(Flaw flaw) {
      throw new IllegalStateException(flaw.toString());
    }
  }

  /** Two promises of each contract. */
  private static final class Two implements Promises {

    private final Map<String, Map<String, Promised>> served =
        Map.of(
            "1.0.0",
            Map.of(
                "completeness:payment.field_0", promised(),
                "completeness:payment.field_1", promised()));

    private static Promised promised() {
      return new Promised(
          "nulls < 1 %",
          new Promise(List.of(new Promise.Range(0, true, 1, false)), "percent"),
          Long.MAX_VALUE,
          Hysteresis.USUAL,
          IncidentSeverity.MEDIUM,
          null,
          Expectation.every(Long.MAX_VALUE),
          null);
    }

    @Override
    public long asOf() {
      return 1;
    }

    @Override
    public List<Span> maintenance(ProductId product) {
      return List.of();
    }

    @Override
    public Map<String, Map<String, Promised>> of(String contract) {
      return served;
    }
  }

  /** Every promise is kept and counted; whatever is told is an error of this program. */
  private static final class Deaf implements Told {

    @Override
    public void turned(Turned turn) {
      throw new IllegalStateException(turn.toString());
    }

    @Override
    public void aside(Observation observation, String producer, ObservationFault fault, long at) {
      throw new IllegalStateException(fault + " " + observation);
    }

    @Override
    public void closed(ProductId product, long from, SortedMap<String, Tally.Counts> counts) {
      throw new IllegalStateException("No hour is closed without a tick");
    }
  }
}

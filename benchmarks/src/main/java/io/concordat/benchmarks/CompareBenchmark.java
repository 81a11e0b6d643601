package io.concordat.benchmarks;

import io.concordat.contract.change.Comparison;
import io.concordat.contract.odcs.OdcsContract;
import io.concordat.contract.odcs.OdcsReader;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/**
 * How long it takes to compare two contracts of 1,000 fields that were read before. The baseline is
 * reading the two documents.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(value = 1, jvmArgs = "-Xmx512m")
public class CompareBenchmark {

  private final String beforeText = ThousandFields.document(0);
  private final String afterText = ThousandFields.document(10);
  private final OdcsContract before = read(beforeText);
  private final OdcsContract same = read(beforeText);
  private final OdcsContract after = read(afterText);

  /** Runs it as a program. */
  public static void main(String[] args) throws RunnerException {
    new Runner(new OptionsBuilder().include(CompareBenchmark.class.getName()).build()).run();
  }

  /** Looks at what is compared, so that no figure is of nothing. */
  @Setup
  public void look() {
    int changes = Comparison.of(before, after).changes().size();
    if (changes != 501 || !Comparison.of(before, same).changes().isEmpty()) {
      throw new IllegalStateException("of 1,000 fields 100 differ in 5 ways, told: " + changes);
    }
  }

  /** 100 of the 1,000 fields differ in five ways each. */
  @Benchmark
  public Comparison oneInTenIsDifferent() {
    return Comparison.of(before, after);
  }

  /** Nothing is different. */
  @Benchmark
  public Comparison nothingIsDifferent() {
    return Comparison.of(before, same);
  }

  /** The baseline: both documents are read. */
  @Benchmark
  public List<OdcsContract> readingBoth() {
    return List.of(read(beforeText), read(afterText));
  }

  private static OdcsContract read(String document) {
    return Objects.requireNonNull(OdcsReader.read(document).contract());
  }
}

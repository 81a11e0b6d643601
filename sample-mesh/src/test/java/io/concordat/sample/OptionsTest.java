package io.concordat.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The command line. */
class OptionsTest {

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @Test
  void both_ways_to_give_a_value_mean_the_same() {
    assertThat(Options.of(List.of("--products=847", "--url", "http://localhost:9000")))
        .isEqualTo(Options.of(List.of("--url=http://localhost:9000", "--products", "847")))
        .extracting(Options::products, options -> options.url().getPort())
        .containsExactly(847, 9_000);
  }

  @Test
  void help_is_told_and_nothing_is_loaded() {
    assertThat(run("--help")).isZero();
    assertThat(out.toString(StandardCharsets.UTF_8)).contains("--products", "--months", "--quiet");
  }

  @ParameterizedTest
  @CsvSource({
    "--sample, There is no option --sample.",
    "--products, --products needs a value.",
    "--months=99, '--months must be a whole number from 0 to 24, was ''99''.'",
    "--parallel=x, '--parallel must be a whole number from 1 to 64, was ''x''.'",
    "--url=8080, '--url must be a http or https address, was ''8080''.'"
  })
  void what_is_not_understood_is_one_sentence(String argument, String told) {
    assertThat(run(argument)).isEqualTo(2);
    assertThat(err.toString(StandardCharsets.UTF_8)).startsWith(told);
  }

  @Test
  void a_service_that_is_away_ends_with_one() {
    assertThat(run("--url=http://127.0.0.1:1", "--patience=1", "--quiet")).isEqualTo(1);
    assertThat(err.toString(StandardCharsets.UTF_8)).contains("cannot be reached");
  }

  private int run(String... arguments) {
    return SampleMesh.run(
        List.of(arguments),
        new PrintStream(out, true, StandardCharsets.UTF_8),
        new PrintStream(err, true, StandardCharsets.UTF_8));
  }
}

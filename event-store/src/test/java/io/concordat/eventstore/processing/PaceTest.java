package io.concordat.eventstore.processing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PaceTest {

  private static final Duration GATHER = Duration.ofNanos(100);

  @Test
  void nothingWaitsForTheFirstFind() {
    assertThat(new Pace(GATHER).rest(0)).isZero();
  }

  @ParameterizedTest
  @CsvSource({"1000, 100", "1001, 99", "1099, 1", "1100, 0", "5000, 0"})
  void theNextLookIsWhenTheGatherTimeIsOver(long now, long rest) {
    Pace pace = new Pace(GATHER);
    pace.found(1_000);
    assertThat(pace.rest(now)).isEqualTo(rest);
  }

  @Test
  void theClockOfTheMachineMayRunOver() {
    Pace pace = new Pace(GATHER);
    pace.found(Long.MAX_VALUE);
    assertThat(pace.rest(Long.MIN_VALUE + 49)).isEqualTo(50);
  }

  @Test
  void withoutGatherTimeNothingWaits() {
    Pace pace = new Pace(Duration.ZERO);
    pace.found(7);
    assertThat(pace.rest(7)).isZero();
  }
}

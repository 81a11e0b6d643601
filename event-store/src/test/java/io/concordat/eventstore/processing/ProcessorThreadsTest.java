package io.concordat.eventstore.processing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProcessorThreadsTest {

  private final ProcessorThreads threads =
      new ProcessorThreads("test", 1, Duration.ofSeconds(5), () -> {});

  @AfterEach
  void end() {
    threads.shutdownNow();
  }

  @ParameterizedTest
  @CsvSource({"60000, 5000", "5000, 5000", "500, 500", "0, 0"})
  void noDelayIsLongerThanTheLongest(long asked, long longest) {
    assertThat(delay(asked)).isBetween(longest - 400, longest);
  }

  @Test
  void aSegmentThatIsFullIsLookedAtAgainSoon() {
    assertThat(delay(100)).isLessThanOrEqualTo(5);
  }

  private long delay(long asked) {
    return threads.schedule(() -> {}, asked, TimeUnit.MILLISECONDS).getDelay(TimeUnit.MILLISECONDS);
  }
}

package io.concordat.eventstore.deadline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeadlineSettingsTest {

  @ParameterizedTest
  @CsvSource({"0, PT10S", "1, PT20S", "2, PT40S", "4, PT2M40S", "5, PT5M", "2000000000, PT5M"})
  void thePauseDoublesUpToTheLongest(int failuresBefore, Duration pause) {
    assertThat(settings(Duration.ofSeconds(10), Duration.ofMinutes(5)).pause(failuresBefore))
        .isEqualTo(pause);
  }

  @Test
  void theLongestPauseIsNotShorterThanTheFirst() {
    assertThatThrownBy(() -> settings(Duration.ofSeconds(10), Duration.ofSeconds(9)))
        .hasMessageContaining("longest-retry");
  }

  private static DeadlineSettings settings(Duration retry, Duration longest) {
    return new DeadlineSettings(Duration.ofSeconds(2), 2, Duration.ofSeconds(15), retry, longest);
  }
}

package io.concordat.profile.anomaly;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DismissalsTest {

  @ParameterizedTest
  @CsvSource({
    "400, 400, false",
    "150, 400, false",
    "405, 400, false",
    "410, 400, false",
    "411, 400, true",
    "50, 400, true",
    "50, 40, false",
    "36, 40, false",
    "34, 40, true",
    "400, 40, true"
  })
  void whatWasDismissedIsUsualWithWhatLiesBetween(
      double observed, double dismissed, boolean unusual) {
    List<Anomaly> left =
        Dismissals.without(List.of(mean(observed)), List.of(mean(dismissed), volume(observed)));

    assertThat(left).hasSize(unusual ? 1 : 0);
  }

  @Test
  void aDistanceIsTwiceAtTwiceTheReach() {
    assertThat(mean(110).distance()).isEqualTo(1);
    assertThat(mean(120).distance()).isEqualTo(2);
    assertThat(mean(85).distance()).isEqualTo(3);
    assertThat(new Anomaly(AnomalyKind.NULL_RATE, 0.2, 0, 0, 0).distance()).isInfinite();
  }

  private static Anomaly mean(double observed) {
    return new Anomaly(AnomalyKind.MEAN, observed, 100, 95, 110);
  }

  private static Anomaly volume(double observed) {
    return new Anomaly(AnomalyKind.VOLUME, observed, 100, 95, 110);
  }
}

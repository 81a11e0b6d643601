package io.concordat.observation.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import io.concordat.observation.evaluation.Tally.Counts;
import io.concordat.observation.evaluation.Tally.Hour;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Checks by five minutes. */
class SlotsTest {

  private static final long START = Duration.ofDays(20_000).toMillis();
  private static final long MINUTE = Duration.ofMinutes(1).toMillis();

  private final Tally tally = new Tally();

  @Test
  void nothingIsKeptUnlessAsked() {
    tally.add(START, 1, 0);
    assertThat(tally.takeSlots()).isEmpty();
  }

  @Test
  void whatHasChangedIsToldOnce() {
    tally.keepSlots();
    tally.add(START, 1, 0);
    tally.add(START + 4 * MINUTE, 0, 2);
    tally.add(START + 5 * MINUTE, 1, 0);
    assertThat(tally.takeSlots())
        .containsExactlyInAnyOrder(
            new Hour(START, new Counts(1, 2)), new Hour(START + 5 * MINUTE, new Counts(1, 0)));
    assertThat(tally.takeSlots()).isEmpty();
    tally.add(START + MINUTE, 1, 0);
    assertThat(tally.takeSlots()).containsExactly(new Hour(START, new Counts(2, 2)));
  }

  @Test
  void whatWasSavedGoesOn() {
    tally.restoreSlot(START, new Counts(3, 4));
    assertThat(tally.takeSlots()).isEmpty();
    tally.add(START + MINUTE, 1, 0);
    assertThat(tally.takeSlots()).containsExactly(new Hour(START, new Counts(4, 4)));
  }

  @Test
  void whatIsLongOverIsForgotten() {
    tally.keepSlots();
    tally.add(START, 1, 0);
    tally.add(START + 76 * MINUTE, 1, 0);
    assertThat(tally.takeSlots()).containsExactly(new Hour(START + 75 * MINUTE, new Counts(1, 0)));
    tally.add(START, 1, 0);
    assertThat(tally.takeSlots()).isEmpty();
  }
}

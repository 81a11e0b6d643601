package io.concordat.server.observation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.concordat.observation.evaluation.Observation;
import io.concordat.observation.evaluation.Reading;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class BatchesAtHandTest {

  private static final Duration LONG = Duration.ofSeconds(30);

  private final BatchesAtHand atHand = new BatchesAtHand(settings(5));

  private static ObservationSettings settings(int most) {
    return new Binder(
            new MapConfigurationPropertySource(Map.of("concordat.observations.at-hand", most)))
        .bindOrCreate("concordat.observations", ObservationSettings.class);
  }

  private static List<Observation> batch(int size) {
    return Collections.nCopies(
        size, new Observation("1", "a/b/c", null, "freshness", null, 0, new Reading.Judged(1, 0)));
  }

  @Test
  void aBatchIsTakenOnce() {
    atHand.open();
    atHand.keep(1, batch(2));
    assertThat(atHand.take(1)).hasSize(2);
    assertThat(atHand.take(1)).isNull();
    assertThat(atHand.held()).isZero();
  }

  @Test
  void whatDoesNotFitIsNotKeptAndSmallerOnesAre() {
    atHand.open();
    atHand.keep(1, batch(3));
    atHand.keep(2, batch(3));
    atHand.keep(3, batch(2));
    assertThat(atHand.take(2)).isNull();
    assertThat(atHand.held()).isEqualTo(5);
    atHand.drop(1);
    assertThat(atHand.held()).isEqualTo(2);
  }

  @Test
  void nothingIsKeptWhereTheFoldRunsElsewhere() {
    atHand.keep(1, batch(1));
    assertThat(atHand.take(1)).isNull();
    atHand.open();
    atHand.keep(2, batch(1));
    atHand.close();
    assertThat(atHand.take(2)).isNull();
    assertThat(atHand.held()).isZero();
  }

  @Test
  void whoFindsNoRoomWaitsUntilSomeIsFolded() throws InterruptedException {
    atHand.open();
    atHand.keep(1, batch(4));
    Thread late = Thread.ofVirtual().start(() -> atHand.awaitRoom(2, LONG));
    await().until(() -> late.getState() == Thread.State.TIMED_WAITING);
    var unused = atHand.take(1);
    assertThat(late.join(LONG)).isTrue();
  }

  @Test
  void nobodyWaitsForEver() {
    atHand.open();
    atHand.keep(1, batch(4));
    atHand.awaitRoom(2, Duration.ofMillis(1));
    assertThat(atHand.held()).isEqualTo(4);
  }

  @Test
  void nobodyWaitsForWhatNeverFitsOrWhereTheFoldRunsElsewhere() {
    atHand.open();
    atHand.keep(1, batch(4));
    assertTimeoutPreemptively(LONG, () -> atHand.awaitRoom(6, Duration.ofHours(1)));
    atHand.close();
    assertTimeoutPreemptively(LONG, () -> atHand.awaitRoom(2, Duration.ofHours(1)));
  }
}

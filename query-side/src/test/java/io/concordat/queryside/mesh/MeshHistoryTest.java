package io.concordat.queryside.mesh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.concordat.messages.mesh.DomainId;
import io.concordat.messages.mesh.MeshMonthView;
import io.concordat.messages.request.DataRequestStatus;
import io.concordat.queryside.mesh.MeshHistory.Reads;
import io.concordat.queryside.request.Asked;
import io.concordat.queryside.request.LeadTimes;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MeshHistoryTest {

  private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");

  private static final MeshHistory HISTORY =
      new MeshHistory(
          List.of(
              asked("2026-09-10", DataRequestStatus.DELIVERED, "2026-10-01"),
              asked("2026-09-20", DataRequestStatus.DELIVERED, "2026-10-30"),
              asked("2026-09-30", DataRequestStatus.DECLINED, "2026-10-05"),
              asked("2026-10-31", DataRequestStatus.OPEN, null),
              asked("2026-11-01", DataRequestStatus.ACCEPTED, null)),
          List.of(at("2026-08-01"), at("2026-10-31"), at("2026-12-01")),
          List.of(at("2026-09-30")),
          List.of(
              List.of(new Reads(at("2026-09-01"), 2), new Reads(at("2026-10-15"), 5)),
              List.of(new Reads(at("2026-09-01"), 1), new Reads(at("2026-11-02"), 0))));

  private static Asked asked(String opened, DataRequestStatus status, @Nullable String closed) {
    return new Asked(
        new DomainId("payments"), status, at(opened), closed == null ? null : at(closed));
  }

  private static Instant at(String day) {
    return Instant.parse(day + "T00:00:00Z");
  }

  @Test
  void aMonthCountsWhatHappenedInItAndWhatStoodAtItsEnd() {
    assertThat(HISTORY.month(YearMonth.of(2026, 8), NOW))
        .isEqualTo(new MeshMonthView(YearMonth.of(2026, 8), 0, 0, 0, null, null, 1, 0, 0));
    assertThat(HISTORY.month(YearMonth.of(2026, 9), NOW))
        .isEqualTo(new MeshMonthView(YearMonth.of(2026, 9), 3, 0, 3, null, null, 1, 1, 3));
    assertThat(HISTORY.month(YearMonth.of(2026, 10), NOW))
        .isEqualTo(new MeshMonthView(YearMonth.of(2026, 10), 1, 2, 1, 30.5, 38.1, 2, 1, 6));
  }

  @Test
  void theMonthThatHasNotEndedIsToldAsItStandsNow() {
    assertThat(HISTORY.month(YearMonth.of(2026, 11), NOW))
        .isEqualTo(new MeshMonthView(YearMonth.of(2026, 11), 1, 0, 2, null, null, 2, 1, 5));
  }

  @ParameterizedTest
  @CsvSource({"1, 0.5, 1", "1 3, 0.5, 2", "1 2 9, 0.5, 2", "9 1 2, 0.9, 7.6", "4 4 4, 0.9, 4"})
  void aQuantileLiesBetweenTheNearestRanks(String days, double share, double expected) {
    List<Duration> times =
        Stream.of(days.split(" ")).map(day -> Duration.ofDays(Long.parseLong(day))).toList();

    assertThat(LeadTimes.days(times, share)).isNotNull().isCloseTo(expected, within(1e-9));
  }

  @Test
  void ofNothingThereIsNoQuantile() {
    assertThat(LeadTimes.days(List.of(), 0.5)).isNull();
  }
}

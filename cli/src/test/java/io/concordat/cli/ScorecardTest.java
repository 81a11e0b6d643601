package io.concordat.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.concordat.cli.FakeServer.Answer;
import io.concordat.cli.Run.Ended;
import java.io.IOException;
import java.nio.file.Path;
import java.time.YearMonth;
import java.time.ZoneOffset;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

class ScorecardTest {

  private static final String CARD =
      """
      {"scorecard":{"month":"2026-10","published":true,"publishedAt":"2026-11-02T00:00:00Z",
       "rows":[
        {"rank":1,"domain":{"id":"finance"},"compliancePercent":99.75,"trend":null,"checks":400,
         "standing":"RECOGNISED","monthsInNeed":0,"incidents":0,"medianSecondsToAcknowledge":null,
         "medianSecondsToResolve":null,"driftingContracts":0,"waivers":0},
        {"rank":2,"domain":{"id":"payments"},"compliancePercent":94.5,"trend":-1.25,"checks":1000,
         "standing":"NEEDS_SUPPORT","monthsInNeed":3,"incidents":2,"medianSecondsToAcknowledge":60,
         "medianSecondsToResolve":7260,"driftingContracts":1,"waivers":4}],
       "notMeasured":[{"id":"fraud \\u001b[31m"}]}}\
      """;

  @TempDir Path directory;
  private Run run;

  @BeforeEach
  void token() {
    run = new Run(directory).with("CONCORDAT_TOKEN", "t");
  }

  @Test
  void aMonthIsToldToPeople() throws IOException {
    try (FakeServer server = new FakeServer(_ -> Answer.data(CARD))) {
      Ended ended = run.execute("scorecard", "--month", "2026-10", "--server", server.address());

      assertThat(ended.code()).as(ended.err()).isZero();
      assertThat(ended.out())
          .contains("2026-10, published 2026-11-02T00:00:00Z")
          .containsPattern("1 {2}finance +99.750% +- +0 +- +0 +0 {2}recognised")
          .containsPattern(
              "payments +94.500% +-1.25 +2 +2 h 1 min +1 +4 {2}needs support, 3 months")
          .contains("not measured: fraud")
          .doesNotContain("\u001b");
      assertThat(server.asked().getLast().body())
          .contains("\"month\":\"2026-10\"", "\"recounted\":false");
    }
  }

  @Test
  void aClosedMonthThatIsCountedAgainIsNotCalledOpen() throws IOException {
    String again =
        CARD.replace("true,\"publishedAt\":\"2026-11-02T00:00:00Z\"", "false,\"publishedAt\":null");
    try (FakeServer server = new FakeServer(_ -> Answer.data(again))) {
      run.with("CONCORDAT_SERVER", server.address());

      assertThat(run.execute("scorecard", "--month", "2026-10", "--recounted").out())
          .startsWith("2026-10, counted from what is recorded by now\n");
      assertThat(run.execute("scorecard", "--month", "2026-10").out())
          .startsWith("2026-10, not closed: as it stands now\n");
    }
  }

  @Test
  void aMonthIsToldToPrograms() throws IOException {
    try (FakeServer server = new FakeServer(_ -> Answer.data(CARD))) {
      run.with("CONCORDAT_SERVER", server.address());

      assertThat(run.execute("scorecard", "--format", "csv").out().lines().skip(1))
          .containsExactly(
              "1,\"finance\",99.75,\"\",400,\"RECOGNISED\",0,0,\"\",\"\",0,0",
              "2,\"payments\",94.5,-1.25,1000,\"NEEDS_SUPPORT\",3,2,60,7260,1,4");
      assertThat(server.asked().getLast().body())
          .contains(YearMonth.now(ZoneOffset.UTC).toString());
      assertThat(
              JsonMapper.shared()
                  .readTree(run.execute("scorecard", "--recounted", "--format", "json").out())
                  .path("rows")
                  .size())
          .isEqualTo(2);
      assertThat(server.asked().getLast().body()).contains("\"recounted\":true");
    }
  }

  @Test
  void whatIsNoMonthIsNotAsked() throws IOException {
    try (FakeServer server = new FakeServer(_ -> Answer.data("{\"scorecard\":null}"))) {
      run.with("CONCORDAT_SERVER", server.address());

      assertThat(run.execute("scorecard", "--month", "October").code()).isEqualTo(2);
      assertThat(server.asked()).isEmpty();
      assertThat(run.execute("scorecard").code()).isEqualTo(3);
    }
  }
}

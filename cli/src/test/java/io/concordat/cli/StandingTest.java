package io.concordat.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.concordat.cli.FakeServer.Answer;
import io.concordat.cli.Run.Ended;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

class StandingTest {

  private static final String PRODUCT =
      """
      {"id":"payments/settlements","standings":[
        {"contract":{"id":"payments/settlements/daily"},"version":"1.0.0","commitment":"freshness",
         "state":"BREACHED","since":"2026-11-01T00:00:00Z","observedAt":"2026-11-02T00:00:00Z",
         "incident":{"id":"i-1"},
         "budget":{"month":"2026-11","objective":99.5,"checks":200,"allowed":2.5,"spent":3,
           "remaining":0,"percent":120,"projected":300,"burnRate":20,"exhausted":true,
           "burns":[{"speed":"FAST","since":"2026-11-02T00:00:00Z"}]}},
        {"contract":{"id":"payments/settlements/daily"},"version":"1.0.0",
         "commitment":"accuracy:x \\u001b[31m","state":"UNKNOWN","since":null,"observedAt":null,
         "incident":null,"budget":null}]}\
      """;

  @TempDir Path directory;
  private Run run;

  @BeforeEach
  void token() {
    run = new Run(directory).with("CONCORDAT_TOKEN", "t");
  }

  @Test
  void aProductIsToldToPeople() throws IOException {
    try (FakeServer server =
        new FakeServer(_ -> Answer.data("{\"dataProduct\":" + PRODUCT + "}"))) {
      Ended ended = run.execute("standing", "payments/settlements", "--server", server.address());

      assertThat(ended.code()).as(ended.err()).isZero();
      assertThat(ended.out())
          .startsWith("payments/settlements\n")
          .containsPattern(
              "breached +1.0.0 +freshness +98.500% of 99.5%, 120.0% of the budget spent,"
                  + " rate 20.0, burning fast, EXHAUSTED")
          .containsPattern("unknown +1.0.0 +accuracy:x .*no objective")
          .doesNotContain("\u001b");
      assertThat(server.asked().getLast().body()).contains("payments/settlements");
    }
  }

  @Test
  void allProductsAreToldToPrograms() throws IOException {
    String page =
        "{\"catalog\":{\"edges\":[{\"node\":"
            + PRODUCT
            + "}],\"pageInfo\":{\"hasNextPage\":false,\"endCursor\":\"c\"}}}";
    try (FakeServer server = new FakeServer(_ -> Answer.data(page))) {
      run.with("CONCORDAT_SERVER", server.address());

      assertThat(run.execute("standing", "--format", "csv").out().lines().skip(1).findFirst())
          .hasValue(
              "\"payments/settlements\",\"payments/settlements/daily\",\"1.0.0\",\"freshness\","
                  + "\"BREACHED\",\"2026-11-01T00:00:00Z\",\"2026-11-02T00:00:00Z\",200,98.5,99.5,"
                  + "2.5,3,0,120,20,true,\"i-1\"");
      assertThat(
              JsonMapper.shared()
                  .readTree(run.execute("standing", "--format", "json").out())
                  .path(0)
                  .path("standings")
                  .size())
          .isEqualTo(2);
    }
  }

  @Test
  void aProductThatIsNotThereIsTold() throws IOException {
    try (FakeServer server = new FakeServer(_ -> Answer.data("{\"dataProduct\":null}"))) {
      run.with("CONCORDAT_SERVER", server.address());

      Ended ended = run.execute("standing", "payments/none");
      assertThat(ended.code()).isEqualTo(2);
      assertThat(ended.err()).contains("payments/none");
    }
  }
}

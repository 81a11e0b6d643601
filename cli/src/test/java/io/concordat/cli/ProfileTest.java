package io.concordat.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.concordat.cli.FakeServer.Answer;
import io.concordat.cli.Run.Ended;
import io.concordat.profile.FieldSketch;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ProfileTest {

  @TempDir Path directory;
  private Run run;

  @BeforeEach
  void file() throws IOException {
    run = new Run(directory);
    Files.writeString(
        directory.resolve("daily.csv"),
        """
        code,amount
        AB-2024,10.5
        CD-2025,20.5
        AB-2024,
        x,11
        """);
  }

  @Test
  void tellsWhatTheColumnsLookLike() {
    Ended ended = run.execute("profile", "daily.csv");

    assertThat(ended.code()).as(ended.err()).isZero();
    assertThat(ended.out().lines())
        .containsExactly(
            "column         rows  null %     distinct  values",
            "code              4    0.00            3  'AA-9999' 3, 'a' 1",
            "amount            4   25.00            3  mean 14.0000, deviation 4.60072,"
                + " least 10.5000, median 11.0000, greatest 20.5000");
  }

  @Test
  void listsWhatTheServerFoundUnusual() throws IOException {
    String page =
        "{\"anomalies\":{\"edges\":[{\"node\":{\"contractId\":\"payments/settlements/daily\","
            + "\"field\":\"settlement.amount\",\"kind\":\"MEAN\",\"state\":\"DETECTED\","
            + "\"from\":\"2026-11-22T00:00:00Z\",\"observed\":400.0,\"expected\":100.0,"
            + "\"low\":90.0,\"high\":110.0,\"incident\":{\"id\":\"0195\"}}}],"
            + "\"pageInfo\":{\"hasNextPage\":false,\"endCursor\":null}}}";
    try (FakeServer server = new FakeServer(_ -> Answer.data(page))) {
      run.with("CONCORDAT_TOKEN", "token").with("CONCORDAT_SERVER", server.address());
      Ended told = run.execute("profile", "anomalies", "--contract", "payments/settlements/daily");

      assertThat(told.code()).as(told.err()).isZero();
      assertThat(told.out())
          .contains(
              "MEAN", "settlement.amount", "observed 400.000, expected 100.000", "1 anomaly.");
      assertThat(server.asked().getLast().body())
          .contains("\"contract\":\"payments/settlements/daily\"");
      assertThat(run.execute("profile", "anomalies").code()).isEqualTo(2);
    }
  }

  @Test
  void aDatabaseIsReadByAUrlWithoutAPassword() {
    Ended refused =
        run.execute(
            "profile",
            "--jdbc",
            "jdbc:postgresql://localhost/x?password=hunter2",
            "--table",
            "orders");
    assertThat(refused.code()).isEqualTo(2);
    assertThat(refused.err()).contains("neither user nor password").doesNotContain("hunter2");
    assertThat(run.execute("profile", "--jdbc", "jdbc:postgresql://localhost/x").err())
        .contains("one of --table and --query");
    assertThat(run.execute("profile").err()).contains("one of FILE and --jdbc");
  }

  @Test
  void sendsWhatTheColumnsLookLikeAndNoRow() throws IOException {
    String[] command = {
      "profile",
      "daily.csv",
      "--send",
      "--contract",
      "payments/settlements/daily",
      "--object",
      "settlement",
      "--from",
      "2026-11-22T00:00:00Z",
      "--to",
      "2026-11-23T00:00:00Z"
    };
    try (FakeServer server =
        new FakeServer(
            _ -> Answer.of(200, "{\"accepted\": 2, \"known\": true, \"problems\": []}"))) {
      run.with("CONCORDAT_TOKEN", "token").with("CONCORDAT_SERVER", server.address());
      Ended ended = run.execute(command);

      assertThat(ended.code()).as(ended.err()).isZero();
      assertThat(ended.err()).contains("2 of 2 columns sent.");
      assertThat(server.asked())
          .singleElement()
          .extracting(FakeServer.Asked::path)
          .isEqualTo("/api/v1/profiles");
      String body = server.asked().getFirst().body();
      JsonNode sent = JsonMapper.shared().readTree(body);
      assertThat(sent.get("contract").asString()).isEqualTo("payments/settlements/daily");
      assertThat(sent.get("from").asString()).isEqualTo("2026-11-22T00:00:00Z");
      byte[] sketch = Base64.getDecoder().decode(sent.at("/fields/settlement.amount").asString());
      assertThat(FieldSketch.of(sketch).figures().nulls()).isEqualTo(1);
      byte[] codes = Base64.getDecoder().decode(sent.at("/fields/settlement.code").asString());
      assertThat(FieldSketch.of(codes).figures().top()).isEmpty();
    }
  }

  @Test
  void whatTheServerRefusesIsTold() throws IOException {
    try (FakeServer server =
        new FakeServer(_ ->
            Answer.of(
                422,
                "{\"accepted\": 0, \"known\": false, \"problems\": [{\"code\":"
                    + " \"PROFILE_INVALID\", \"message\": \"The window has not ended yet.\","
                    + " \"path\": \"$.to\"}]}"))) {
      run.with("CONCORDAT_TOKEN", "token").with("CONCORDAT_SERVER", server.address());
      Ended ended =
          run.execute(
              "profile",
              "daily.csv",
              "--send",
              "--contract",
              "a/b/c",
              "--from",
              "2096-11-22T00:00:00Z",
              "--to",
              "2096-11-23T00:00:00Z");

      assertThat(ended.code()).isEqualTo(1);
      assertThat(ended.err()).contains("$.to  PROFILE_INVALID: The window has not ended yet.");
    }
    Ended backwards =
        run.execute(
            "profile",
            "daily.csv",
            "--send",
            "--contract",
            "a/b/c",
            "--from",
            "2026-11-22T00:00:00Z",
            "--to",
            "2026-11-21");
    assertThat(backwards.code()).isEqualTo(2);
    assertThat(backwards.err()).contains("--to is a time with its zone");
  }

  @Test
  void valuesAreToldOnlyWhenAskedFor() {
    assertThat(run.execute("profile", "daily.csv", "--format", "json").out())
        .doesNotContain("AB-2024");
    JsonNode told =
        JsonMapper.shared()
            .readTree(
                run.execute(
                        "profile", "daily.csv", "--values", "--columns", "code", "--format", "json")
                    .out());
    assertThat(told.propertyNames()).containsExactly("code");
    assertThat(told.at("/code/top/0/item").asString()).isEqualTo("AB-2024");
    assertThat(told.at("/code/top/0/count").asInt()).isEqualTo(2);
    assertThat(told.at("/code/numbers").isNull()).isTrue();
  }

  @Test
  void jsonLinesAreReadToo() throws IOException {
    Files.writeString(directory.resolve("daily.jsonl"), "{\"a\":1}\n{\"a\":null}\n{\"a\":3}\n");

    assertThat(run.execute("profile", "daily.jsonl").out()).contains("33.33").contains("mean 2.");
  }

  @Test
  void whatIsNotThereIsExitCode2() throws IOException {
    assertThat(run.execute("profile", "none.csv").err()).contains("there is no file");
    Ended ended = run.execute("profile", "daily.csv", "--columns", "fee");
    assertThat(ended.code()).isEqualTo(2);
    assertThat(ended.err()).contains("daily.csv has no column fee. It has: code, amount.");
    Files.writeString(directory.resolve("broken.parquet"), "not parquet");
    Ended broken = run.execute("profile", "broken.parquet");
    assertThat(broken.code()).isEqualTo(2);
    assertThat(broken.err()).contains("cannot be read as parquet");
  }
}

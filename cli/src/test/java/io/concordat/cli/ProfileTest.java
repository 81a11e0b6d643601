package io.concordat.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.concordat.cli.Run.Ended;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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

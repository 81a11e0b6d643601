package io.concordat.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.concordat.cli.Run.Ended;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExportTest {

  @TempDir Path directory;
  private Run run;

  @BeforeEach
  void files() throws IOException {
    run = new Run(directory);
    Files.writeString(directory.resolve("daily.odcs.yaml"), Contracts.GOOD);
  }

  @Test
  void everyFormatThatIsListedCanBeWritten() {
    for (String line : run.execute("export", "--list").out().lines().toList()) {
      String format = line.substring(0, line.indexOf(' '));
      if (!format.startsWith("view-")) {
        Ended ended = run.execute("export", format, "daily.odcs.yaml", "--to", "out/" + format);
        assertThat(ended.code()).as(format + ended.err()).isZero();
        assertThat(directory.resolve("out/" + format)).isNotEmptyDirectory();
      }
    }
  }

  @Test
  void oneFileGoesToStandardOutput() {
    Ended ended = run.execute("export", "sql-postgresql", "daily.odcs.yaml");

    assertThat(ended.code()).isZero();
    assertThat(ended.out()).contains("CREATE TABLE").contains("settlement_id");
  }

  @Test
  void badUseIsTold() throws IOException {
    Files.writeString(directory.resolve("bad.odcs.yaml"), Contracts.BAD);
    Files.writeString(directory.resolve("same.odcs.yaml"), Contracts.GOOD);

    assertThat(run.execute("export").code()).isEqualTo(2);
    assertThat(run.execute("export", "nonsense", "daily.odcs.yaml").err()).contains("json-schema");
    assertThat(run.execute("export", "html").code()).isEqualTo(2);
    assertThat(run.execute("export", "html", "bad.odcs.yaml").err()).contains("concordat lint");
    assertThat(run.execute("export", "html", "none.yaml").code()).isEqualTo(2);
    assertThat(
            run.execute("export", "html", "daily.odcs.yaml", "same.odcs.yaml", "--to", "x").code())
        .isEqualTo(2);
    assertThat(directory.resolve("x")).doesNotExist();
  }
}

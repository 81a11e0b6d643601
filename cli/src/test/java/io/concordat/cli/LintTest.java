package io.concordat.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.concordat.cli.Run.Ended;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LintTest {

  @TempDir Path directory;
  private Run run;

  @BeforeEach
  void files() throws IOException {
    run = new Run(directory);
    Path deep = Files.createDirectories(directory.resolve("contracts/payments"));
    Files.writeString(deep.resolve("daily.odcs.yaml"), Contracts.GOOD);
    Files.writeString(deep.resolve("bad.odcs.yml"), Contracts.BAD);
    Files.writeString(deep.resolve("other.yaml"), "not: a contract");
  }

  @Test
  void aValidContractIsFine() {
    Ended ended = run.execute("lint", "contracts/payments/daily.odcs.yaml");

    assertThat(ended.code()).isZero();
    assertThat(ended.out())
        .isEqualTo(
            "passed  contracts/payments/daily.odcs.yaml  payments/settlements/daily 1.4.0\n"
                + "1 contract: 1 passed.\n");
    assertThat(ended.err()).isEmpty();
  }

  @Test
  void anInvalidOneIsAViolationWithLineAndColumn() {
    Ended ended = run.execute("lint", "contracts/payments/bad.odcs.yml");

    int line = Contracts.BAD.lines().toList().indexOf("        logicalType: nmber") + 1;
    assertThat(line).isPositive();
    assertThat(ended.code()).isEqualTo(1);
    assertThat(ended.out()).contains(line + ":9").contains("nmber").contains("1 failed");
  }

  @Test
  void aDirectoryIsReadWithAllBelowAndCounted() {
    Ended ended = run.execute("lint", ".");

    assertThat(ended.code()).isEqualTo(1);
    assertThat(ended.out())
        .contains("contracts/payments/bad.odcs.yml")
        .doesNotContain("other.yaml")
        .contains("2 contracts: 1 passed, 1 failed, 1 error.");
  }

  @Test
  void hiddenDirectoriesArePassedBy() throws IOException {
    Path hidden = Files.createDirectories(directory.resolve("contracts/.cache"));
    Files.writeString(hidden.resolve("bad.odcs.yaml"), Contracts.BAD);

    assertThat(run.execute("lint", "contracts").out()).contains("2 contracts:");
    assertThat(run.execute("lint", "contracts/.cache").out()).contains("1 contract:");
  }

  @Test
  void aFileThatIsNamedTwiceIsReadOnce() {
    Ended ended =
        run.execute(
            "lint", "contracts", "contracts/payments/daily.odcs.yaml", "./contracts/payments");

    assertThat(ended.out()).contains("2 contracts:");
  }

  @Test
  void standardInputIsADocument() {
    assertThat(run.input(Contracts.GOOD).execute("lint", "-").code()).isZero();
    assertThat(run.input(Contracts.BAD).execute("lint", "-").out()).contains("failed  stdin");
  }

  @Test
  void whatCannotBeReadIsNeverFine() throws IOException {
    Files.createDirectories(directory.resolve("empty"));
    Files.write(
        directory.resolve("latin.odcs.yaml"), "id: ä".getBytes(StandardCharsets.ISO_8859_1));

    assertThat(run.execute("lint", "nope.yaml").code()).isEqualTo(2);
    assertThat(run.execute("lint", "empty").code()).isEqualTo(2);
    assertThat(run.execute("lint", "latin.odcs.yaml").out()).contains("not UTF-8");
    assertThat(run.execute("lint", "latin.odcs.yaml").code()).isEqualTo(2);
    assertThat(run.input("").execute("lint", "-").code()).isEqualTo(2);
    assertThat(run.execute("lint", "contracts", "nope.yaml").code())
        .as("the gravest counts")
        .isEqualTo(2);
  }

  @Test
  void badUsageIsTold() {
    assertThat(run.execute("lint").code()).isEqualTo(2);
    assertThat(run.execute("lint", "--nonsense", ".").code()).isEqualTo(2);
    assertThat(run.execute("lint", ".", "--output", "xml").code()).isEqualTo(2);
    assertThat(run.execute("nonsense").code()).isEqualTo(2);
    assertThat(run.execute().code()).isEqualTo(2);
    assertThat(run.execute().err()).contains("--help");
  }

  @Test
  void anIdThatConcordatCannotPublishIsAWarning() throws IOException {
    Files.writeString(directory.resolve("a.yaml"), Contracts.named("urn:other:thing"));

    Ended ended = run.execute("lint", "a.yaml");
    assertThat(ended.code()).isZero();
    assertThat(ended.out()).contains("warning").contains("3:1").contains("[contract-id] $.id");
    assertThat(run.execute("lint", "a.yaml", "--strict").code()).isEqualTo(1);
  }

  @Test
  void coloursAreForTerminalsThatWantThem() {
    assertThat(run.execute("lint", "contracts").out()).doesNotContain("\u001b");
    assertThat(run.terminal().execute("lint", "contracts").out()).contains("\u001b[31m");
    assertThat(run.with("NO_COLOR", "1").execute("lint", "contracts").out())
        .doesNotContain("\u001b");
  }

  @Test
  void everyCommandHelpsWithExamples() {
    for (String command : Concordat.commandLine(hostless(), "").getSubcommands().keySet()) {
      if (!command.equals("help")) {
        Ended ended = run.execute(command, "--help");
        assertThat(ended.code()).as(command).isZero();
        assertThat(ended.out()).as(command).containsPattern("Examples?[:,]");
        assertThat(run.execute(command, "--version").out()).as(command).startsWith("concordat ");
      }
    }
  }

  private io.concordat.cli.host.Host hostless() {
    return new io.concordat.cli.host.Host(
        java.util.Map.of(), directory, java.io.InputStream.nullInputStream(), false, _ -> null);
  }

  @Test
  void aPromiseThatNobodyCanCheckIsANoteAndFailsNothing() throws IOException {
    assertThat(run.input(Contracts.GOOD).execute("lint", "-").out())
        .doesNotContain("[not-evaluable]");

    Ended ended =
        run.input(Contracts.GOOD.replace("value: 4\n", "value: soon\n"))
            .execute("lint", "-", "--strict");
    assertThat(ended.code()).as(ended.out() + ended.err()).isZero();
    assertThat(ended.out()).contains("note").contains("[not-evaluable] $.slaProperties[0]");
  }
}

package io.concordat.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.concordat.cli.FakeServer.Answer;
import io.concordat.cli.Run.Ended;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Comparisons with a git reference, in a repository of the test's own. */
class GitTest {

  private static final String REMOVED =
      Contracts.GOOD.substring(0, Contracts.GOOD.indexOf("      - name: amount"))
          + Contracts.GOOD.substring(Contracts.GOOD.indexOf("team:"));

  @TempDir Path directory;
  private Run run;
  private Path daily;

  @BeforeEach
  void repository() throws Exception {
    run = new Run(directory).with("PATH", System.getenv("PATH"));
    git("init", "-q", "-b", "main");
    git("config", "user.email", "test@concordat.invalid");
    git("config", "user.name", "test");
    daily = directory.resolve("contracts/payments/daily.odcs.yaml");
    Files.createDirectories(daily.getParent());
    Files.writeString(daily, Contracts.GOOD);
    Files.writeString(
        directory.resolve("contracts/other.odcs.yaml"), Contracts.named("payments/other/other"));
    git("add", "-A");
    git("commit", "-qm", "start");
  }

  @Test
  void nothingChangedIsFine() {
    Ended ended = run.execute("breaking", "--against", "main");

    assertThat(ended.code()).as(ended.err()).isZero();
    assertThat(ended.out()).contains("2 contracts: 2 passed.");
    assertThat(ended.out()).as("of many, only what differs is told").doesNotContain("daily");
    assertThat(run.execute("diff", "contracts/other.odcs.yaml", "--against", "HEAD").out())
        .contains("nothing has changed");
  }

  @Test
  void aRemovedFieldBreaksUnlessAMajorVersionSaysSo() throws IOException {
    Files.writeString(daily, REMOVED);

    Ended ended = run.execute("breaking", "--against", "main");
    assertThat(ended.code()).isEqualTo(1);
    assertThat(ended.out()).contains("amount").contains("[version] $.version").contains("2.0.0");

    Files.writeString(daily, REMOVED.replace("version: 1.4.0", "version: 2.0.0"));
    assertThat(run.execute("breaking", "--against", "main").code()).isZero();
    assertThat(run.execute("breaking", "--against", "main").out()).contains("warning");
    assertThat(run.execute("breaking", "--against", "main", "--strict").code()).isEqualTo(1);
    assertThat(run.execute("diff", "--against", "main").code()).isZero();
  }

  @Test
  void anAddedFieldAsksForAMinorVersionInDiffAndIsNothingToBreaking() throws IOException {
    String added =
        Contracts.GOOD.replace(
            "team:\n",
            """
              - name: refund
                logicalType: object
                properties:
                  - {name: id, logicalType: string}
            team:
            """);
    Files.writeString(daily, added);

    Ended diff = run.execute("diff", "contracts/payments/daily.odcs.yaml", "--against", "main");
    assertThat(diff.code()).as(diff.out()).isEqualTo(1);
    assertThat(diff.out()).contains("minor version, 1.5.0");
    assertThat(run.execute("breaking", "--against", "main").code()).isZero();

    Files.writeString(daily, added.replace("version: 1.4.0", "version: 1.5.0"));
    assertThat(run.execute("diff", "--against", "main").code()).isZero();
  }

  @Test
  void subfoldersSeeTheirOwnFiles() throws IOException {
    Files.writeString(daily, REMOVED);
    Run below =
        new Run(directory.resolve("contracts/payments")).with("PATH", System.getenv("PATH"));

    Ended ended = below.execute("breaking", "--against", "main");
    assertThat(ended.out()).contains("failed  daily.odcs.yaml").contains("1 contract:");
    assertThat(below.execute("breaking", "../other.odcs.yaml", "--against", "main").code())
        .isZero();
  }

  @Test
  void aNewContractIsNoChange() throws IOException {
    Files.writeString(
        directory.resolve("contracts/new.odcs.yaml"), Contracts.named("payments/fresh/fresh"));

    Ended ended = run.execute("breaking", "--against", "main");
    assertThat(ended.code()).isZero();
    assertThat(ended.out()).contains("New: there is no such contract in main.");
  }

  @Test
  void whatIsNotFetchedIsToldWithTheWayToFetchIt() {
    Ended ended = run.execute("breaking", "--against", "origin/release");
    assertThat(ended.code()).isEqualTo(2);
    assertThat(ended.err())
        .contains("git fetch --depth=1 origin release, then --against FETCH_HEAD");
    assertThat(run.execute("breaking", "--against", "main~9").err())
        .contains("git fetch --unshallow");
  }

  @Test
  void aDeletedContractBreaks() throws IOException {
    Files.delete(daily);

    for (String what : List.of(".", "contracts/payments/daily.odcs.yaml", "contracts/payments")) {
      Ended ended = run.execute("breaking", what, "--against", "main");
      assertThat(ended.code()).as(what).isEqualTo(1);
      assertThat(ended.out()).contains("contract-removed").contains("payments/settlements/daily");
    }
  }

  @Test
  void aMovedFileIsComparedWithWhatItWas() throws Exception {
    Path moved = directory.resolve("contracts/elsewhere/renamed.odcs.yaml");
    Files.createDirectories(moved.getParent());
    Files.delete(daily);
    Files.writeString(moved, REMOVED);

    for (String what : List.of(".", "contracts/elsewhere/renamed.odcs.yaml")) {
      Ended ended = run.execute("breaking", what, "--against", "main");
      assertThat(ended.code()).isEqualTo(1);
      assertThat(ended.out()).contains("amount").doesNotContain("contract-removed");
    }
    Files.writeString(moved, Contracts.GOOD);
    assertThat(run.execute("breaking", "--against", "main").code()).isZero();
  }

  @Test
  void filesThatChangePlacesAreToldApart() throws IOException {
    Path other = directory.resolve("contracts/other.odcs.yaml");
    String otherText = Files.readString(other);
    Files.writeString(other, Contracts.GOOD);
    Files.writeString(daily, otherText);

    Ended ended = run.execute("diff", "--against", "main");
    assertThat(ended.code()).as(ended.out()).isZero();
    assertThat(ended.out()).contains("2 contracts: 2 passed.");
  }

  @Test
  void aContractThatIsReplacedUnderItsPathIsGone() throws IOException {
    Files.writeString(daily, Contracts.named("payments/fresh/fresh"));

    Ended ended = run.execute("breaking", "--against", "main");
    assertThat(ended.code()).isEqualTo(1);
    assertThat(ended.out()).contains("contract-removed").contains("payments/settlements/daily");
  }

  @Test
  void aComparisonThatFailsIsNeverClean() throws Exception {
    assertThat(run.execute("breaking", "--against", "nowhere").code()).isEqualTo(2);
    assertThat(run.execute("breaking", "--against", "--help-me").code()).isEqualTo(2);
    assertThat(run.execute("breaking", "nope.yaml", "--against", "main").code()).isEqualTo(2);
    assertThat(run.execute("breaking", "../..", "--against", "main").code()).isEqualTo(2);
    assertThat(run.execute("breaking", "-", "--against", "main").code()).isEqualTo(2);
    assertThat(run.execute("breaking").code()).isEqualTo(2);
    assertThat(run.execute("diff", "a.yaml", "b.yaml").code()).isEqualTo(2);

    Files.writeString(daily, Contracts.BAD);
    Ended after = run.execute("breaking", "--against", "main");
    assertThat(after.code()).isEqualTo(2);
    assertThat(after.out()).contains("not a valid contract").contains("unreadable");

    git("add", "-A");
    git("commit", "-qm", "broken");
    Files.writeString(daily, Contracts.GOOD);
    Ended before = run.execute("breaking", "--against", "main");
    assertThat(before.code()).isEqualTo(2);
    assertThat(before.out()).contains("main:contracts/payments/daily.odcs.yaml is not a valid");
    for (String format : List.of("json", "junit", "sarif", "markdown", "github")) {
      assertThat(run.execute("breaking", "--against", "main", "-o", format).code())
          .as(format)
          .isEqualTo(2);
    }
  }

  @Test
  void outsideOfARepositoryIsTold(@TempDir Path elsewhere) throws IOException {
    Files.writeString(elsewhere.resolve("a.odcs.yaml"), Contracts.GOOD);
    Run outside =
        new Run(elsewhere)
            .with("PATH", System.getenv("PATH"))
            .with("GIT_CEILING_DIRECTORIES", elsewhere.getParent().toString());

    Ended ended = outside.execute("breaking", "--against", "main");
    assertThat(ended.code()).isEqualTo(2);
    assertThat(ended.err()).contains("not in a git repository");
  }

  @Test
  void twoFilesNeedNoGit() throws IOException {
    Files.writeString(directory.resolve("before.yaml"), Contracts.GOOD);
    Files.writeString(directory.resolve("after.yaml"), REMOVED);

    Ended ended = run.execute("diff", "before.yaml", "after.yaml", "-o", "json");
    assertThat(ended.code()).isEqualTo(1);
    JsonNode sheet = JsonMapper.shared().readTree(ended.out()).path("files").path(0);
    assertThat(sheet.path("comparison").path("bump").asString()).isEqualTo("major");
    assertThat(
            sheet
                .path("findings")
                .valueStream()
                .map(f -> f.path("change").path("element").asString("")))
        .contains("settlement.amount");
    assertThat(run.execute("diff", "after.yaml", "before.yaml").out()).contains("minor");
    assertThat(run.input(REMOVED).execute("diff", "before.yaml", "-").code()).isEqualTo(1);
  }

  @Test
  void theServersVersionIsASide() throws IOException {
    Files.writeString(daily, REMOVED);
    String answer =
        JsonMapper.shared()
            .writeValueAsString(
                java.util.Map.of(
                    "contract",
                    java.util.Map.of(
                        "current",
                        java.util.Map.of("version", "1.4.0", "document", Contracts.GOOD))));
    String file = "contracts/payments/daily.odcs.yaml";
    try (FakeServer server = new FakeServer(_ -> Answer.data(answer))) {
      run.with("CONCORDAT_TOKEN", "t").with("CONCORDAT_SERVER", server.address());
      Ended ended = run.execute("breaking", file, "--against", "server");
      assertThat(ended.code()).isEqualTo(1);
      assertThat(ended.out()).contains("amount");
    }
    try (FakeServer none = new FakeServer(_ -> Answer.data("{\"contract\":null}"))) {
      run.with("CONCORDAT_SERVER", none.address());
      assertThat(run.execute("breaking", file, "--against", "server").code()).isZero();
      assertThat(run.execute("breaking", file, "--against", "server:9.9.9").code()).isEqualTo(2);
    }
    run.with("CONCORDAT_SERVER", "http://127.0.0.1:1");
    assertThat(run.execute("breaking", file, "--against", "server").code()).isEqualTo(3);
  }

  @Test
  void theChangelogIsMarkdown() throws IOException {
    Files.writeString(daily, REMOVED.replace("version: 1.4.0", "version: 2.0.0"));

    Ended ended = run.execute("changelog", "--against", "main");
    assertThat(ended.code()).isZero();
    assertThat(ended.out())
        .startsWith("# Changelog\n")
        .contains("## payments/settlements/daily 2.0.0")
        .contains("### Breaking")
        .contains("Since 1.4.0.")
        .doesNotContain("payments/other");
  }

  private void git(String... command) throws IOException, InterruptedException {
    List<String> all = new ArrayList<>(List.of("git", "-C", directory.toString()));
    all.addAll(List.of(command));
    Process process = new ProcessBuilder(all).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes());
    assertThat(process.waitFor()).as(said).isZero();
  }
}

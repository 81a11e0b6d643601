package io.concordat.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.concordat.cli.Scripts.Ended;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The real launcher in a source tree of the test's own, where the build is a copy of one jar. */
class LauncherTest {

  @TempDir Path directory;
  private Path tree;
  private final Map<String, String> environment = new TreeMap<>();

  @BeforeEach
  void sources() throws IOException {
    tree = Files.createDirectories(directory.resolve("tree"));
    Path root = Scripts.root();
    Scripts.script(tree.resolve("concordat"), Files.readString(root.resolve("concordat")));
    Files.createDirectories(tree.resolve("local-stack"));
    Files.copy(root.resolve("local-stack/find-jdk.sh"), tree.resolve("local-stack/find-jdk.sh"));
    Files.createDirectories(tree.resolve("docs/examples"));
    for (String part : List.of("cli", "contract-model", "messages")) {
      Files.createDirectories(tree.resolve(part + "/src/main"));
      Files.writeString(tree.resolve(part + "/pom.xml"), "<project/>");
    }
    Files.writeString(tree.resolve("pom.xml"), "<project/>");
    Path jar = Scripts.jar(directory.resolve("built.jar"));
    Scripts.script(
        tree.resolve("mvnw"),
        """
        #!/usr/bin/env bash
        echo "$@" >>builds
        if [ -f broken ]; then echo "a compile error"; exit 1; fi
        mkdir -p cli/target/lib && cp %s cli/target/concordat-cli.jar
        """
            .formatted(jar));
    environment.put("JAVA_HOME", System.getProperty("java.home"));
    environment.put("XDG_CONFIG_HOME", directory.resolve("config").toString());
    Files.writeString(directory.resolve("good.odcs.yaml"), Contracts.GOOD);
    Files.writeString(directory.resolve("bad.odcs.yaml"), Contracts.BAD);
  }

  private Ended concordat(String... arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of(tree.resolve("concordat").toString()));
    command.addAll(List.of(arguments));
    return Scripts.run(directory, environment, command);
  }

  private int builds() throws IOException {
    Path log = tree.resolve("builds");
    return Files.exists(log) ? Files.readAllLines(log).size() : 0;
  }

  @Test
  void buildsOnFirstUseAndWhenASourceHasChangedAndTellsItOnStandardErrorAlone() throws Exception {
    Ended first = concordat("lint", "good.odcs.yaml", "--output", "json");
    assertThat(first.code()).as(first.err()).isZero();
    assertThat(first.out()).startsWith("{").endsWith("}\n");
    assertThat(first.err()).contains("building");
    assertThat(builds()).isEqualTo(1);

    Ended second = concordat("lint", "good.odcs.yaml");
    assertThat(second.err()).isEmpty();
    assertThat(builds()).isEqualTo(1);

    Path source = Files.writeString(tree.resolve("messages/src/main/A.java"), "class A {}");
    Files.setLastModifiedTime(source, FileTime.from(Instant.now().plusSeconds(2)));
    concordat("--version");
    assertThat(builds()).isEqualTo(2);
  }

  @Test
  void exitCodesComeThrough() throws Exception {
    assertThat(concordat("lint", "good.odcs.yaml").code()).isZero();
    assertThat(concordat("lint", "bad.odcs.yaml").code()).isEqualTo(1);
    assertThat(concordat("lint", "none.odcs.yaml").code()).isEqualTo(2);
    environment.put("CONCORDAT_TOKEN", "t");
    assertThat(concordat("check", "good.odcs.yaml", "--server", "http://127.0.0.1:1").code())
        .isEqualTo(3);
  }

  @Test
  void aFileOfDataIsReadWithoutWarningsOfTheMachine() throws Exception {
    Files.writeString(directory.resolve("data.csv"), "id,amount\n1,10.5\n");

    Ended ended = concordat("profile", "data.csv");

    assertThat(ended.code()).as(ended.err()).isZero();
    assertThat(ended.out()).contains("amount");
    assertThat(ended.err()).doesNotContain("WARNING");
  }

  @Test
  void aBuildThatFailsIsNoResult() throws Exception {
    Files.writeString(tree.resolve("broken"), "");

    Ended ended = concordat("lint", "good.odcs.yaml");
    assertThat(ended.code()).isEqualTo(2);
    assertThat(ended.out()).isEmpty();
    assertThat(ended.err()).contains("a compile error").contains("build failed");

    Files.delete(tree.resolve("broken"));
    assertThat(concordat("lint", "good.odcs.yaml").code()).isZero();
  }

  @Test
  void aLinkOnThePathFindsTheSources() throws Exception {
    Path link =
        Files.createSymbolicLink(
            Files.createDirectories(directory.resolve("bin")).resolve("concordat"),
            tree.resolve("concordat"));

    Ended ended =
        Scripts.run(directory, environment, List.of(link.toString(), "lint", "good.odcs.yaml"));
    assertThat(ended.code()).as(ended.err()).isZero();
  }

  @Test
  void aDocumentThatIsNotAsciiIsToldAsItIs() throws Exception {
    Files.writeString(
        directory.resolve("größe.odcs.yaml"), Contracts.BAD.replace("nmber", "zähler"));
    environment.put("LC_ALL", "C");

    Ended ended = concordat("lint", "größe.odcs.yaml");
    assertThat(ended.out()).contains("größe.odcs.yaml").contains("zähler");
  }

  @Test
  void aBuildFolderThatCannotBeWrittenIsOneSentence() throws Exception {
    Files.writeString(tree.resolve("cli/target"), "in the way");

    Ended ended = concordat("lint", "good.odcs.yaml");
    assertThat(ended.code()).isEqualTo(2);
    assertThat(ended.out()).isEmpty();
    assertThat(ended.err().lines())
        .singleElement()
        .asString()
        .contains("cli/target is no directory that can be written");
  }

  @Test
  void aLockThatCannotBeTakenIsOneSentence() throws Exception {
    Files.createDirectories(tree.resolve("cli/target"));
    Files.writeString(tree.resolve("cli/target/concordat.builder"), "in the way");

    Ended ended = concordat("lint", "good.odcs.yaml");
    assertThat(ended.code()).isEqualTo(2);
    assertThat(ended.err().lines()).singleElement().asString().contains("concordat.builder");
  }

  @Test
  void theLockOfARunThatWasKilledIsTakenOver() throws Exception {
    Path target = Files.createDirectories(tree.resolve("cli/target"));
    Process killed = new ProcessBuilder("true").start();
    killed.waitFor();
    Path lock = target.resolve("concordat.builder");
    Files.createSymbolicLink(lock, Path.of(Long.toString(killed.pid())));
    // What an earlier launcher left behind when it was killed between two steps.
    Files.createDirectories(target.resolve("concordat.lock"));

    Ended ended = concordat("lint", "good.odcs.yaml");
    assertThat(ended.code()).as(ended.err()).isZero();
    assertThat(builds()).isEqualTo(1);
    assertThat(Files.isSymbolicLink(lock)).isFalse();
  }

  @Test
  void whoBuildsIsToldWhileOneWaits() throws Exception {
    Path target = Files.createDirectories(tree.resolve("cli/target"));
    Process builds = new ProcessBuilder("sleep", "1").start();
    Files.createSymbolicLink(
        target.resolve("concordat.builder"), Path.of(Long.toString(builds.pid())));

    Ended ended = concordat("lint", "good.odcs.yaml");
    assertThat(ended.code()).as(ended.err()).isZero();
    assertThat(ended.err()).containsOnlyOnce("waiting for process " + builds.pid());
  }

  @Test
  void whatCannotBeWrittenIsNeverFine() throws Exception {
    concordat("--version");
    String command = tree.resolve("concordat").toString();
    List<List<String>> runs =
        List.of(
            List.of("lint", "good.odcs.yaml"),
            List.of("changelog", "good.odcs.yaml", "good.odcs.yaml"),
            List.of("export", "json-schema", "good.odcs.yaml"),
            List.of("completion"));
    for (List<String> run : runs) {
      String line = "'" + command + "' " + String.join(" ", run);
      Ended closed = Scripts.run(directory, environment, List.of("bash", "-c", line + " >&-"));
      assertThat(closed.code()).as(line).isEqualTo(2);
      assertThat(closed.err()).contains("closed");
    }
    assumeTrue(Files.exists(Path.of("/dev/full")), "there is no /dev/full here");
    for (List<String> run : runs) {
      String line = "'" + command + "' " + String.join(" ", run);
      Ended full = Scripts.run(directory, environment, List.of("bash", "-c", line + " >/dev/full"));
      assertThat(full.code()).as(line).isEqualTo(2);
      assertThat(full.err()).contains("could not be written");
    }
  }
}

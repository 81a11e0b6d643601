package io.concordat.localstack.engine;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.concordat.localstack.engine.SupervisedProcess.StopSignal;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SupervisedProcessTest {

  @TempDir Path temporary;

  @Test
  void stopSendsTheSignalThatTheProgramAsksFor() throws Exception {
    EngineDirectories directories = EngineDirectories.under(temporary.resolve("with a space"));
    SupervisedProcess process =
        SupervisedProcess.start(
            "polite",
            List.of(
                "bash",
                "-c",
                "trap 'echo asked to stop; exit 7' TERM; echo ready; while :; do sleep 0.05; done"),
            Map.of(),
            StopSignal.TERM,
            directories);
    await().until(() -> Files.readString(process.log()).contains("ready"));

    process.stop(Duration.ofSeconds(10));

    assertThat(process.isAlive()).isFalse();
    assertThat(process.onExit().join()).isEqualTo(7);
    assertThat(Files.readString(process.log())).contains("asked to stop");
  }

  @Test
  void aProgramThatDoesNotListenIsEndedByForce() {
    SupervisedProcess process = start("deaf", "trap '' TERM; while :; do sleep 0.05; done");

    process.stop(Duration.ofMillis(300));

    assertThat(process.isAlive()).isFalse();
  }

  @Test
  void oneThatAnEarlierRunLeftBehindIsEndedFirst() throws Exception {
    EngineDirectories directories = EngineDirectories.under(temporary);
    Process leftOver =
        new ProcessBuilder("bash", "-c", "trap '' TERM; while :; do sleep 0.05; done").start();
    Files.writeString(directories.run().resolve("again.pid"), leftOver.pid() + "\n");

    SupervisedProcess process =
        SupervisedProcess.start(
            "again",
            List.of("bash", "-c", "while :; do sleep 0.05; done"),
            Map.of(),
            StopSignal.TERM,
            directories);

    assertThat(leftOver.isAlive()).isFalse();
    assertThat(process.isAlive()).isTrue();
    process.stop(Duration.ofSeconds(5));
  }

  @Test
  void aProgramThatCannotRunIsOneClearSentence() {
    assertThatThrownBy(() ->
            SupervisedProcess.start(
                "missing",
                List.of("/no/such/program"),
                Map.of(),
                StopSignal.TERM,
                EngineDirectories.under(temporary)))
        .isInstanceOf(EngineFailure.class)
        .hasMessageContaining("missing ended as soon as it was started")
        .hasMessageContaining("missing.log");
  }

  @Test
  void aKilledParentTakesItsProgramsAlong() throws Exception {
    Process parent =
        new ProcessBuilder(
                Installation.java(),
                "-cp",
                System.getProperty("java.class.path"),
                Parent.class.getName(),
                temporary.toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    String pid;
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(parent.getInputStream(), UTF_8))) {
      pid = lines.readLine();
    }
    ProcessHandle program = ProcessHandle.of(Long.parseLong(pid)).orElseThrow();

    parent.destroyForcibly().waitFor();

    await().atMost(Duration.ofSeconds(10)).until(() -> !program.isAlive());
  }

  private SupervisedProcess start(String name, String script) {
    return SupervisedProcess.start(
        name,
        List.of("bash", "-c", script),
        Map.of(),
        StopSignal.TERM,
        EngineDirectories.under(temporary));
  }

  /** A JVM of its own that supervises a program, says its process id, and waits to be killed. */
  static final class Parent {

    private Parent() {}

    public static void main(String[] arguments) throws Exception {
      SupervisedProcess child =
          SupervisedProcess.start(
              "child",
              List.of("bash", "-c", "while :; do sleep 0.05; done"),
              Map.of(),
              StopSignal.TERM,
              EngineDirectories.under(Path.of(arguments[0])));
      System.out.println(child.pid());
      child.onExit().get();
    }
  }
}

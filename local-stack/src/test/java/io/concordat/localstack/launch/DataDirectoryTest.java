package io.concordat.localstack.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataDirectoryTest {

  @TempDir Path temporary;

  @Test
  void isHeldByOneRunAtATime() {
    Path path = temporary.resolve("data");
    try (DataDirectory held = DataDirectory.take(path, false, 0)) {
      assertThat(held.untidyPredecessor()).isEmpty();
      assertThatThrownBy(() -> DataDirectory.take(path, true, 0))
          .isInstanceOf(LaunchFailure.class)
          .hasMessageContaining(
              "in use by another run (process " + ProcessHandle.current().pid() + ")");
      assertThat(path.resolve("concordat.lock")).exists();
    }
    DataDirectory.take(path, false, 0).close();
  }

  @Test
  void knowsThatTheLastRunWasKilled() throws Exception {
    Files.writeString(temporary.resolve("concordat.lock"), "4711");

    try (DataDirectory held = DataDirectory.take(temporary, false, 0)) {
      assertThat(held.untidyPredecessor()).contains(4711L);
    }
  }

  @Test
  void startsOverOnlyWhenAsked() throws Exception {
    try (DataDirectory held = DataDirectory.take(temporary, false, 0)) {
      held.sampleLoaded("documents");
      Files.createDirectories(temporary.resolve("postgres/base"));
    }
    try (DataDirectory held = DataDirectory.take(temporary, false, 0)) {
      assertThat(held.loadedSample()).contains("documents");
    }
    try (DataDirectory held = DataDirectory.take(temporary, true, 0)) {
      assertThat(held.loadedSample()).isEmpty();
      assertThat(temporary.resolve("postgres")).doesNotExist();
    }
  }

  @Test
  void leavesADirectoryAloneThatHoldsOtherFiles() throws Exception {
    Path precious = Files.writeString(temporary.resolve("thesis.txt"), "years of work");

    assertThatThrownBy(() -> DataDirectory.take(temporary, true, 0))
        .isInstanceOf(LaunchFailure.class)
        .hasMessageContaining("holds files that are not Concordat's");
    assertThat(precious).exists();
  }
}

package io.concordat.localstack.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PostgresEngineTest {

  @TempDir static Path temporary;
  private static EngineDirectories directories;
  private PostgresEngine postgres;

  @BeforeAll
  static void shareOneCluster() {
    directories = EngineDirectories.under(temporary.resolve("data directory"));
  }

  @BeforeEach
  void create() {
    postgres = new PostgresEngine(Installation.find(), directories, Ports.free(1).getFirst());
  }

  @AfterEach
  void stop() {
    postgres.stop();
  }

  @Test
  void startsOverALockFileWhoseProcessIdNowBelongsToAnotherProgram() throws Exception {
    postgres.start();
    postgres.kill();
    Path lock = directories.data().resolve("postgres/postmaster.pid");
    List<String> lines = new ArrayList<>(Files.readAllLines(lock));
    lines.set(0, Long.toString(ProcessHandle.current().pid()));
    Files.write(lock, lines);

    postgres.start();

    assertThat(postgres.isRunning()).isTrue();
  }

  @Test
  void keepsItsPasswordFromOtherUsers() throws Exception {
    postgres.start();

    assertThat(
            PosixFilePermissions.toString(
                Files.getPosixFilePermissions(directories.data().resolve("postgres.password"))))
        .isEqualTo("rw-------");
    assertThat(postgres.password()).hasSize(48);
  }

  @Test
  void aPortThatSomebodyElseHasIsOneClearSentence() throws Exception {
    try (ServerSocket taken =
        new ServerSocket(postgres.port(), 1, InetAddress.getByName("127.0.0.1"))) {
      assertThat(taken.isBound()).isTrue();
      assertThatThrownBy(postgres::start)
          .isInstanceOf(EngineFailure.class)
          .hasMessage(
              "Port "
                  + postgres.port()
                  + ", which PostgreSQL is to listen on, is in use by another program.");
    }
  }
}

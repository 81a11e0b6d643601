package io.concordat.localstack.engine;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * PostgreSQL 18 with durable commits, one database {@code concordat}, one user of that name, and
 * its own password.
 */
public final class PostgresEngine implements Engine {

  /** The one user, owner of everything. */
  public static final String USER = "concordat";

  private static final String DATABASE = "concordat";
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final Installation installation;
  private final EngineDirectories directories;
  private final int port;
  private volatile @Nullable SupervisedProcess process;

  /**
   * An engine that is not started yet.
   *
   * @param port the port to listen on
   */
  public PostgresEngine(Installation installation, EngineDirectories directories, int port) {
    this.installation = installation;
    this.directories = directories;
    this.port = port;
  }

  @Override
  public String name() {
    return "PostgreSQL";
  }

  @Override
  public int port() {
    return port;
  }

  @Override
  public String uri() {
    return uri(DATABASE);
  }

  /** The JDBC URL of one of its databases, without user and password. */
  public String uri(String database) {
    return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
  }

  /**
   * The password of {@link #USER}: random, made with the data directory, readable by its owner
   * only.
   *
   * @throws EngineFailure when it cannot be read
   */
  public String password() {
    try {
      return Files.readString(passwordFile()).trim();
    } catch (IOException e) {
      throw new EngineFailure(
          "Cannot read the password of the local PostgreSQL in " + passwordFile() + ".", e);
    }
  }

  @Override
  public synchronized void start() {
    if (isRunning()) {
      return;
    }
    Ports.requireFree(port, name());
    PostgresBinaries binaries = PostgresBinaries.unpackInto(installation.unpackedPostgres());
    Path cluster = directories.data().resolve("postgres");
    initialise(binaries, cluster);
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    SupervisedProcess started = launch(binaries, cluster);
    while (true) {
      try (Connection connection = connect("postgres")) {
        createDatabase(connection);
        return;
      } catch (SQLException e) {
        if (!started.isAlive()
            && blockedByAnEarlierRun(started.log())
            && System.nanoTime() < deadline) {
          Pause.milliseconds(300);
          started = launch(binaries, cluster);
        } else if (!started.isAlive() || System.nanoTime() > deadline) {
          started.kill();
          throw new EngineFailure(
              "PostgreSQL did not come up; its last lines are in " + started.log() + ".", e);
        } else {
          Pause.milliseconds(30);
        }
      }
    }
  }

  @Override
  public void stop() {
    SupervisedProcess running = process;
    if (running != null) {
      running.stop(Duration.ofSeconds(30));
      process = null;
    }
  }

  @Override
  public void kill() {
    SupervisedProcess running = process;
    if (running != null) {
      running.kill();
      process = null;
    }
  }

  @Override
  public CompletableFuture<?> ended() {
    SupervisedProcess running = process;
    return running == null ? CompletableFuture.completedFuture(null) : running.onExit();
  }

  @Override
  public boolean isRunning() {
    SupervisedProcess running = process;
    return running != null && running.isAlive();
  }

  private Connection connect(String database) throws SQLException {
    Properties properties = new Properties();
    properties.setProperty("user", USER);
    properties.setProperty("password", password());
    properties.setProperty("connectTimeout", "5");
    // Somebody else may listen on the port and never answer.
    properties.setProperty("socketTimeout", "5");
    return DriverManager.getConnection(uri(database), properties);
  }

  private static void createDatabase(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet found =
            statement.executeQuery(
                "select 1 from pg_database where datname = '" + DATABASE + "'")) {
      if (!found.next()) {
        statement.execute("create database " + DATABASE);
      }
    }
  }

  private SupervisedProcess launch(PostgresBinaries binaries, Path cluster) {
    forgetDeadPostmaster(cluster);
    List<String> arguments = new ArrayList<>(List.of("-D", cluster.toString()));
    settings().forEach((key, value) -> arguments.addAll(List.of("-c", key + "=" + value)));
    SupervisedProcess started =
        SupervisedProcess.start(
            "postgres",
            binaries.command("postgres", arguments),
            Map.of("LC_ALL", "C", "TZ", "UTC"),
            SupervisedProcess.StopSignal.INT,
            directories);
    process = started;
    return started;
  }

  private Map<String, String> settings() {
    return Map.ofEntries(
        Map.entry("port", Integer.toString(port)),
        Map.entry("listen_addresses", "127.0.0.1"),
        Map.entry("unix_socket_directories", ""),
        Map.entry("max_connections", "60"),
        Map.entry("shared_buffers", "64MB"),
        Map.entry("work_mem", "8MB"),
        Map.entry("maintenance_work_mem", "32MB"),
        Map.entry("max_wal_size", "256MB"),
        Map.entry("autovacuum_max_workers", "2"),
        Map.entry("io_method", "sync"),
        Map.entry("jit", "off"),
        Map.entry("timezone", "UTC"),
        Map.entry("log_timezone", "UTC"));
  }

  private void initialise(PostgresBinaries binaries, Path cluster) {
    if (Files.exists(cluster.resolve("PG_VERSION"))) {
      return;
    }
    Path log = directories.logs().resolve("postgres-initdb.log");
    try {
      Path draft = directories.data().resolve("postgres.draft");
      Trees.delete(draft);
      writePassword();
      Process initdb =
          new ProcessBuilder(
                  binaries.command(
                      "initdb",
                      List.of(
                          "-D",
                          draft.toString(),
                          "-U",
                          USER,
                          "-A",
                          "scram-sha-256",
                          "--pwfile=" + passwordFile(),
                          "-E",
                          "UTF8",
                          "--no-locale")))
              .redirectErrorStream(true)
              .redirectOutput(log.toFile())
              .start();
      if (initdb.waitFor() != 0) {
        throw new EngineFailure("PostgreSQL could not create its data directory; see " + log + ".");
      }
      Files.move(draft, cluster);
    } catch (IOException e) {
      throw new EngineFailure(
          "Cannot create PostgreSQL's data directory: " + e.getMessage() + ".", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new EngineFailure("Interrupted while PostgreSQL's data directory was created.", e);
    }
  }

  private void writePassword() throws IOException {
    byte[] random = new byte[24];
    new SecureRandom().nextBytes(random);
    Files.deleteIfExists(passwordFile());
    Files.createFile(
        passwordFile(),
        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    Files.writeString(passwordFile(), HexFormat.of().formatHex(random) + "\n");
  }

  private Path passwordFile() {
    return directories.data().resolve("postgres.password");
  }

  /**
   * PostgreSQL refuses to start when the process id in its lock file was given to some other
   * program since.
   */
  private static void forgetDeadPostmaster(Path cluster) {
    Path lock = cluster.resolve("postmaster.pid");
    try {
      if (!Files.exists(lock)) {
        return;
      }
      String first = Files.readAllLines(lock, UTF_8).stream().findFirst().orElse("").trim();
      boolean runs =
          first.matches("[0-9]{1,18}")
              && ProcessHandle.of(Long.parseLong(first))
                  .flatMap(handle -> handle.info().commandLine())
                  .filter(line -> line.contains("postgres"))
                  .isPresent();
      if (!runs) {
        Files.delete(lock);
      }
    } catch (IOException e) {
      throw new EngineFailure("Cannot read PostgreSQL's lock file " + lock + ".", e);
    }
  }

  /**
   * Whether what is left of a killed server, which ends by itself within moments, still holds the
   * data directory.
   */
  private static boolean blockedByAnEarlierRun(Path log) {
    try {
      List<String> lines = Files.readAllLines(log, UTF_8);
      return lines.subList(Math.max(0, lines.size() - 5), lines.size()).stream()
          .anyMatch(line ->
              line.contains("shared memory block")
                  || line.contains("lock file \"postmaster.pid\""));
    } catch (IOException e) {
      return false;
    }
  }
}

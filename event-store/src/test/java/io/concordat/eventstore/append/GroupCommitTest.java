package io.concordat.eventstore.append;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.concordat.eventstore.StoreUnavailable;
import io.concordat.eventstore.TimeOrderedIds;
import io.concordat.localstack.TestEngines;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

class GroupCommitTest {

  private static final Executor THREADS = task -> Thread.ofVirtual().start(task);
  private static final AppendSettings SETTINGS =
      new AppendSettings(256, 8_000_000, 1_000, Duration.ofSeconds(20), Duration.ofSeconds(2));

  private static DataSource dataSource;

  @BeforeAll
  static void migrate() {
    dataSource = new DriverManagerDataSource(TestEngines.postgres());
    Flyway.configure().dataSource(dataSource).load().migrate();
  }

  private static EventRow row(String stream, long sequenceNumber) {
    byte[] json = "{}".getBytes(StandardCharsets.UTF_8);
    return new EventRow(
        TimeOrderedIds.next().toString(),
        stream,
        sequenceNumber,
        "test",
        Instant.now(),
        "test.happened",
        "1",
        json,
        json);
  }

  private static CompletableFuture<List<AppendedEvent>> append(
      GroupCommit groupCommit, EventRow... rows) {
    return CompletableFuture.supplyAsync(
        () -> groupCommit.append(new AppendUnit(List.of(rows), null)), THREADS);
  }

  private static long stored(String stream) throws SQLException {
    try (Connection connection = dataSource.getConnection();
        var statement =
            connection.prepareStatement(
                "select count(*) from domain_event_entry where aggregate_identifier = ?")) {
      statement.setString(1, stream);
      try (ResultSet rows = statement.executeQuery()) {
        rows.next();
        return rows.getLong(1);
      }
    }
  }

  /** Keeps every append of every node waiting until it is closed. */
  private static Connection blockade() throws SQLException {
    Connection connection = dataSource.getConnection();
    connection.setAutoCommit(false);
    AppendStatements.lock(connection);
    return connection;
  }

  private static void awaitWaitingInDatabase() {
    await()
        .atMost(Duration.ofSeconds(20))
        .until(() -> {
          try (Connection connection = dataSource.getConnection();
              ResultSet rows =
                  connection
                      .createStatement()
                      .executeQuery(
                          "select count(*) from pg_locks"
                              + " where locktype = 'advisory' and not granted")) {
            rows.next();
            return rows.getInt(1) > 0;
          }
        });
  }

  @Test
  void whoWaitsIsStoredInOneGroupAndInOrder() throws SQLException {
    GroupCommit groupCommit = new GroupCommit(dataSource, SETTINGS);
    List<List<AppendedEvent>> groups = new CopyOnWriteArrayList<>();
    groupCommit.addListener(groups::add);
    List<CompletableFuture<List<AppendedEvent>>> answers = new ArrayList<>();
    try (Connection blockade = blockade()) {
      answers.add(append(groupCommit, row("group:first", 0)));
      awaitWaitingInDatabase();
      IntStream.range(0, 20)
          .forEach(
              i -> answers.add(append(groupCommit, row("group:" + i, 0), row("other:" + i, 0))));
      await().until(() -> groupCommit.waiting() == 20);
      blockade.rollback();
    }
    answers.forEach(CompletableFuture::join);
    assertThat(groups).hasSize(2);
    assertThat(groups.get(1))
        .hasSize(40)
        .extracting(AppendedEvent::globalIndex)
        .isSorted()
        .first()
        .isEqualTo(groups.get(0).getLast().globalIndex() + 1);
    assertThat(answers.get(5).join())
        .satisfies(
            two -> assertThat(two.get(1).globalIndex()).isEqualTo(two.get(0).globalIndex() + 1));
  }

  @Test
  void onlyTheGuiltyOneOfAGroupFails() throws SQLException {
    GroupCommit groupCommit = new GroupCommit(dataSource, SETTINGS);
    append(groupCommit, row("guilty:a", 0)).join();
    CompletableFuture<List<AppendedEvent>> first;
    CompletableFuture<List<AppendedEvent>> conflict;
    CompletableFuture<List<AppendedEvent>> creation;
    CompletableFuture<List<AppendedEvent>> twoStreams;
    CompletableFuture<List<AppendedEvent>> good;
    append(groupCommit, row("guilty:a", 1)).join();
    try (Connection blockade = blockade()) {
      first = append(groupCommit, row("guilty:first", 0));
      awaitWaitingInDatabase();
      conflict = append(groupCommit, row("guilty:a", 1));
      creation = append(groupCommit, row("guilty:a", 0));
      twoStreams = append(groupCommit, row("guilty:b", 0), row("guilty:a", 1));
      good = append(groupCommit, row("guilty:c", 0));
      await().until(() -> groupCommit.waiting() == 4);
      blockade.rollback();
    }
    assertThat(first.join()).hasSize(1);
    assertThat(good.join()).hasSize(1);
    assertThatThrownBy(conflict::join).hasCauseInstanceOf(ConcurrencyException.class);
    assertThatThrownBy(creation::join).hasCauseInstanceOf(AggregateStreamCreationException.class);
    assertThatThrownBy(twoStreams::join).hasCauseInstanceOf(ConcurrencyException.class);
    assertThat(stored("guilty:b")).isZero();
    assertThat(stored("guilty:a")).isEqualTo(2);
  }

  @Test
  void whoGaveUpIsNotStoredAndKeepsNobodyWaiting() throws SQLException {
    GroupCommit impatient =
        new GroupCommit(
            dataSource,
            new AppendSettings(
                256, 8_000_000, 1_000, Duration.ofMillis(1_500), Duration.ofSeconds(2)));
    CompletableFuture<List<AppendedEvent>> leader;
    CompletableFuture<List<AppendedEvent>> gaveUp;
    CompletableFuture<List<AppendedEvent>> later;
    try (Connection blockade = blockade()) {
      leader = append(impatient, row("patience:leader", 0));
      awaitWaitingInDatabase();
      gaveUp = append(impatient, row("patience:gave-up", 0));
      assertThatThrownBy(gaveUp::join).hasCauseInstanceOf(StoreUnavailable.class);
      later = append(impatient, row("patience:later", 0));
      await().until(() -> impatient.waiting() == 2);
      blockade.rollback();
    }
    assertThat(leader.join()).hasSize(1);
    assertThat(later).succeedsWithin(Duration.ofMillis(1_400));
    assertThat(stored("patience:gave-up")).isZero();
  }

  @Test
  void tooManyAreRefused() throws SQLException {
    GroupCommit small =
        new GroupCommit(
            dataSource, new AppendSettings(1, 1, 1, Duration.ofSeconds(20), Duration.ofSeconds(2)));
    CompletableFuture<List<AppendedEvent>> leader;
    CompletableFuture<List<AppendedEvent>> second;
    try (Connection blockade = blockade()) {
      leader = append(small, row("many:0", 0));
      awaitWaitingInDatabase();
      second = append(small, row("many:1", 0));
      await().until(() -> small.waiting() == 1);
      assertThatThrownBy(append(small, row("many:2", 0))::join)
          .hasCauseInstanceOf(StoreUnavailable.class);
      blockade.rollback();
    }
    leader.join();
    second.join();
  }
}

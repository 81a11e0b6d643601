package io.concordat.server.observation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.concordat.eventstore.StoreUnavailable;
import io.concordat.eventstore.command.CommandOptions;
import io.concordat.eventstore.command.Commands;
import io.concordat.eventstore.command.Receipt;
import io.concordat.localstack.TestEngines;
import io.concordat.messages.Command;
import io.concordat.messages.decision.Actor;
import io.concordat.messages.decision.CommandRejected;
import io.concordat.messages.decision.Rejection;
import io.concordat.messages.decision.RejectionCode;
import io.concordat.messages.incident.IncidentSeverity;
import io.concordat.messages.incident.OpenIncident;
import io.concordat.messages.incident.ReopenIncident;
import io.concordat.messages.incident.ResolveIncident;
import io.concordat.observation.evaluation.fold.IncidentIds;
import io.concordat.observation.evaluation.fold.Told.Turned;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import tools.jackson.databind.json.JsonMapper;

/** Turns of a commitment go out in their order, once, whatever fails in between. */
class OutboxSenderTest {

  private static final String CONTRACT = "alpha/things/daily";
  private static final JsonMapper JSON = JsonMapper.shared();

  private final AtomicReference<Instant> now =
      new AtomicReference<>(Instant.parse("2026-03-01T10:00:00Z"));
  private final Recorder recorder = new Recorder();
  private DriverManagerDataSource postgres;
  private Outbox outbox;
  private OutboxSender sender;

  @BeforeEach
  void start() {
    TestEngines.startAll();
    postgres = new DriverManagerDataSource(TestEngines.postgres());
    Flyway.configure().dataSource(postgres).load().migrate();
    outbox = new Outbox(postgres, JSON, new Ticking());
    sender = new OutboxSender(outbox, recorder, JSON);
  }

  @Test
  void aResolutionDoesNotOvertakeAnOpeningThatWasPutBack() throws SQLException {
    recorder.refusing(command ->
        command instanceof OpenIncident open && open.commitment().equals("freshness")
            ? RejectionCode.STALE_VERSION
            : null);
    put(turn("freshness", 1, 0, true), turn("freshness", 2, 0, false), turn("other", 3, 0, true));
    sender.sendSome();
    sender.sendSome();
    assertThat(recorder.stored).containsExactly("open other 3");
    recorder.refusing(_ -> null);
    pass(Duration.ofSeconds(1));
    sendAll();
    assertThat(recorder.stored)
        .containsExactly("open other 3", "open freshness 1", "resolve freshness 1");
  }

  @Test
  void whatWasGivenUpKeepsItsPlace() throws SQLException {
    recorder.failing = true;
    put(turn("freshness", 1, 0, true), turn("freshness", 2, 0, false));
    for (int attempt = 0; attempt < Outbox.MOST_ATTEMPTS; attempt++) {
      pass(Duration.ofMinutes(1));
      sender.sendSome();
    }
    recorder.failing = false;
    pass(Duration.ofMinutes(1));
    assertThat(sender.sendSome()).isFalse();
    assertThat(outbox.givenUp()).isEqualTo(1);
    outbox.takeUp();
    sendAll();
    assertThat(recorder.stored).containsExactly("open freshness 1", "resolve freshness 1");
  }

  @Test
  void whatAnEarlierReleaseWroteIsSentAsWell() throws SQLException {
    new JdbcTemplate(postgres)
        .update(
            "insert into observation_outbox (key, lane, position, body, created_at)"
                + " values ('k', 0, 1, ?, now())",
            """
            {"contract": "alpha/things/daily", "commitment": "freshness", "position": 1, "at": 0,\
             "incident": "0195f0a1-0000-7000-8000-00000000000a", "breached": true, "why": "Old."}\
            """);
    sendAll();
    assertThat(recorder.stored).containsExactly("open nobody's");
  }

  @Test
  void turnsOfOneRowKeepTheirOrder() throws SQLException {
    put(
        turn("freshness", 7, 0, true), turn("freshness", 7, 1, false),
        turn("freshness", 7, 2, true), turn("freshness", 7, 3, false));
    sendAll();
    assertThat(recorder.stored)
        .containsExactly(
            "open freshness 7", "resolve freshness 7", "reopen freshness 7", "resolve freshness 7");
  }

  @Test
  void anIncidentThatEndedTooLongAgoIsFollowedByOneOfItsOwn() throws SQLException {
    put(turn("freshness", 1, 0, true), turn("freshness", 2, 0, false));
    sendAll();
    recorder.refusing(command ->
        command instanceof ReopenIncident ? RejectionCode.INCIDENT_REOPENED_TOO_LATE : null);
    put(turn("freshness", 3, 0, true), turn("freshness", 4, 0, false));
    sendAll();
    recorder.refusing(_ -> null);
    put(turn("freshness", 5, 0, true), turn("freshness", 6, 0, false));
    sendAll();
    assertThat(recorder.stored)
        .containsExactly(
            "open freshness 1",
            "resolve freshness 1",
            "open freshness 3",
            "resolve freshness 3",
            "reopen freshness 3",
            "resolve freshness 3");
  }

  @Test
  void whoDiesBetweenSendingAndNotingItSendsTheSameAgain() throws SQLException {
    recorder.dyingAfterStoring = true;
    put(turn("freshness", 1, 0, true), turn("freshness", 2, 0, false));
    put(turn("freshness", 3, 0, true), turn("freshness", 4, 0, false));
    for (int death = 0; death < 4; death++) {
      assertThatThrownBy(sender::sendSome).isInstanceOf(StoreUnavailable.class);
      assertThat(sender.sendSome()).as("the same again, noted this time").isTrue();
    }
    assertThat(sender.sendSome()).isFalse();
    assertThat(recorder.stored)
        .containsExactly(
            "open freshness 1", "resolve freshness 1", "reopen freshness 1", "resolve freshness 1");
  }

  @Test
  void twoNodesThatSendAtOnceStoreEachTurnOnceAndInOrder() throws Exception {
    List<Turned> turns = new ArrayList<>();
    for (int position = 0; position < 20; position++) {
      for (int commitment = 0; commitment < 5; commitment++) {
        turns.add(turn("c" + commitment, position, 0, position % 2 == 0));
      }
    }
    outbox.put(turns, List.of(), 100);
    OutboxSender other = new OutboxSender(outbox, recorder, JSON);
    try (var threads = Executors.newFixedThreadPool(2)) {
      List<Callable<Void>> nodes = new ArrayList<>();
      for (OutboxSender each : List.of(sender, other)) {
        nodes.add(() -> {
          while (each.sendSome()) {
            Thread.onSpinWait();
          }
          return null;
        });
      }
      for (var done : threads.invokeAll(nodes)) {
        done.get();
      }
    }
    for (int commitment = 0; commitment < 5; commitment++) {
      String name = "c" + commitment;
      List<String> expected = new ArrayList<>();
      for (int position = 0; position < 20; position++) {
        String verb = position == 0 ? "open" : position % 2 == 0 ? "reopen" : "resolve";
        expected.add(verb + " " + name + " 0");
      }
      assertThat(recorder.stored.stream().filter(line -> line.contains(" " + name + " ")))
          .containsExactlyElementsOf(expected);
    }
  }

  private void sendAll() throws SQLException {
    while (sender.sendSome()) {
      Thread.onSpinWait();
    }
  }

  private void pass(Duration time) {
    now.updateAndGet(before -> before.plus(time));
  }

  private void put(Turned... turns) throws SQLException {
    outbox.put(List.of(turns), List.of(), turns[0].position());
  }

  private Turned turn(String commitment, long position, int part, boolean breached) {
    UUID incident = IncidentIds.of(CONTRACT, commitment, position, part, 0);
    if (breached) {
      recorder.names.add(new Named(incident, commitment + " " + position));
    }
    return new Turned(
        CONTRACT,
        commitment,
        position,
        part,
        0,
        incident,
        breached,
        IncidentSeverity.HIGH,
        "It turned.",
        null);
  }

  private record Named(UUID incident, String name) {}

  /** Stores what it is sent, once for each key, as the store does. */
  private static final class Recorder implements Commands {

    private final List<String> stored = new ArrayList<>();
    private final List<Named> names = new ArrayList<>();
    private final Set<String> keys = new HashSet<>();
    private Function<Command, @Nullable RejectionCode> refusing = _ -> null;
    private boolean failing;
    private boolean dyingAfterStoring;

    void refusing(Function<Command, @Nullable RejectionCode> rule) {
      refusing = rule;
    }

    @Override
    public synchronized CompletableFuture<Receipt> send(
        Command command, Actor actor, CommandOptions options) {
      if (failing) {
        return CompletableFuture.failedFuture(new IllegalStateException("broken"));
      }
      RejectionCode code = refusing.apply(command);
      if (code != null) {
        return CompletableFuture.failedFuture(new CommandRejected(new Rejection(code, "no")));
      }
      if (keys.add(String.valueOf(options.idempotencyKey()))) {
        stored.add(line(command));
        if (dyingAfterStoring) {
          return CompletableFuture.failedFuture(new StoreUnavailable("gone", null));
        }
      }
      return CompletableFuture.completedFuture(Receipt.EMPTY);
    }

    private String line(Command command) {
      return switch (command) {
        case OpenIncident open -> "open " + name(open.incident().value());
        case ReopenIncident reopen -> "reopen " + name(reopen.incident().value());
        case ResolveIncident resolve -> "resolve " + name(resolve.incident().value());
        default -> command.toString();
      };
    }

    private String name(UUID incident) {
      return names.stream()
          .filter(named -> named.incident().equals(incident))
          .map(Named::name)
          .findFirst()
          .orElse("nobody's");
    }
  }

  private final class Ticking extends Clock {
    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }

    @Override
    public Instant instant() {
      return now.get();
    }
  }
}

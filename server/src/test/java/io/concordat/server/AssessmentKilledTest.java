package io.concordat.server;

import static io.concordat.server.Documents.CAST_VOTE;
import static io.concordat.server.Documents.OPEN_PROPOSAL;
import static io.concordat.server.Documents.PUBLISH;
import static io.concordat.server.Documents.START_VOTING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The service is killed while all contracts are judged by a new policy set; after the restart each
 * of them has been judged by it, and none twice.
 */
class AssessmentKilledTest {

  private static final int CONTRACTS = 200;
  private static final Duration LATER = Duration.ofDays(3);
  private static final String SOON = "--concordat.event-store.deadlines.heartbeat=1s";

  @TempDir Path home;

  @AfterEach
  void now() {
    ShiftedClock.setAhead(Duration.ZERO);
  }

  @Test
  void eachContractIsJudgedOnceWhereTheServiceDiesAmongThem() throws Exception {
    ShiftedClock.setAhead(Duration.ZERO);
    Stores stores = Stores.fresh();
    try (Node node = Node.start(stores, List.of(ShiftedClock.class))) {
      Client governance = node.as("governance");
      SmallMesh.seat(governance, List.of("alpha", "beta"));
      SmallMesh.offer(governance, List.of("alpha/things"));
      Client owner = node.as("owner-test");
      IntStream.range(0, CONTRACTS).parallel().forEach(number -> publish(owner, number));
      voteForTags(node);
    }

    try (Connection events = DriverManager.getConnection(stores.postgres())) {
      Process server =
          ServerProcess.start(
              LaterServer.class,
              stores,
              home,
              List.of("--server.port=0", SOON),
              List.of("ahead=" + LATER));
      try {
        await()
            .atMost(Duration.ofSeconds(120))
            .pollInterval(Duration.ofMillis(1))
            .until(() -> !server.isAlive() || !assessed(events).isEmpty());
      } finally {
        server.destroyForcibly();
        assertThat(server.waitFor(10, TimeUnit.SECONDS)).isTrue();
      }
      assertThat(assessed(events).size())
          .as("judged when it died: %s", Files.readString(home.resolve("server.log")))
          .isBetween(1, CONTRACTS - 1);

      ShiftedClock.setAhead(LATER);
      try (Node node = Node.start(stores, List.of(ShiftedClock.class), SOON)) {
        await().atMost(Duration.ofSeconds(120)).until(() -> appointments(events) == 0);
        assertThat(assessed(events))
            .hasSize(CONTRACTS)
            .allSatisfy((contract, times) -> assertThat(times).as(contract).isEqualTo(1));
        await()
            .atMost(Duration.ofSeconds(60))
            .untilAsserted(() ->
                assertThat(
                        node.as("viewer")
                            .ask("{ driftingContracts { totalCount } }")
                            .at("/driftingContracts/totalCount")
                            .asInt())
                    .isEqualTo(CONTRACTS));
      }
    }
  }

  private static void publish(Client owner, int number) {
    String contract = "alpha/things/thing-" + number;
    assertThat(
            owner
                .tell(
                    "publishContractVersion",
                    PUBLISH,
                    "input",
                    Map.of(
                        "contract",
                        contract,
                        "document",
                        Documents.contract(contract, "1.0.0", "")))
                .at("/verdict/passed")
                .asBoolean())
        .isTrue();
  }

  /** Nothing that is published has a tag. */
  private static void voteForTags(Node node) {
    String proposal =
        node.as("rep-alpha")
            .tell("openProposal", OPEN_PROPOSAL, "input", Documents.tagRule("Tags"))
            .at("/proposal/id")
            .asString();
    node.as("rep-alpha")
        .tell(
            "startVoting",
            START_VOTING,
            "input",
            Map.of(
                "proposal",
                proposal,
                "closesAt",
                Instant.now().plus(Duration.ofDays(2)).toString()));
    for (String domain : List.of("alpha", "beta")) {
      node.as("rep-" + domain)
          .tell("castVote", CAST_VOTE, "input", Map.of("proposal", proposal, "choice", "CONSENT"));
    }
  }

  /** How often each contract was judged again. */
  private static Map<String, Integer> assessed(Connection events) throws SQLException {
    try (Statement statement = events.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "select aggregate_identifier, count(*) from domain_event_entry"
                    + " where payload_type = 'contract.assessed' group by 1")) {
      Map<String, Integer> times = new HashMap<>();
      while (rows.next()) {
        times.put(rows.getString(1), rows.getInt(2));
      }
      return times;
    }
  }

  /** How many sweeps are still to be done. */
  private static int appointments(Connection events) throws SQLException {
    try (Statement statement = events.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "select count(*) from scheduled_tasks where task_name like 'assess-%'")) {
      assertThat(rows.next()).isTrue();
      return rows.getInt(1);
    }
  }
}

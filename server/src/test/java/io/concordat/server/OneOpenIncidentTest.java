package io.concordat.server;

import static io.concordat.server.Documents.OPEN_INCIDENT;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** Of one promise one incident is open at a time, whoever opens it, on two nodes. */
class OneOpenIncidentTest {

  private static Node one;
  private static Node two;

  @BeforeAll
  static void start() {
    ShiftedClock.setAhead(Duration.ZERO);
    Stores stores = Stores.fresh();
    one = Node.start(stores);
    two = Node.start(stores);
    Client governance = one.as("governance-1");
    SmallMesh.seat(governance, List.of("alpha"));
    SmallMesh.offer(governance, List.of("alpha/things"));
  }

  @AfterAll
  static void stop() {
    one.close();
    two.close();
  }

  @Test
  void manyWhoOpenItAtOnceOpenOne() throws Exception {
    Set<String> opened = new HashSet<>();
    try (var threads = Executors.newFixedThreadPool(8)) {
      List<Callable<String>> calls =
          IntStream.range(0, 24)
              .<Callable<String>>mapToObj(
                  number -> () -> open(number % 2 == 0 ? one : two, "at-once", Map.of()))
              .toList();
      for (var call : threads.invokeAll(calls)) {
        opened.add(call.get());
      }
    }
    assertThat(opened).hasSize(1);
    assertThat(events("at-once")).isEqualTo(1);
  }

  @Test
  void afterItsEndThereIsAnother() {
    String first = open(one, "again", Map.of());
    assertThat(open(two, "again", Map.of("severity", "HIGH"))).isEqualTo(first);
    one.as("owner-test")
        .tell(
            "resolveIncident",
            "mutation($input: ResolveIncidentInput!) { resolveIncident(input: $input) {"
                + " userErrors { code } } }",
            "input",
            Map.of("incident", first, "cause", "FIXED"));
    String second = open(two, "again", Map.of());
    assertThat(second).isNotEqualTo(first);
    assertThat(open(one, "again", Map.of())).isEqualTo(second);
    assertThat(events("again")).isEqualTo(2);
  }

  @Test
  void theSameKeyIsAnsweredAlikeAfterTheEndToo() {
    Map<String, Object> key = Map.of("idempotencyKey", "monitor-7");
    String first = open(one, "keyed", key);
    one.as("owner-test")
        .tell(
            "resolveIncident",
            "mutation($input: ResolveIncidentInput!) { resolveIncident(input: $input) {"
                + " userErrors { code } } }",
            "input",
            Map.of("incident", first, "cause", "FIXED"));
    assertThat(open(two, "keyed", key)).isEqualTo(first);
    assertThat(events("keyed")).isEqualTo(1);
  }

  @Test
  void whoMayOpenNoneLeavesNoTrace() {
    assertThat(
            one.as("viewer")
                .refused("openIncident", OPEN_INCIDENT, "input", input("secret", Map.of())))
        .containsExactly("NOT_ALLOWED");
    assertThat(
            one.bean(JdbcClient.class)
                .sql("select count(*) from incident_place where commitment = 'secret'")
                .query(Long.class)
                .single())
        .isZero();
  }

  private static String open(Node node, String commitment, Map<String, Object> more) {
    JsonNode answer =
        node.as("machine-observer")
            .tell("openIncident", OPEN_INCIDENT, "input", input(commitment, more));
    return answer.at("/incident/id").asString();
  }

  private static Map<String, Object> input(String commitment, Map<String, Object> more) {
    Map<String, Object> input =
        new HashMap<>(
            Map.of(
                "product", "alpha/things",
                "commitment", commitment,
                "severity", "LOW",
                "summary", "No data since 04:00."));
    input.putAll(more);
    return input;
  }

  private static long events(String commitment) {
    return one.bean(JdbcClient.class)
        .sql(
            "select count(*) from domain_event_entry where payload_type = 'incident.opened'"
                + " and convert_from(payload, 'UTF8') like ?")
        .param("%\"commitment\":\"" + commitment + "\"%")
        .query(Long.class)
        .single();
  }
}

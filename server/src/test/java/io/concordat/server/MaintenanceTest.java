package io.concordat.server;

import static io.concordat.server.ObservationSender.CONTRACT;
import static io.concordat.server.ObservationSender.completeness;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Two feeds stop; one of them is being maintained. */
class MaintenanceTest {

  private static final Duration LONG = Duration.ofSeconds(60);
  private static final String OTHER = "alpha/gadgets/daily";
  private static final String WINDOW = "maintenance { id to cancelledAt } userErrors { code }";
  private static final String PLAN =
      "mutation($input: PlanMaintenanceInput!) { planMaintenance(input: $input) { "
          + WINDOW
          + " } }";
  private static final String CANCEL =
      "mutation($input: CancelMaintenanceInput!) { cancelMaintenance(input: $input) { "
          + WINDOW
          + " } }";
  private static final String INCIDENTS =
      "{ incidents(first: 10) { edges { node { commitment product { id } } } } }";

  @Test
  void nothingIsHeldAgainstAProductThatIsMaintained() {
    try (Node node =
        Node.start(
            Stores.fresh(),
            "--concordat.observations.save=100ms",
            "--concordat.observations.tick=200ms")) {
      Client governance = node.as("governance");
      ObservationSender.offer(governance);
      SmallMesh.offer(governance, List.of("alpha/gadgets"));
      governance.tell(
          "publishContractVersion",
          Documents.PUBLISH,
          "input",
          Map.of("contract", OTHER, "document", Documents.contract(OTHER, "1.0.0", "")));
      Client owner = node.as("owner-test");
      Map<String, Object> input =
          Map.of(
              "product",
              "alpha/things",
              "to",
              Instant.now().plusSeconds(3600).toString(),
              "reason",
              "New disks",
              "idempotencyKey",
              "once");
      assertThat(node.as("viewer").refused("planMaintenance", PLAN, "input", input))
          .containsExactly("NOT_ALLOWED");
      String window =
          owner.tell("planMaintenance", PLAN, "input", input).at("/maintenance/id").asString();
      assertThat(
              owner.tell("planMaintenance", PLAN, "input", input).at("/maintenance/id").asString())
          .as("the same request again")
          .isEqualTo(window);

      ObservationSender sender = new ObservationSender(node.port(), "machine-checks");
      Instant before = Instant.now().minusSeconds(60);
      Duration nearlyTooOld = Duration.ofHours(4).minusSeconds(62);
      String fresh = ObservationSender.freshness("f", before, nearlyTooOld);
      sender.lines(List.of(fresh, fresh.replace(CONTRACT, OTHER)));
      await()
          .atMost(LONG)
          .untilAsserted(
              () -> assertThat(broken(governance)).containsExactly("alpha/gadgets freshness"));

      Instant at = Instant.now();
      sender.lines(List.of(completeness("a", at, 3), completeness("b", at.plusMillis(1), 3)));
      await()
          .atMost(LONG)
          .untilAsserted(
              () -> assertThat(sender.apart().toString()).contains("OBSERVATION_IN_MAINTENANCE"));
      assertThat(broken(governance)).containsExactly("alpha/gadgets freshness");

      JsonNode cancelled =
          owner.tell(
              "cancelMaintenance",
              CANCEL,
              "input",
              Map.of("product", "alpha/things", "maintenance", window));
      Instant ended = Instant.parse(cancelled.at("/maintenance/cancelledAt").asString());
      assertThat(listed(governance, ended.plusSeconds(7200))).isEmpty();
      assertThat(listed(governance, ended.minusSeconds(1))).containsExactly(window);
      Instant after = Instant.now();
      sender.lines(List.of(completeness("c", after, 3), completeness("d", after.plusMillis(1), 3)));
      await()
          .atMost(LONG)
          .untilAsserted(() ->
              assertThat(broken(governance))
                  .anyMatch(each -> each.startsWith("alpha/things compl")));
    }
  }

  private static List<String> listed(Client client, Instant from) {
    return client
        .ask(
            "query($from: DateTime) { contract(id: \"alpha/things/daily\") {"
                + " maintenance(from: $from) { id product { id } } } }",
            "from",
            from.toString())
        .at("/contract/maintenance")
        .valueStream()
        .map(each -> each.path("id").asString())
        .toList();
  }

  private static List<String> broken(Client client) {
    return client
        .ask(INCIDENTS)
        .at("/incidents/edges")
        .valueStream()
        .map(each ->
            each.at("/node/product/id").asString() + " " + each.at("/node/commitment").asString())
        .toList();
  }
}

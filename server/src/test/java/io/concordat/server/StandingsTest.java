package io.concordat.server;

import static io.concordat.server.ObservationSender.COMPLETENESS;
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

/** Two versions that are served at once, and where the promises of each stand. */
class StandingsTest {

  private static final Duration LONG = Duration.ofSeconds(60);
  private static final String ASK =
      """
      { dataProduct(id: "alpha/things") { standings {
        contract { id } version commitment promised state since observedAt value unit severity
        incident { status severity } } } }
      """;

  @Test
  void anObservationIsHeldAgainstEachVersionOfAMigrationWindow() {
    try (Node node = Node.start(Stores.fresh(), "--concordat.observations.save=100ms")) {
      Client governance = node.as("governance");
      ObservationSender.offer(governance);
      JsonNode published =
          governance.tell(
              "publishContractVersion",
              Documents.PUBLISH,
              "input",
              Map.of("contract", CONTRACT, "document", lax()));
      assertThat(published.at("/verdict/passed").asBoolean()).as(published.toString()).isTrue();
      Client viewer = node.as("viewer");
      await()
          .atMost(LONG)
          .untilAsserted(() ->
              assertThat(states(viewer))
                  .containsExactly("1.0.0 UNKNOWN null null", "2.0.0 UNKNOWN null null"));

      Instant at = Instant.now();
      new ObservationSender(node.port(), "machine-checks")
          .lines(List.of(completeness("a", at, 3), completeness("b", at.plusMillis(1), 3)));
      await()
          .atMost(LONG)
          .untilAsserted(() ->
              assertThat(states(viewer))
                  .containsExactly("1.0.0 BREACHED 3.0 OPEN", "2.0.0 MET 3.0 OPEN"));
      JsonNode first = completenessOf(viewer).getFirst();
      assertThat(first.at("/severity").asString()).isEqualTo("MEDIUM");
      assertThat(first.at("/incident/severity").asString()).isEqualTo("MEDIUM");
      assertThat(first.at("/unit").asString()).isEqualTo("percent");
      assertThat(first.at("/promised").asString()).isNotBlank();
      assertThat(Instant.parse(first.at("/since").asString())).isAfterOrEqualTo(at);
      assertThat(Duration.between(at, Instant.parse(first.at("/observedAt").asString())))
          .isBetween(Duration.ZERO, Duration.ofMillis(2));
    }
  }

  private static List<String> states(Client viewer) {
    return completenessOf(viewer).stream()
        .map(standing ->
            standing.at("/version").asString()
                + " "
                + standing.at("/state").asString()
                + " "
                + standing.at("/value").asString("null")
                + " "
                + standing.at("/incident/status").asString("null"))
        .toList();
  }

  private static List<JsonNode> completenessOf(Client viewer) {
    return viewer
        .ask(ASK)
        .at("/dataProduct/standings")
        .valueStream()
        .filter(standing -> standing.at("/commitment").asString().equals(COMPLETENESS))
        .toList();
  }

  /** Bears five percent where the first version bears one. */
  private static String lax() {
    String document = Documents.contract(CONTRACT, "2.0.0", "");
    return document.replaceFirst("mustBeLessThan: 1\n", "mustBeLessThan: 4.5\n");
  }
}

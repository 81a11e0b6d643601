package io.concordat.server;

import static io.concordat.server.Documents.RECORD_COMPLIANCE;
import static io.concordat.server.Documents.REGISTER_DOMAIN;
import static io.concordat.server.Documents.REGISTER_PRODUCT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

import io.concordat.messages.scorecard.ScorecardFormula;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/**
 * Months are closed once, by the clock or by hand, on two nodes, and stay as they were announced.
 */
class ScorecardTest {

  private static final String CARD =
      """
      query($month: YearMonth!, $recounted: Boolean!) { scorecard(month: $month, recounted: $recounted) {
        published rows { rank domain { id } compliancePercent trend standing monthsInNeed checks }
        notMeasured { id } } }
      """;
  private static final String PUBLISH =
      """
      mutation($input: PublishScorecardInput!) { publishScorecard(input: $input) {
        scorecard { published } userErrors { code message } } }
      """;

  private final YearMonth current = YearMonth.now(ZoneOffset.UTC);

  @Test
  void monthsAreClosedOnceAndStayAsTheyWereAnnounced() {
    ShiftedClock.setAhead(Duration.ZERO);
    Stores stores = Stores.fresh();
    try (Node one = Node.start(stores, List.of(ShiftedClock.class));
        Node two = Node.start(stores, List.of(ShiftedClock.class))) {
      mesh(one);
      for (int month = 3; month >= 1; month--) {
        record(one, "alpha/things", current.minusMonths(month), 1, 1_000, 0);
        record(one, "beta/things", current.minusMonths(month), 1, 94 - month, 6 + month);
      }

      assertThat(refusal(one, "viewer", current.minusMonths(3))).isEqualTo("NOT_ALLOWED");
      assertThat(refusal(one, "governance", current.minusMonths(2)))
          .isEqualTo("SCORECARD_EARLIER_OPEN");
      assertThat(refusal(one, "governance", current)).isEqualTo("SCORECARD_NOT_DUE");
      assertThat(refusal(one, "governance", current.minusMonths(4))).isEqualTo("SCORECARD_EMPTY");

      YearMonth first = current.minusMonths(3);
      List<CompletableFuture<String>> atOnce = new ArrayList<>();
      for (Node node : List.of(one, two, one, two)) {
        atOnce.add(CompletableFuture.supplyAsync(() -> refusal(node, "governance", first)));
      }
      atOnce.forEach(answer -> assertThat(answer.join()).isEmpty());
      assertThat(refusal(two, "governance", current.minusMonths(2))).isEmpty();
      assertThat(refusal(two, "governance", current.minusMonths(1))).isEmpty();

      JsonNode trail = trail(one, "scorecard.published");
      assertThat(trail.get("totalCount").asInt()).as("one event for each month").isEqualTo(3);
      JsonNode escalated = trail(one, "domain.escalated");
      assertThat(escalated.get("totalCount").asInt()).isEqualTo(1);
      assertThat(escalated.at("/edges/0/node/payload").asString())
          .contains("\"domain\":\"beta\"", "\"director\":\"director-beta\"", "\"monthsInNeed\":3");

      JsonNode last = card(two, current.minusMonths(1), false);
      assertThat(last.get("published").asBoolean()).isTrue();
      assertThat(last.at("/rows/0/domain/id").asString()).isEqualTo("alpha");
      assertThat(last.at("/rows/1/monthsInNeed").asInt()).isEqualTo(3);
      assertThat(last.at("/rows/1/trend").asDouble()).isEqualTo(1.0, within(1e-9));
      assertThat(last.get("notMeasured").isEmpty()).as("gamma is of today").isTrue();
      assertThat(card(two, current, false).at("/notMeasured").findValuesAsString("id"))
          .contains("gamma");
      assertThat(card(two, current.minusMonths(1), true).get("rows"))
          .as("history counted again comes to the same")
          .isEqualTo(last.get("rows"));

      record(two, "beta/things", current.minusMonths(1), 2, 0, 900);
      assertThat(card(one, current.minusMonths(1), false)).isEqualTo(last);
      assertThat(card(one, current.minusMonths(1), true).at("/rows/1/checks").asInt())
          .isEqualTo(1_000);

      reset(one);
      await()
          .atMost(Duration.ofSeconds(60))
          .ignoreExceptions()
          .untilAsserted(() -> {
            assertThat(card(one, current.minusMonths(1), false)).isEqualTo(last);
            assertThat(card(one, first, false).get("published").asBoolean()).isTrue();
          });

      byTheClock(one, two);
    }
  }

  /** The month that is open now is closed a day after its end, by one node of both. */
  private void byTheClock(Node one, Node two) {
    Instant from = Instant.now().minus(Duration.ofHours(1));
    YearMonth open = ScorecardFormula.monthOf(from);
    if (!open.equals(current)) {
      return;
    }
    record(one, "alpha/things", from.minus(Duration.ofMinutes(1)), from, 10, 0);
    assertThat(card(two, current, false).get("published").asBoolean()).isFalse();
    ShiftedClock.setAhead(
        Duration.between(Instant.now(), ScorecardFormula.due(current)).plusMinutes(20));
    await()
        .atMost(Duration.ofSeconds(60))
        .untilAsserted(
            () -> assertThat(card(two, current, false).get("published").asBoolean()).isTrue());
    assertThat(trail(two, "scorecard.published").get("totalCount").asInt()).isEqualTo(4);
    ShiftedClock.setAhead(Duration.ZERO);
  }

  private static void mesh(Node node) {
    Client governance = node.as("governance");
    for (String domain : List.of("alpha", "beta", "gamma")) {
      governance.tell(
          "registerDomain",
          REGISTER_DOMAIN,
          "input",
          Map.of(
              "id",
              domain,
              "name",
              domain,
              "description",
              "A domain.",
              "director",
              "director-" + domain));
      governance.tell(
          "registerDataProduct",
          REGISTER_PRODUCT,
          "input",
          Map.of(
              "id", domain + "/things",
              "name", "Things",
              "description", "All things.",
              "owner", "owner-test",
              "sharePercent", 50));
    }
  }

  private static void record(
      Node node, String product, YearMonth month, int hour, long passed, long failed) {
    Instant from = ScorecardFormula.start(month).plus(Duration.ofHours(hour));
    record(node, product, from, from.plus(Duration.ofHours(1)), passed, failed);
  }

  private static void record(
      Node node, String product, Instant from, Instant to, long passed, long failed) {
    node.as("machine-observer")
        .tell(
            "recordCompliance",
            RECORD_COMPLIANCE,
            "input",
            Map.of(
                "product",
                product,
                "from",
                from.toString(),
                "to",
                to.toString(),
                "counts",
                List.of(Map.of("commitment", "freshness", "passed", passed, "failed", failed))));
  }

  private static String refusal(Node node, String person, YearMonth month) {
    return node.as(person)
        .ask(PUBLISH, "input", Map.of("month", month.toString()))
        .at("/publishScorecard/userErrors/0/code")
        .asString("");
  }

  private static JsonNode card(Node node, YearMonth month, boolean recounted) {
    return node.as("viewer")
        .ask(CARD, "month", month.toString(), "recounted", recounted)
        .get("scorecard");
  }

  private static JsonNode trail(Node node, String type) {
    return node.as("auditor")
        .ask(
            "query($type: [String!]) { auditTrail(type: $type, first: 10) {"
                + " totalCount edges { node { payload } } } }",
            "type",
            List.of(type))
        .get("auditTrail");
  }

  private static void reset(Node node) {
    node.as("operator")
        .tell(
            "resetProcessor",
            "mutation { resetProcessor(input: {name: \"reliability-views\"}) {"
                + " processor { name } userErrors { code message } } }");
  }
}

package io.concordat.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What a mesh is for, told in figures: over three months of requests, deliveries and reads. */
class MeshFiguresTest {

  private static final Duration MONTH = Duration.ofDays(35);
  private static final String CONTRACT = "alpha/things/thing";

  private Node node;

  @BeforeEach
  void start() {
    ShiftedClock.setAhead(Duration.ZERO);
    node = Node.start(Stores.fresh(), List.of(ShiftedClock.class));
    Client governance = node.as("governance");
    SmallMesh.seat(governance, List.of("alpha", "beta"));
    SmallMesh.offer(governance, List.of("alpha/things"));
  }

  @AfterEach
  void stop() {
    node.close();
    ShiftedClock.setAhead(Duration.ZERO);
  }

  @Test
  void requestsDeliveriesAndReadsAreToldMonthByMonth() {
    YearMonth first = month();
    String asked = open("Chargebacks");

    ShiftedClock.setAhead(MONTH);
    YearMonth second = month();
    publish();
    tell(
        "acceptDataRequest",
        Map.of(
            "request", asked, "expectedBy", Instant.now().plus(MONTH.multipliedBy(2)).toString()));
    tell("deliverDataRequest", Map.of("request", asked, "contract", CONTRACT));
    open("Refunds");
    tell("declineDataRequest", Map.of("request", open("Salaries"), "reason", "They stay here."));
    register("alpha:own", "DASHBOARD");
    register("beta:board", "DASHBOARD");
    register("beta:scores", "MODEL");

    ShiftedClock.setAhead(MONTH.multipliedBy(2));
    YearMonth third = month();
    Map<String, JsonNode> months = history(first, third);

    assertThat(figures(months.get(first.toString())))
        .isEqualTo("opened 1 delivered 0 open 1 products 1 found 0 reads 0");
    assertThat(months.get(first.toString()).get("medianDaysToDelivery").isNull()).isTrue();
    assertThat(figures(months.get(second.toString())))
        .isEqualTo("opened 2 delivered 1 open 1 products 1 found 1 reads 2");
    assertThat(months.get(second.toString()).get("medianDaysToDelivery").asDouble())
        .isCloseTo(MONTH.toDays(), within(0.1));
    assertThat(figures(months.get(third.toString())))
        .isEqualTo("opened 0 delivered 0 open 1 products 1 found 1 reads 2");

    JsonNode requests =
        node.as("viewer")
            .ask(
                "{ domain(id: \"alpha\") { requests { open accepted declined delivered withdrawn"
                    + " medianDaysToDelivery p90DaysToDelivery } } }")
            .at("/domain/requests");
    assertThat(requests.get("open").asInt()).isEqualTo(1);
    assertThat(requests.get("accepted").asInt()).isZero();
    assertThat(requests.get("declined").asInt()).isEqualTo(1);
    assertThat(requests.get("delivered").asInt()).isEqualTo(1);
    assertThat(requests.get("withdrawn").asInt()).isZero();
    assertThat(requests.get("medianDaysToDelivery").asDouble())
        .isCloseTo(MONTH.toDays(), within(0.1));
    assertThat(requests.get("p90DaysToDelivery").asDouble()).isCloseTo(MONTH.toDays(), within(0.1));

    assertThat(consumers("contract: \"" + CONTRACT + "\""))
        .containsExactly("alpha:own", "beta:board", "beta:scores");
    assertThat(consumers("domain: \"beta\", kind: MODEL")).containsExactly("beta:scores");
    assertThat(consumers("domain: \"beta\", contract: \"alpha/things/other\"")).isEmpty();
  }

  private static YearMonth month() {
    ShiftedClock clock = new ShiftedClock();
    return YearMonth.from(clock.clockOfTheTest().instant().atOffset(ZoneOffset.UTC));
  }

  private Map<String, JsonNode> history(YearMonth from, YearMonth to) {
    Map<String, JsonNode> months = new HashMap<>();
    node.as("viewer")
        .ask(
            "query($from: YearMonth!, $to: YearMonth!) { mesh { history(from: $from, to: $to) {"
                + " month requestsOpened requestsDelivered requestsOpen medianDaysToDelivery"
                + " products discoverableProducts crossDomainReads } } }",
            "from",
            from.toString(),
            "to",
            to.toString())
        .at("/mesh/history")
        .forEach(month -> months.put(month.get("month").asString(), month));
    return months;
  }

  private static String figures(JsonNode month) {
    return "opened %d delivered %d open %d products %d found %d reads %d"
        .formatted(
            month.get("requestsOpened").asInt(),
            month.get("requestsDelivered").asInt(),
            month.get("requestsOpen").asInt(),
            month.get("products").asInt(),
            month.get("discoverableProducts").asInt(),
            month.get("crossDomainReads").asInt());
  }

  private List<String> consumers(String filter) {
    return node.as("viewer")
        .ask("{ consumers(" + filter + ", first: 10) { edges { node { id } } } }")
        .at("/consumers/edges")
        .valueStream()
        .map(edge -> edge.at("/node/id").asString())
        .sorted()
        .toList();
  }

  private String open(String title) {
    return tell(
            "openDataRequest",
            Map.of("domain", "alpha", "title", title, "purpose", "It is missing."))
        .at("/dataRequest/id")
        .asString();
  }

  private JsonNode tell(String mutation, Map<String, Object> input) {
    String type = Character.toUpperCase(mutation.charAt(0)) + mutation.substring(1) + "Input";
    return node.as("rep-alpha")
        .tell(
            mutation,
            "mutation($input: %s!) { %s(input: $input) { dataRequest { id } userErrors { code message } } }"
                .formatted(type, mutation),
            "input",
            input);
  }

  private void publish() {
    assertThat(
            node.as("owner-test")
                .tell(
                    "publishContractVersion",
                    Documents.PUBLISH,
                    "input",
                    Map.of(
                        "contract",
                        CONTRACT,
                        "document",
                        Documents.contract(CONTRACT, "1.0.0", "")))
                .at("/verdict/passed")
                .asBoolean())
        .isTrue();
  }

  private void register(String consumer, String kind) {
    node.as("governance")
        .tell(
            "registerConsumer",
            "mutation($input: RegisterConsumerInput!) { registerConsumer(input: $input) {"
                + " consumer { id } receipt { readable } userErrors { code message } } }",
            "input",
            Map.of(
                "id", consumer,
                "name", consumer,
                "kind", kind,
                "purpose", "To see.",
                "reads", List.of(Map.of("contract", CONTRACT, "fields", List.of("thing.amount")))));
  }
}

package io.concordat.server;

import static io.concordat.server.Documents.APPOINT;
import static io.concordat.server.Documents.PUBLISH;
import static io.concordat.server.Documents.REGISTER_DOMAIN;
import static io.concordat.server.Documents.REGISTER_PRODUCT;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** A domain is asked for a product, and answers. */
class DataRequestTest {

  private static final String LATER = Instant.now().plus(20, ChronoUnit.DAYS).toString();

  private static final String TOLD =
      """
      mutation($input: %s!) { %s(input: $input) {
        dataRequest { id status expectedBy reason acceptedBy closedBy contract { id } domain { id } }
        receipt { readable } userErrors { code message path } } }
      """;

  private static Node node;

  @BeforeAll
  static void start() {
    node = Node.start(Stores.fresh());
    Client governance = node.as("governance");
    governance.tell(
        "registerDomain",
        REGISTER_DOMAIN,
        "input",
        Map.of("id", "alpha", "name", "Alpha", "description", "A domain."));
    governance.tell(
        "appointRepresentative",
        APPOINT,
        "input",
        Map.of("domain", "alpha", "representative", "rep-alpha"));
    governance.tell(
        "registerDataProduct",
        REGISTER_PRODUCT,
        "input",
        Map.of(
            "id", "alpha/things",
            "name", "Things",
            "description", "All things.",
            "owner", "owner-test",
            "sharePercent", 50));
    node.as("owner-test")
        .tell(
            "publishContractVersion",
            PUBLISH,
            "input",
            Map.of(
                "contract",
                "alpha/things/thing",
                "document",
                Documents.contract("alpha/things/thing", "1.0.0", "")));
  }

  @AfterAll
  static void stop() {
    node.close();
  }

  @Test
  void isAcceptedAndDelivered() {
    String id = open("viewer-ada", "key-1");
    assertThat(open("viewer-ada", "key-1")).as("the same request, sent again").isEqualTo(id);

    JsonNode accepted =
        tell("rep-alpha", "acceptDataRequest", Map.of("request", id, "expectedBy", LATER));
    assertThat(accepted.at("/dataRequest/status").asString()).isEqualTo("ACCEPTED");
    assertThat(accepted.at("/dataRequest/acceptedBy").asString()).isEqualTo("rep-alpha");

    assertThat(refusal("owner-test", deliver(id, "alpha/things/nothing")))
        .isEqualTo("CONTRACT_NOT_FOUND");
    JsonNode delivered =
        tell("owner-test", "deliverDataRequest", deliver(id, "alpha/things/thing"));
    assertThat(delivered.at("/dataRequest/status").asString()).isEqualTo("DELIVERED");
    assertThat(delivered.at("/dataRequest/contract/id").asString()).isEqualTo("alpha/things/thing");

    JsonNode found =
        node.as("auditor")
            .ask(
                """
                query($id: ID!) {
                  node(id: $id) { ... on DataRequest { title domain { id } } }
                  auditTrail(subject: $id, first: 10) { edges { node { type } } } }
                """,
                "id",
                id);
    assertThat(found.at("/node/title").asString()).isEqualTo("Chargebacks");
    assertThat(found.at("/auditTrail/edges").valueStream().map(edge -> edge.at("/node/type")))
        .extracting(JsonNode::asString)
        .containsExactly("request.opened", "request.accepted", "request.delivered");
  }

  @Test
  void isDeclinedByWhoAnswersForTheDomainOnly() {
    String id = open("viewer-ada", "key-2");
    Map<String, Object> decline = Map.of("request", id, "reason", "Beta has it.");
    assertThat(
            node.as("owner-other")
                .answer(
                    TOLD.formatted("DeclineDataRequestInput", "declineDataRequest"),
                    "input",
                    decline)
                .at("/data/declineDataRequest/userErrors/0/code")
                .asString())
        .isEqualTo("NOT_ALLOWED");
    assertThat(
            tell("owner-test", "declineDataRequest", decline).at("/dataRequest/reason").asString())
        .isEqualTo("Beta has it.");
    assertThat(refusal("owner-test", deliver(id, "alpha/things/thing")))
        .isEqualTo("REQUEST_CLOSED");
  }

  @Test
  void isWithdrawnAndListedForWhoAsked() {
    String id = open("viewer-eve", "key-3");
    String withdraw = TOLD.formatted("DataRequestInput", "withdrawDataRequest");
    assertThat(
            node.as("governance")
                .answer(withdraw, "input", Map.of("request", id))
                .at("/data/withdrawDataRequest/userErrors/0/code")
                .asString())
        .isEqualTo("NOT_ALLOWED");
    assertThat(
            node.as("viewer-eve")
                .tell("withdrawDataRequest", withdraw, "input", Map.of("request", id))
                .at("/dataRequest/status")
                .asString())
        .isEqualTo("WITHDRAWN");

    JsonNode mine =
        node.as("viewer-eve")
            .ask(
                """
                { dataRequests(domain: "alpha", mine: true, status: [WITHDRAWN], first: 5) {
                    totalCount edges { node { id } } } }
                """)
            .get("dataRequests");
    assertThat(mine.get("totalCount").asInt()).isEqualTo(1);
    assertThat(mine.at("/edges/0/node/id").asString()).isEqualTo(id);
  }

  @Test
  void whatIsNotThereIsRefused() {
    Map<String, Object> unknown =
        new HashMap<>(deliver("01935b6e-0a4b-7c3d-8e9f-0123456789ac", "alpha/things/thing"));
    assertThat(refusal("governance", unknown)).isEqualTo("REQUEST_NOT_FOUND");
    unknown.put("request", "no id");
    assertThat(refusal("governance", unknown)).isEqualTo("INVALID_REQUEST");
  }

  private static Map<String, Object> deliver(String id, String contract) {
    return Map.of("request", id, "contract", contract);
  }

  private static String refusal(String person, Map<String, Object> input) {
    return node.as(person)
        .answer(TOLD.formatted("DeliverDataRequestInput", "deliverDataRequest"), "input", input)
        .at("/data/deliverDataRequest/userErrors/0/code")
        .asString();
  }

  private static String open(String person, String key) {
    return tell(
            person,
            "openDataRequest",
            Map.of(
                "domain", "alpha",
                "title", "Chargebacks",
                "purpose", "Fraud scores miss them.",
                "neededBy", LATER,
                "idempotencyKey", key))
        .at("/dataRequest/id")
        .asString();
  }

  private static JsonNode tell(String person, String mutation, Map<String, Object> input) {
    String type = Character.toUpperCase(mutation.charAt(0)) + mutation.substring(1) + "Input";
    return node.as(person).tell(mutation, TOLD.formatted(type, mutation), "input", input);
  }
}

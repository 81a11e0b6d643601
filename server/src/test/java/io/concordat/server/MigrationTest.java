package io.concordat.server;

import static io.concordat.server.Documents.APPOINT;
import static io.concordat.server.Documents.PUBLISH;
import static io.concordat.server.Documents.REGISTER_DOMAIN;
import static io.concordat.server.Documents.REGISTER_PRODUCT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import tools.jackson.databind.JsonNode;

/**
 * A breaking change from its publication to the retirement of the old version, on real engines,
 * over restarts with the clock set ahead, and with two nodes on the day; the steps build on each
 * other.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class MigrationTest {

  private static final String CONTRACT = "alpha/things/thing";
  private static final String MIGRATION = CONTRACT + "@1.0.0";
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private static final String REGISTER_CONSUMER =
      """
      mutation($input: RegisterConsumerInput!) { registerConsumer(input: $input) {
        consumer { id } userErrors { code message } } }
      """;
  private static final String FIND =
      """
      query($id: ID!) { migration(id: $id) {
        status version successor affected affectsAll openedAt supportedUntil closedAt contract { id }
        timeline { kind at daysBefore happened }
        participants { id kind status elements domain { id } consumer { name } contract { id }
          acknowledgedAt completedAt extension { until granted reason } }
        pending { id } } }
      """;

  private static Stores stores;
  private static Node node;

  @BeforeAll
  static void start() {
    stores = Stores.fresh();
    node = Node.start(stores);
    Client governance = node.as("governance");
    for (String domain : List.of("alpha", "beta", "gamma")) {
      governance.tell(
          "registerDomain",
          REGISTER_DOMAIN,
          "input",
          Map.of("id", domain, "name", domain, "description", "A domain."));
      governance.tell(
          "appointRepresentative",
          APPOINT,
          "input",
          Map.of("domain", domain, "representative", "rep-" + domain));
      governance.tell(
          "registerDataProduct",
          REGISTER_PRODUCT,
          "input",
          Map.of(
              "id",
              domain + "/things",
              "name",
              "Things",
              "description",
              "All things.",
              "owner",
              "owner-" + domain,
              "sharePercent",
              50));
    }
    publish("alpha", Documents.contract(CONTRACT, "1.0.0", ""));
    publish("beta", Documents.contract("beta/things/thing", "1.0.0", CONTRACT));
    publish("gamma", derivedFrom("thing.thing_id"));
    consumer("beta:reads-amount", List.of("thing.amount"));
    consumer("beta:reads-id", List.of("thing.thing_id"));
  }

  @AfterAll
  static void stop() {
    node.close();
    ShiftedClock.setAhead(Duration.ZERO);
  }

  @Test
  @Order(1)
  void whoIsAffectedIsKnownBefore() {
    JsonNode impact =
        node.as("viewer")
            .ask(
                "{ impact(of: \"alpha/things/thing\", fields: [\"thing.amount\"]) {"
                    + " of fields affected { id kind level fields depth } owners domains { id }"
                    + " consumers { id } contracts { id } } }")
            .get("impact");
    assertThat(ids(impact.get("affected")))
        .containsExactly("beta/things/thing", "beta:reads-amount");
    assertThat(impact.at("/affected/0/level").asString()).isEqualTo("PRODUCT");
    assertThat(impact.at("/affected/1/level").asString()).isEqualTo("FIELD");
    assertThat(impact.at("/affected/1/fields/0").asString()).isEqualTo("thing.amount");
    assertThat(impact.get("owners").toString()).isEqualTo("[\"owner-beta\"]");
    assertThat(ids(impact.get("domains"))).containsExactly("beta");

    JsonNode unknown = node.as("viewer").answer("{ impact(of: \"no/such/thing\") { of } }");
    assertThat(unknown.at("/errors/0/extensions/code").asString()).isEqualTo("CONTRACT_NOT_FOUND");
    JsonNode misspelt =
        node.as("viewer")
            .answer("{ impact(of: \"alpha/things/thing\", fields: [\"thing.amuont\"]) { of } }");
    assertThat(misspelt.at("/errors/0/extensions/code").asString()).isEqualTo("INVALID_FIELDS");
    assertThat(misspelt.at("/errors/0/message").asString()).contains("thing.amuont");
  }

  @Test
  @Order(2)
  void aBreakConcernsThoseWhoReadWhatBreaksAndNobodyElse() {
    consumer("gamma:reads-all-just-before", List.of());
    publish("alpha", withoutAmount());

    JsonNode opened =
        await().atMost(PATIENCE).until(() -> migration(node), found -> !found.isNull());

    assertThat(opened.get("affected").toString()).isEqualTo("[\"thing.amount\"]");
    assertThat(opened.get("affectsAll").asBoolean()).isFalse();
    assertThat(opened.get("successor").asString()).isEqualTo("2.0.0");
    assertThat(ids(opened.get("participants")))
        .containsExactly("beta/things/thing", "beta:reads-amount", "gamma:reads-all-just-before");
    assertThat(opened.at("/participants/1/status").asString()).isEqualTo("ANNOUNCED");
    assertThat(opened.at("/participants/1/elements/0").asString()).isEqualTo("thing.amount");
    assertThat(until(opened))
        .isCloseTo(Instant.now().plus(Duration.ofDays(30)), within(5, ChronoUnit.MINUTES));
    assertThat(
            opened
                .get("timeline")
                .valueStream()
                .map(step -> step.get("kind").asString() + step.get("daysBefore").asInt(0)))
        .containsExactly("ANNOUNCED0", "REMINDER14", "REMINDER7", "REMINDER1", "RETIREMENT0");
  }

  @Test
  @Order(3)
  void bothVersionsAreServedAndAsked() {
    JsonNode contract =
        node.as("viewer")
            .ask(
                "{ contract(id: \"alpha/things/thing\") { current { version }"
                    + " served { version status supportedUntil }"
                    + " version(version: \"1.0.0\") { status document supportedUntil migration { id } } } }")
            .get("contract");
    assertThat(contract.at("/current/version").asString()).isEqualTo("2.0.0");
    assertThat(contract.at("/served/0/version").asString()).isEqualTo("1.0.0");
    assertThat(contract.at("/served/1/version").asString()).isEqualTo("2.0.0");
    assertThat(contract.at("/version/status").asString()).isEqualTo("DEPRECATED");
    assertThat(contract.at("/version/document").asString()).contains("name: amount");
    assertThat(contract.at("/version/supportedUntil").asString("")).isNotEmpty();
    assertThat(contract.at("/version/migration/id").asString()).isEqualTo(MIGRATION);
    assertThat(
            node.as("viewer")
                .ask(
                    "{ catalog(query: \"things\", domain: \"alpha\") { edges { node { contracts {"
                        + " served { version status supportedUntil } } } } } }")
                .at("/catalog/edges/0/node/contracts/0/served/0/status")
                .asString())
        .isEqualTo("DEPRECATED");
    assertThat(retired(node)).containsExactly("CONTRACT_VERSION_STILL_SUPPORTED");
  }

  @Test
  @Order(4)
  void aReaderThatAppearsWithinTheWindowJoinsIfItIsConcerned() {
    consumer("gamma:late-reader", List.of("thing.amount"));
    consumer("gamma:late-but-unconcerned", List.of("thing.thing_id"));
    await()
        .atMost(PATIENCE)
        .untilAsserted(() ->
            assertThat(ids(migration(node).get("participants")))
                .contains("gamma:late-reader")
                .doesNotContain("gamma:late-but-unconcerned"));
  }

  @Test
  @Order(4)
  void aReaderThatReadsNoMoreOfWhatBreaksIsNotWaitedFor() {
    consumer("gamma:retires", List.of("thing.amount"));
    consumer("gamma:declares-anew", List.of("thing.amount"));
    await()
        .atMost(PATIENCE)
        .untilAsserted(() ->
            assertThat(ids(migration(node).get("pending")))
                .contains("gamma:retires", "gamma:declares-anew"));

    node.as("governance")
        .tell(
            "retireConsumer",
            "mutation($input: RetireConsumerInput!) { retireConsumer(input: $input) {"
                + " consumer { id } userErrors { code message } } }",
            "input",
            Map.of("consumer", "gamma:retires", "reason", "Gone."));
    consumer("gamma:declares-anew", List.of("thing.thing_id"));

    await()
        .atMost(PATIENCE)
        .untilAsserted(() ->
            assertThat(
                    migration(node)
                        .get("participants")
                        .valueStream()
                        .filter(each -> each.get("status").asString().equals("LEFT"))
                        .map(each -> each.get("id").asString()))
                .containsExactly("gamma:declares-anew", "gamma:retires"));
    assertThat(ids(migration(node).get("pending")))
        .doesNotContain("gamma:retires", "gamma:declares-anew");
  }

  @Test
  @Order(5)
  void whoSpeaksForAReaderSaysHowFarItIs() {
    assertThat(refused("rep-gamma", "acknowledgeMigration", "beta:reads-amount"))
        .containsExactly("NOT_ALLOWED");
    assertThat(refused("rep-beta", "acknowledgeMigration", "beta:reads-id"))
        .containsExactly("MIGRATION_PARTICIPANT_NOT_FOUND");
    assertThat(tell("rep-beta", "acknowledgeMigration", "beta:reads-amount"))
        .isEqualTo("ACKNOWLEDGED");
    assertThat(tell("owner-beta", "startMigration", "beta/things/thing")).isEqualTo("MIGRATING");
    assertThat(tell("rep-gamma", "completeMigration", "gamma:reads-all-just-before"))
        .isEqualTo("DONE");
  }

  @Test
  @Order(6)
  void moreTimeIsAskedForAndGranted() {
    Instant asked = Instant.now().plus(Duration.ofDays(40)).truncatedTo(ChronoUnit.MILLIS);
    Map<String, Object> request =
        Map.of(
            "migration",
            MIGRATION,
            "consumer",
            "beta:reads-amount",
            "until",
            asked.toString(),
            "reason",
            "The quarter ends first.");
    String mutation =
        "mutation($input: RequestExtensionInput!) { requestExtension(input: $input) {"
            + " migration { id } userErrors { code message } } }";
    node.as("rep-beta").tell("requestExtension", mutation, "input", request);
    assertThat(refused("rep-beta", "grantExtension", "beta:reads-amount"))
        .containsExactly("NOT_ALLOWED");
    tell("owner-alpha", "grantExtension", "beta:reads-amount");

    assertThat(until(migration(node))).isEqualTo(asked);
    JsonNode version =
        node.as("viewer")
            .ask(
                "{ contract(id: \"alpha/things/thing\") { version(version: \"1.0.0\") { supportedUntil } } }");
    assertThat(version.at("/contract/version/supportedUntil").asString())
        .isEqualTo(asked.toString());
    assertThat(
            node.as("owner-alpha")
                .refused(
                    "extendSupport",
                    "mutation($input: ExtendSupportInput!) { extendSupport(input: $input) {"
                        + " contract { id } userErrors { code message } } }",
                    "input",
                    Map.of(
                        "contract",
                        CONTRACT,
                        "version",
                        "1.0.0",
                        "until",
                        asked.minusSeconds(1).toString())))
        .containsExactly("CONTRACT_SUPPORT_NOT_SHORTENED");
  }

  @Test
  @Order(7)
  void onTheOldDayTheVersionIsStillThereAndThoseWhoStayAreReminded() {
    restart("P33D");
    await()
        .atMost(PATIENCE)
        .untilAsserted(() -> assertThat(events("migration.reminded")).isEqualTo(1));
    JsonNode found = migration(node);
    assertThat(found.get("status").asString()).isEqualTo("OPEN");
    assertThat(
            found
                .get("timeline")
                .valueStream()
                .filter(step -> step.get("kind").asString().equals("REMINDER"))
                .map(step ->
                    step.get("daysBefore").asInt() + " " + step.get("happened").asBoolean()))
        .containsExactly("7 true", "1 false");
    assertThat(retired(node)).containsExactly("CONTRACT_VERSION_STILL_SUPPORTED");
  }

  @Test
  @Order(8)
  void onTheDayTheVersionRetiresOnceAndWhoIsLateIsRecorded() {
    node.close();
    ShiftedClock.setAhead(Duration.ofDays(33));
    node = Node.start(stores, List.of(ShiftedClock.class));
    try (Node second = Node.start(stores, List.of(ShiftedClock.class))) {
      ShiftedClock.setAhead(Duration.ofDays(41));
      await()
          .atMost(PATIENCE)
          .untilAsserted(
              () -> assertThat(migration(second).get("status").asString()).isEqualTo("CLOSED"));
    }
    JsonNode closed = migration(node);
    assertThat(
            closed
                .get("participants")
                .valueStream()
                .map(each -> each.get("id").asString() + " " + each.get("status").asString()))
        .containsExactly(
            "beta/things/thing LATE",
            "beta:reads-amount LATE",
            "gamma:declares-anew LEFT",
            "gamma:late-reader LATE",
            "gamma:reads-all-just-before DONE",
            "gamma:retires LEFT");
    assertThat(ids(closed.get("pending")))
        .containsExactly("beta/things/thing", "beta:reads-amount", "gamma:late-reader");
    assertThat(events("contract.version-retired")).isEqualTo(1);
    assertThat(events("migration.opened")).isEqualTo(1);
    assertThat(events("migration.closed")).isEqualTo(1);
    assertThat(events("migration.extended")).isEqualTo(1);
    assertThat(events("migration.reminded")).as("days that have passed remind nobody").isEqualTo(1);
    JsonNode contract =
        node.as("viewer")
            .ask(
                "{ contract(id: \"alpha/things/thing\") { served { version }"
                    + " version(version: \"1.0.0\") { status } } }")
            .get("contract");
    assertThat(contract.at("/version/status").asString()).isEqualTo("RETIRED");
    assertThat(contract.get("served")).hasSize(1);
    assertThat(refused("rep-beta", "completeMigration", "beta:reads-amount"))
        .containsExactly("MIGRATION_CLOSED");
  }

  @Test
  @Order(9)
  void theClockIsNotSetBack() {
    node.close();
    assertThat(
            org.assertj.core.api.Assertions.catchThrowable(
                () -> Node.start(stores, "--concordat.clock.offset=P1D").close()))
        .hasStackTraceContaining("start with the offset of the last time");
    node = Node.start(stores, "--concordat.clock.offset=P42D");
  }

  @Test
  @Order(10)
  void whatActsIsNeverReplayed() {
    for (String group : List.of("migrations", "deadlines")) {
      assertThat(
              node.as("operator")
                  .refused(
                      "resetProcessor",
                      "mutation($input: ProcessorInput!) { resetProcessor(input: $input) {"
                          + " processor { name } userErrors { code message } } }",
                      "input",
                      Map.of("name", group)))
          .containsExactly("PROCESSOR_NOT_RESETTABLE");
    }
  }

  private static void restart(String offset) {
    node.close();
    node = Node.start(stores, "--concordat.clock.offset=" + offset);
  }

  private static JsonNode migration(Node asked) {
    return asked.as("viewer").ask(FIND, "id", MIGRATION).get("migration");
  }

  private static Instant until(JsonNode migration) {
    return Instant.parse(migration.get("supportedUntil").asString());
  }

  private static List<String> ids(JsonNode list) {
    return list.valueStream().map(each -> each.get("id").asString()).toList();
  }

  private static long events(String type) {
    return node.as("auditor")
        .ask(
            "query($type: [String!]) { auditTrail(type: $type) { totalCount } }",
            "type",
            List.of(type))
        .at("/auditTrail/totalCount")
        .asLong();
  }

  /** What became of the participant. */
  private static String tell(String person, String mutation, String participant) {
    return node.as(person)
        .tell(mutation, mutationOf(mutation), "input", inputOf(participant))
        .at("/migration/participants")
        .valueStream()
        .filter(each -> each.get("id").asString().equals(participant))
        .map(each -> each.get("status").asString())
        .findFirst()
        .orElseThrow();
  }

  private static List<String> refused(String person, String mutation, String participant) {
    return node.as(person).refused(mutation, mutationOf(mutation), "input", inputOf(participant));
  }

  private static String mutationOf(String name) {
    return "mutation($input: MigrationInput!) { "
        + name
        + "(input: $input) { migration { participants { id status } } userErrors { code message } } }";
  }

  private static Map<String, Object> inputOf(String participant) {
    return Map.of("migration", MIGRATION, "consumer", participant);
  }

  private static List<String> retired(Node asked) {
    return asked
        .as("owner-alpha")
        .refused(
            "retireContractVersion",
            "mutation($input: RetireContractVersionInput!) { retireContractVersion(input: $input) {"
                + " contract { id } userErrors { code message } } }",
            "input",
            Map.of("contract", CONTRACT, "version", "1.0.0"));
  }

  private static void consumer(String id, List<String> fields) {
    node.as("governance")
        .tell(
            "registerConsumer",
            REGISTER_CONSUMER,
            "input",
            Map.of(
                "id",
                id,
                "name",
                id,
                "kind",
                "DASHBOARD",
                "purpose",
                "To see.",
                "reads",
                List.of(Map.of("contract", CONTRACT, "fields", fields))));
  }

  private static void publish(String domain, String document) {
    JsonNode payload =
        node.as("owner-" + domain)
            .tell(
                "publishContractVersion",
                PUBLISH,
                "input",
                Map.of("contract", domain + "/things/thing", "document", document));
    assertThat(payload.at("/verdict/passed").asBoolean()).as(payload.toString()).isTrue();
  }

  private static String withoutAmount() {
    String second = Documents.contract(CONTRACT, "2.0.0", "");
    int from = second.indexOf("      - name: amount");
    return second.substring(0, from) + second.substring(second.indexOf("slaProperties:"));
  }

  /** A contract of gamma that says which field of ours it derives from. */
  private static String derivedFrom(String field) {
    return Documents.contract("gamma/things/thing", "1.0.0", CONTRACT)
        .replace(
            "        primaryKey: true\n",
            "        primaryKey: true\n        transformSourceObjects: [\""
                + CONTRACT
                + "#"
                + field
                + "\"]\n");
  }
}

package io.concordat.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
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
 * A ballot with reminders and a meeting with its minutes, on real engines, over restarts with the
 * clock set ahead, and with two nodes; the steps build on each other.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class MeetingTest {

  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final String TITLE = "Name *every* <b>owner</b> | [now](http://x)";
  private static final String OPEN =
      """
      mutation($input: OpenProposalInput!) { openProposal(input: $input) {
        proposal { id } userErrors { code message } } }
      """;
  private static final String START =
      """
      mutation($input: StartVotingInput!) { startVoting(input: $input) {
        proposal { id } userErrors { code message } } }
      """;
  private static final String VOTE =
      """
      mutation($input: CastVoteInput!) { castVote(input: $input) {
        proposal { id } userErrors { code message } } }
      """;
  private static final String RECORD =
      """
      mutation($input: RecordMinutesInput!) { recordMinutes(input: $input) {
        meeting { id minutes { text } } userErrors { code message } } }
      """;
  private static final String CORRECT =
      """
      mutation($input: CorrectMinutesInput!) { correctMinutes(input: $input) {
        meeting { minutes { text reason recordedBy } minutesHistory { digest reason } }
        userErrors { code message } } }
      """;
  private static final String AGENDA =
      """
      { agenda { at horizon meeting { id startsAt }
          voting { id consents notVoted { id }
            reminders { round daysBefore domains { id } } }
          sentBack { id } discussion { id } scheduled { number } waivers { id }
          migrations { id } } }
      """;

  private static Stores stores;
  private static Node node;
  private static String proposal;
  private static String meeting;

  @BeforeAll
  static void start() {
    ShiftedClock.setAhead(Duration.ZERO);
    stores = Stores.fresh();
    node = Node.start(stores, List.of(ShiftedClock.class));
    Client governance = node.as("governance");
    SmallMesh.seat(governance, List.of("alpha", "beta", "gamma", "delta"));
  }

  @AfterAll
  static void stop() {
    node.close();
    ShiftedClock.setAhead(Duration.ZERO);
  }

  @Test
  @Order(1)
  void theNextMeetingsAreInTheCalendar() {
    JsonNode agenda =
        await()
            .atMost(PATIENCE)
            .until(
                () -> node.as("viewer").ask(AGENDA).get("agenda"),
                found -> !found.get("meeting").isNull());

    meeting = agenda.at("/meeting/id").asString();
    YearMonth now = YearMonth.now(ZoneOffset.UTC);
    assertThat(YearMonth.parse(meeting)).isIn(now, now.plusMonths(1));
    assertThat(agenda.at("/meeting/startsAt").asString()).endsWith("T14:00:00Z");
    assertThat(Instant.parse(agenda.get("horizon").asString()))
        .isAfter(Instant.parse(agenda.at("/meeting/startsAt").asString()));
  }

  @Test
  @Order(2)
  void whoHasNotVotedIsReminded() {
    proposal =
        node.as("rep-alpha")
            .tell(
                "openProposal",
                OPEN,
                "input",
                Map.of(
                    "title",
                    TITLE,
                    "rationale",
                    "Because.",
                    "change",
                    Map.of("kind", "RETIRE", "policyId", "privacy-classification")))
            .at("/proposal/id")
            .asString();
    node.as("rep-alpha")
        .tell(
            "startVoting",
            START,
            "input",
            Map.of(
                "proposal",
                proposal,
                "closesAt",
                Instant.now().plus(Duration.ofDays(5)).toString()));
    vote("alpha", "CONSENT", "Mine.");
    vote("beta", "CONSENT", "A | pipe, <script>alert(1)</script>");
    assertThat(ids(voting(node).get("notVoted"))).containsExactly("delta", "gamma");
    assertThat(voting(node).get("reminders").isEmpty()).isTrue();

    restart(Duration.ofDays(2).plusHours(1));
    await()
        .atMost(PATIENCE)
        .untilAsserted(() -> assertThat(voting(node).get("reminders").size()).isEqualTo(1));
    try (Node second = Node.start(stores, List.of(ShiftedClock.class))) {
      ShiftedClock.setAhead(Duration.ofDays(4).plusHours(1));
      await()
          .atMost(PATIENCE)
          .untilAsserted(() -> assertThat(voting(second).get("reminders").size()).isEqualTo(2));
    }
    JsonNode reminders = voting(node).get("reminders");
    assertThat(reminders.at("/0/daysBefore").asInt()).isEqualTo(3);
    assertThat(reminders.at("/1/daysBefore").asInt()).isEqualTo(1);
    assertThat(ids(reminders.at("/1/domains"))).containsExactly("delta", "gamma");
  }

  @Test
  @Order(2)
  void theCalendarHoldsMeetingsAndClosings() {
    HttpResponse<String> calendar = get("/api/v1/council/calendar.ics");

    assertThat(calendar.headers().firstValue("Content-Type").orElseThrow())
        .startsWith("text/calendar");
    assertThat(calendar.body())
        .contains("UID:meeting-" + meeting + "@concordat", "DTEND:", "T150000Z");
    assertThat(get("/api/v1/council/meetings/" + meeting + "/minutes.md").body())
        .contains("MINUTES_NOT_RECORDED");
    assertThat(get("/api/v1/council/meetings/2001-01/minutes.md").statusCode()).isEqualTo(404);
    assertThat(get("/api/v1/council/meetings/never/minutes.md").statusCode()).isEqualTo(400);
  }

  @Test
  @Order(3)
  void minutesAreNotRecordedBeforeTheMeeting() {
    restart(Duration.ofDays(5).plusHours(1));
    await()
        .atMost(PATIENCE)
        .untilAsserted(() ->
            assertThat(
                    node.as("viewer")
                        .ask("query($id: ID!) { proposal(id: $id) { status } }", "id", proposal)
                        .at("/proposal/status")
                        .asString())
                .isEqualTo("ADOPTED"));
    YearMonth later = YearMonth.now(ZoneOffset.UTC).plusMonths(2);
    assertThat(refused("governance", "recordMinutes", RECORD, Map.of("meeting", later.toString())))
        .containsExactly("MEETING_NOT_BEGUN");
    assertThat(refused("rep-alpha", "recordMinutes", RECORD, Map.of("meeting", meeting)))
        .containsExactly("NOT_ALLOWED");
    assertThat(refused("governance", "recordMinutes", RECORD, Map.of("meeting", "2001-01")))
        .containsExactly("MEETING_NOT_FOUND");
    assertThat(refused("governance", "recordMinutes", RECORD, Map.of("meeting", "next")))
        .containsExactly("INVALID_MEETING");
    assertThat(
            refused(
                "governance",
                "correctMinutes",
                CORRECT,
                Map.of("meeting", later.toString(), "text", "# A", "reason", "None.")))
        .containsExactly("MINUTES_NOT_RECORDED");
  }

  @Test
  @Order(4)
  void theClockRecordsTheMinutesOnceWithTwoNodes() {
    restart(Duration.ofDays(71));
    try (Node second = Node.start(stores, List.of(ShiftedClock.class))) {
      await()
          .atMost(PATIENCE)
          .untilAsserted(() -> assertThat(minutes(second, meeting).isNull()).isFalse());
    }
    await()
        .atMost(PATIENCE)
        .untilAsserted(() -> assertThat(withMinutes()).hasSizeGreaterThanOrEqualTo(2));
    for (String each : withMinutes()) {
      assertThat(
              node.as("auditor")
                  .ask(
                      "query($s: ID!) { auditTrail(type: [\"meeting.minutes-recorded\"], first: 50,"
                          + " subject: $s) { totalCount } }",
                      "s",
                      each)
                  .at("/auditTrail/totalCount")
                  .asLong())
          .isEqualTo(1);
    }
    String all =
        withMinutes().stream()
            .map(each -> minutes(node, each).get("text").asString())
            .reduce("", String::concat);
    assertThat(all)
        .containsOnlyOnce("### Name \\*every\\* \\<b\\>owner\\</b\\> \\| \\[now\\]\\(http://x\\)")
        .contains("What happened from 2")
        .contains("A \\| pipe, \\<script\\>alert\\(1\\)\\</script\\>")
        .contains("Retires the policy `privacy-classification`")
        .contains("alpha is represented by rep\\-alpha")
        .doesNotContain("<script>");
  }

  @Test
  @Order(5)
  void aCorrectionIsAFurtherEvent() {
    JsonNode corrected =
        node.as("governance")
            .tell(
                "correctMinutes",
                CORRECT,
                "input",
                Map.of("meeting", meeting, "text", "# Better", "reason", "A name was wrong."))
            .get("meeting");

    assertThat(corrected.at("/minutes/text").asString()).isEqualTo("# Better");
    assertThat(get("/api/v1/council/meetings/" + meeting + "/minutes.md").body())
        .isEqualTo("# Better");
    assertThat(corrected.at("/minutes/recordedBy").asString()).isEqualTo("governance");
    assertThat(corrected.get("minutesHistory").size()).isEqualTo(2);
    assertThat(corrected.at("/minutesHistory/0/reason").isNull()).isTrue();
    assertThat(refused("governance", "recordMinutes", RECORD, Map.of("meeting", meeting)))
        .containsExactly("MINUTES_RECORDED");
  }

  private static HttpResponse<String> get(String path) {
    return Http.get(node.port(), path, node.as("viewer").token());
  }

  private static void restart(Duration ahead) {
    node.close();
    ShiftedClock.setAhead(ahead);
    node = Node.start(stores, List.of(ShiftedClock.class));
  }

  private static void vote(String domain, String choice, String reason) {
    node.as("rep-" + domain)
        .tell(
            "castVote",
            VOTE,
            "input",
            Map.of("proposal", proposal, "choice", choice, "reason", reason));
  }

  private static JsonNode voting(Node asked) {
    return asked.as("viewer").ask(AGENDA).at("/agenda/voting/0");
  }

  private static JsonNode minutes(Node asked, String id) {
    return asked
        .as("viewer")
        .ask("query($id: ID!) { meeting(id: $id) { minutes { text } } }", "id", id)
        .at("/meeting/minutes");
  }

  private static List<String> withMinutes() {
    return node.as("viewer")
        .ask("{ meetings { edges { node { id minutes { digest } } } } }")
        .at("/meetings/edges")
        .valueStream()
        .map(edge -> edge.get("node"))
        .filter(each -> !each.get("minutes").isNull())
        .map(each -> each.get("id").asString())
        .sorted()
        .toList();
  }

  private static List<String> refused(
      String person, String field, String mutation, Map<String, String> input) {
    return node.as(person).refused(field, mutation, "input", input);
  }

  private static List<String> ids(JsonNode nodes) {
    return nodes.valueStream().map(each -> each.get("id").asString()).toList();
  }
}

package io.concordat.server;

import static io.concordat.server.ObservationSender.COMPLETENESS;
import static io.concordat.server.ObservationSender.CONTRACT;
import static io.concordat.server.ObservationSender.completeness;
import static io.concordat.server.ObservationSender.freshness;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Observations over HTTP: what is taken, what is refused, and what becomes of it. */
class ObservationIntakeTest {

  private static final JsonMapper JSON = JsonMapper.shared();
  private static final Duration LONG = Duration.ofSeconds(60);

  private static Node node;
  private static ObservationSender machine;

  @BeforeAll
  static void start() {
    node =
        Node.start(
            Stores.fresh(), List.of(ShiftedClock.class), "--concordat.observations.save=100ms");
    ObservationSender.offer(node.as("governance"));
    machine = new ObservationSender(node.port(), "machine-checks");
    awaitKnown();
  }

  @AfterAll
  static void stop() {
    node.close();
    ShiftedClock.setAhead(Duration.ZERO);
  }

  @Test
  void aBreachOpensAnIncidentAndRecoveryResolvesIt() {
    Instant at = now();
    Client viewer = node.as("viewer");
    machine.lines(List.of(validity("b1", at, 50), validity("b2", at.plusSeconds(1), 50)));
    await()
        .atMost(LONG)
        .untilAsserted(() ->
            assertThat(ObservationSender.incidents(viewer, "accuracy:thing.thing_id"))
                .containsExactly("OPEN"));
    machine.lines(
        List.of(validity("b3", at.plusSeconds(2), 0), validity("b4", at.plusSeconds(3), 0)));
    await()
        .atMost(LONG)
        .untilAsserted(() ->
            assertThat(ObservationSender.incidents(viewer, "accuracy:thing.thing_id"))
                .containsExactly("RESOLVED"));
    machine.lines(
        List.of(validity("b5", at.plusSeconds(4), 50), validity("b6", at.plusSeconds(5), 50)));
    await()
        .atMost(LONG)
        .untilAsserted(() ->
            assertThat(ObservationSender.incidents(viewer, "accuracy:thing.thing_id"))
                .as("the same incident")
                .containsExactly("OPEN"));
  }

  @Test
  void silenceOpensAnIncidentByTheClock() {
    Client viewer = node.as("viewer");
    Instant at = now();
    machine.lines(
        List.of(
            freshness("f1", at.minusSeconds(1), Duration.ofHours(4).minusSeconds(61)),
            freshness("f2", at, Duration.ofHours(4).minusSeconds(60))));
    ObservationSender.awaitSaved(node);
    assertThat(ObservationSender.incidents(viewer, "freshness")).isEmpty();
    ShiftedClock.setAhead(Duration.ofSeconds(90));
    await()
        .atMost(LONG)
        .untilAsserted(() ->
            assertThat(ObservationSender.incidents(viewer, "freshness")).containsExactly("OPEN"));
    Instant later = now();
    machine.lines(
        List.of(
            freshness("f3", later, Duration.ZERO),
            freshness("f4", later.plusSeconds(1), Duration.ZERO)));
    await()
        .atMost(LONG)
        .untilAsserted(() ->
            assertThat(ObservationSender.incidents(viewer, "freshness"))
                .containsExactly("RESOLVED"));
  }

  @Test
  void whatIsSentTwiceIsCountedOnce() {
    long before = ObservationSender.counted(node, COMPLETENESS);
    Instant at = now();
    List<String> batch = new ArrayList<>();
    for (int number = 0; number < 20; number++) {
      batch.add(completeness("t" + number, at.plusMillis(number), 0));
    }
    assertThat(machine.lines(batch).get("duplicate").asBoolean()).isFalse();
    JsonNode again = machine.lines(batch);
    assertThat(again.get("duplicate").asBoolean()).isTrue();
    assertThat(again.get("accepted").asInt()).isEqualTo(20);
    // The same observations in another order are another batch.
    Collections.reverse(batch);
    assertThat(machine.lines(batch).get("duplicate").asBoolean()).isFalse();
    ObservationSender.awaitSaved(node);
    assertThat(ObservationSender.counted(node, COMPLETENESS)).isEqualTo(before + 20);
    assertThat(machine.apart().valueStream().map(kind -> kind.get("code").asString()))
        .contains("OBSERVATION_REPEATED");
  }

  @Test
  void aKeyIsGoodForOneBatch() {
    Instant at = now();
    List<String> batch = List.of(completeness("k1", at, 0));
    assertThat(machine.lines(batch, "Idempotency-Key", "k").get("duplicate").asBoolean()).isFalse();
    assertThat(machine.lines(batch, "Idempotency-Key", "k").get("duplicate").asBoolean()).isTrue();
    HttpResponse<String> other = machine.post(completeness("k2", at, 0), "Idempotency-Key", "k");
    assertThat(other.statusCode()).isEqualTo(422);
    assertThat(JSON.readTree(other.body()).get("code").asString())
        .isEqualTo("IDEMPOTENCY_KEY_REUSED");
  }

  @Test
  void eachLineIsToldWhatIsWrongWithIt() {
    Instant at = now();
    JsonNode answer =
        machine.lines(
            List.of(
                completeness("g1", at, 0),
                "nonsense",
                completeness("g2", at, 0).replace("\"value\": 0.0", "\"value\": NaN"),
                completeness("g3", at.plus(Duration.ofHours(1)), 0),
                completeness("g4", at.minus(Duration.ofDays(900)), 0),
                completeness("g5", at, 0).replace("\"observedAt\"", "\"at\""),
                completeness("g6", at, 0).replace("\"value\": 0.0", "\"value\": Infinity")));
    assertThat(answer.get("accepted").asInt()).isEqualTo(1);
    assertThat(answer.get("refused").asInt()).isEqualTo(6);
    assertThat(
            answer
                .get("errors")
                .valueStream()
                .map(error -> error.get("line").asInt() + " " + error.get("code").asString()))
        .containsExactly(
            "2 OBSERVATION_MALFORMED",
            "3 OBSERVATION_VALUE_NOT_FINITE",
            "4 OBSERVATION_IN_FUTURE",
            "5 OBSERVATION_TOO_OLD",
            "6 OBSERVATION_FIELD_MISSING",
            "7 OBSERVATION_VALUE_NOT_FINITE");
  }

  @Test
  void whatNobodyPromisedIsKeptApartAndTold() {
    Instant at = now();
    String unknown = completeness("u1", at, 0).replace(CONTRACT, "alpha/nothing/here");
    JsonNode answer =
        machine.lines(
            List.of(
                unknown,
                completeness("u2", at, 0).replace(COMPLETENESS, "completeness:no.field"),
                completeness("u3", at, 0)
                    .replace("\"commitment\"", "\"version\": \"9.0.0\", \"commitment\""),
                completeness("u4", at, 0).replace("percent", "rows")));
    assertThat(answer.get("accepted").asInt()).isEqualTo(4);
    List<String> codes =
        List.of(
            "OBSERVATION_CONTRACT_UNKNOWN",
            "OBSERVATION_COMMITMENT_UNKNOWN",
            "OBSERVATION_VERSION_UNKNOWN",
            "OBSERVATION_UNIT_MISMATCH");
    assertThat(answer.get("keptApart").valueStream().map(kind -> kind.get("code").asString()))
        .containsExactlyElementsOf(codes);
    await()
        .atMost(LONG)
        .untilAsserted(() ->
            assertThat(machine.apart().valueStream().map(kind -> kind.get("code").asString()))
                .containsAll(codes));
  }

  @Test
  void aGzippedListIsTaken() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream zipped = new GZIPOutputStream(out)) {
      zipped.write(("[" + completeness("z1", now(), 0) + "]").getBytes(StandardCharsets.UTF_8));
    }
    assertThat(
            machine
                .post(
                    out.toByteArray(),
                    "Content-Encoding",
                    "gzip",
                    "Content-Type",
                    "application/json")
                .statusCode())
        .isEqualTo(202);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          []                | identity | 202 | ''
          [{}]              | identity | 422 | ''
          [{}               | identity | 400 | OBSERVATIONS_MALFORMED
          nonsense          | identity | 400 | OBSERVATIONS_MALFORMED
          []                | gzip     | 400 | OBSERVATIONS_MALFORMED
          []                | br       | 415 | OBSERVATIONS_ENCODING_UNKNOWN
          """)
  void whatIsNoBatchIsRefusedWithAReason(String body, String encoding, int status, String code) {
    HttpResponse<String> answer = machine.post(body, "Content-Encoding", encoding);
    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(JSON.readTree(answer.body()).path("code").asString("")).isEqualTo(code);
  }

  @Test
  void aBatchThatIsTooLargeIsRefusedInflatedOrNot() throws IOException {
    byte[] large = new byte[17 * 1024 * 1024];
    assertThat(machine.post(large).statusCode()).isEqualTo(413);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream zipped = new GZIPOutputStream(out)) {
      zipped.write(large);
    }
    assertThat(machine.post(out.toByteArray(), "Content-Encoding", "gzip").statusCode())
        .isEqualTo(413);
  }

  @Test
  void onlyWhoMaySpeakForAProductDoes() {
    String batch = completeness("o1", now(), 0);
    assertThat(new ObservationSender(node.port(), "viewer").post(batch).statusCode())
        .isEqualTo(403);
    assertThat(new ObservationSender(node.port(), "owner-other").post(batch).statusCode())
        .isEqualTo(403);
    assertThat(new ObservationSender(node.port(), "owner-test").post(batch).statusCode())
        .isEqualTo(202);
  }

  private static String validity(String id, Instant at, double percent) {
    return completeness(id, at, percent).replace(COMPLETENESS, "accuracy:thing.thing_id");
  }

  private static Instant now() {
    return new ShiftedClock().clockOfTheTest().instant();
  }

  /** The fold learns of a publication within a second. */
  private static void awaitKnown() {
    await()
        .atMost(LONG)
        .until(() ->
            node.bean(org.springframework.jdbc.core.simple.JdbcClient.class)
                    .sql("select coalesce(max(as_of), 0) from observation_fold")
                    .query(Long.class)
                    .single()
                > 0);
  }
}

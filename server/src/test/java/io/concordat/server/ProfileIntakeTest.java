package io.concordat.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.concordat.profile.FieldSketch;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Profiles over HTTP, kept by PostgreSQL. */
class ProfileIntakeTest {

  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final Instant TODAY = Instant.now().truncatedTo(ChronoUnit.DAYS);
  private static final int DAYS = 20;
  private static Stores stores;
  private static Node node;

  @BeforeAll
  static void start() {
    ShiftedClock.setAhead(Duration.ZERO);
    stores = Stores.fresh();
    node = Node.start(stores);
  }

  @AfterAll
  static void stop() {
    node.close();
  }

  @Test
  void aShiftAfterWeeksIsUnusualOnceAndAfterARestart() {
    String contract = "alpha/things/shifted";
    for (int day = DAYS; day >= 1; day--) {
      FieldSketch amounts = amounts(day, day == 1 ? 400 : 100);
      assertThat(send(profile(contract, day, "one", amounts)).statusCode()).isEqualTo(200);
    }
    List<String> before = unusual(contract);
    assertThat(before).containsExactly("MEAN " + TODAY.minus(1, ChronoUnit.DAYS));

    send(profile(contract, 1, "one", amounts(1, 400)));
    assertThat(unusual(contract)).as("sent twice").isEqualTo(before);

    node.close();
    node = Node.start(stores);
    assertThat(unusual(contract)).as("after a restart").isEqualTo(before);
  }

  @Test
  void windowsOfAnotherLengthTakeNoRoomFromABaseline() {
    String contract = "alpha/things/two-lengths";
    for (int day = DAYS; day >= 1; day--) {
      send(profile(contract, day, "one", amounts(day, day == 1 ? 400 : 100)));
    }
    for (int hour = 120; hour >= 1; hour--) {
      Map<String, Object> hourly = new HashMap<>(profile(contract, 1, "one", amounts(hour, 100)));
      Instant from = TODAY.minus(hour, ChronoUnit.HOURS);
      hourly.put("from", from.toString());
      hourly.put("to", from.plus(1, ChronoUnit.HOURS).toString());
      send(hourly);
    }
    assertThat(unusual(contract)).containsExactly("MEAN " + TODAY.minus(1, ChronoUnit.DAYS));
  }

  @Test
  void producersAreMergedAndTheSameOneIsReplaced() {
    String contract = "alpha/things/merged";
    send(profile(contract, 1, "one", amounts(1, 100)));
    send(profile(contract, 1, "two", amounts(2, 100)));
    send(profile(contract, 1, "two", amounts(3, 100)));

    JsonNode windows = windows(contract);
    assertThat(windows).hasSize(1);
    assertThat(windows.at("/0/figures/count").asInt()).isEqualTo(2_000);
    FieldSketch both = amounts(1, 100).plus(amounts(3, 100));
    assertThat(windows.at("/0/figures/numbers/mean").asDouble())
        .isCloseTo(both.figures().numbers().mean(), within(1e-9));
  }

  @Test
  void whatIsWrongWithOneFieldLeavesTheOthers() {
    byte[] changed = amounts(1, 100).toBytes();
    changed[20]++;
    Map<String, Object> body =
        body(
            "alpha/things/partly",
            1,
            "one",
            Map.of(
                "thing.good",
                base64(amounts(1, 100).toBytes()),
                "thing.changed",
                base64(changed),
                "thing.text",
                "no base 64!"));

    HttpResponse<String> answer = send(body);

    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    JsonNode told = JSON.readTree(answer.body());
    assertThat(told.get("accepted").asInt()).isEqualTo(1);
    assertThat(told.get("known").asBoolean()).as("no such contract").isFalse();
    assertThat(
            told.get("problems")
                .valueStream()
                .map(each -> each.get("code").asString() + " " + each.get("path").asString()))
        .containsExactlyInAnyOrder(
            "PROFILE_CORRUPT $.fields['thing.changed']", "PROFILE_INVALID $.fields['thing.text']");
  }

  @Test
  void whatIsNoProfileIsRefused() {
    assertThat(code(post("machine-gateway", bytes("nonsense"), null)))
        .isEqualTo("400 PROFILE_MALFORMED");
    assertThat(code(post("machine-gateway", bytes("{}"), "gzip")))
        .isEqualTo("400 PROFILE_MALFORMED");
    assertThat(code(post("machine-gateway", bytes("{}"), "br")))
        .isEqualTo("415 PROFILE_ENCODING_UNKNOWN");
    assertThat(code(post("machine-gateway", gzip(new byte[17 << 20]), "gzip")))
        .isEqualTo("413 PROFILE_TOO_LARGE");
    assertThat(code(send(profile("alpha/things/late", -1, "one", amounts(1, 1)))))
        .isEqualTo("422 PROFILE_INVALID");
    assertThat(code(send(profile("nonsense", 1, "one", amounts(1, 1)))))
        .isEqualTo("422 PROFILE_INVALID");
    assertThat(post("viewer", bytes("{}"), null).statusCode()).isEqualTo(403);
    assertThat(
            code(
                post(
                    "machine-gateway",
                    gzip(
                        JSON.writeValueAsBytes(
                            profile("alpha/things/zipped", 1, "one", amounts(1, 1)))),
                    "gzip")))
        .isEqualTo("200 ");
  }

  private static FieldSketch amounts(int seed, double mean) {
    FieldSketch sketch = new FieldSketch(false);
    Random random = new Random(seed);
    for (int row = 0; row < 1_000; row++) {
      sketch.addNumber(mean + 10 * random.nextGaussian());
    }
    return sketch;
  }

  private static Map<String, Object> profile(
      String contract, int daysAgo, String producer, FieldSketch sketch) {
    return body(contract, daysAgo, producer, Map.of("thing.amount", base64(sketch.toBytes())));
  }

  private static Map<String, Object> body(
      String contract, int daysAgo, String producer, Map<String, String> fields) {
    Instant from = TODAY.minus(daysAgo, ChronoUnit.DAYS);
    return Map.of(
        "contract",
        contract,
        "version",
        "1.0.0",
        "from",
        from.toString(),
        "to",
        from.plus(1, ChronoUnit.DAYS).toString(),
        "producer",
        producer,
        "fields",
        fields);
  }

  private static List<String> unusual(String contract) {
    List<String> kinds = new ArrayList<>();
    for (JsonNode window : windows(contract)) {
      for (JsonNode anomaly : window.get("anomalies")) {
        kinds.add(anomaly.get("kind").asString() + " " + window.get("from").asString());
      }
    }
    return kinds;
  }

  private static JsonNode windows(String contract) {
    HttpResponse<String> answer =
        exchange(
            request(
                    "viewer",
                    "?contract="
                        + URLEncoder.encode(contract, StandardCharsets.UTF_8)
                        + "&field=thing.amount")
                .GET()
                .build());
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return JSON.readTree(answer.body());
  }

  private static HttpResponse<String> send(Map<String, Object> body) {
    return post("machine-gateway", JSON.writeValueAsBytes(body), null);
  }

  private static HttpResponse<String> post(String person, byte[] body, String encoding) {
    HttpRequest.Builder request =
        request(person, "")
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofByteArray(body));
    if (encoding != null) {
      request.header("Content-Encoding", encoding);
    }
    return exchange(request.build());
  }

  private static HttpRequest.Builder request(String person, String query) {
    return HttpRequest.newBuilder(
            URI.create("http://127.0.0.1:" + node.port() + "/api/v1/profiles" + query))
        .header("Authorization", "Bearer " + node.as(person).token())
        .timeout(Duration.ofSeconds(30));
  }

  private static HttpResponse<String> exchange(HttpRequest request) {
    try {
      return HTTP.send(request, BodyHandlers.ofString());
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(stopped);
    }
  }

  private static String code(HttpResponse<String> answer) {
    return answer.statusCode()
        + " "
        + JSON.readTree(answer.body()).at("/problems/0/code").asString("");
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] gzip(byte[] plain) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (OutputStream gzip = new GZIPOutputStream(out)) {
      gzip.write(plain);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
    return out.toByteArray();
  }

  private static String base64(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }
}

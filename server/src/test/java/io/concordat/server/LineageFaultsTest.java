package io.concordat.server;

import static io.concordat.server.LineageSender.caughtUp;
import static io.concordat.server.LineageSender.count;
import static io.concordat.server.LineageSender.dataset;
import static io.concordat.server.LineageSender.putAside;
import static io.concordat.server.LineageSender.rows;
import static io.concordat.server.LineageSender.run;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Lineage events that are right by the standard, and strange. */
class LineageFaultsTest {

  private static final int WIDE = 100_000;
  private static final Instant START = Instant.now().truncatedTo(ChronoUnit.SECONDS);

  private static Node node;
  private static LineageSender sender;

  @BeforeAll
  static void start() {
    node = Node.start(Stores.fresh());
    sender = new LineageSender(node.port());
  }

  @AfterAll
  static void stop() {
    node.close();
  }

  static List<String> names() {
    return List.of(
        "",
        " ",
        "\u0000\u0001\u001f\u007f\u0085 controls",
        "line\r\nfeed\ttab",
        "\"quoted\" 'single' `back`",
        "back\\slash\\",
        "{$curly} ${dollar} $param :Label",
        "<b>&amp;</b> --> [x](y) #35;",
        "😀👩‍👩‍👧‍👦 e\u0301",
        "\u202Eright to left שלום مرحبا",
        "x".repeat(2_000),
        "y".repeat(1_494) + "😀".repeat(10) + "z".repeat(600),
        "😀".repeat(2_000));
  }

  /**
   * Each is sent twice, in different runs, so that what is known is found again by its name; a job
   * whose name has one character more is another.
   */
  @ParameterizedTest
  @MethodSource("names")
  void anyNameIsTakenAndIsItself(String name) {
    String job = "job " + name;
    for (int second = 1; second <= 2; second++) {
      String event =
          run(
              job,
              at(second),
              List.of(columns("in " + name, name, null)),
              List.of(columns("out " + name, name, "in " + name)));
      assertThat(sender.send(event)).isEqualTo(201);
      caughtUp(node);
    }
    assertThat(sender.send(run(job + "!", at(0), List.of(), List.of()))).isEqualTo(201);
    caughtUp(node);

    assertThat(putAside(node)).isZero();
    assertThat(
            rows(
                node,
                "MATCH (o:Dataset {name: $name})-[e:DERIVES_FROM]->(i:Dataset)"
                    + " WHERE e.validTo IS NULL RETURN i.name AS row",
                Map.of("name", "out " + name)))
        .containsExactly("in " + name);
    assertThat(
            rows(
                node,
                "MATCH (o:Dataset {name: $name})-[h:HAS_COLUMN]->(c:Column)-[e:DERIVES_FROM]->"
                    + "(:Column)<-[:HAS_COLUMN]-(i:Dataset)"
                    + " WHERE e.validTo IS NULL AND h.validTo IS NULL"
                    + " RETURN c.name + ' <- ' + i.name AS row",
                Map.of("name", "out " + name)))
        .containsExactly(name + " <- in " + name);
    assertThat(
            rows(
                node,
                "MATCH (j:Job) WHERE j.name IN $names RETURN j.name AS row",
                Map.of("names", List.of("job " + name, "job " + name + "!"))))
        .containsExactlyInAnyOrder("job " + name, "job " + name + "!");
  }

  @Test
  void anEmptyNameOfADatasetIsTakenAsItIs() {
    String event = run("empty", at(0), List.of(dataset("")), List.of(dataset("of empty")));
    assertThat(sender.send(event)).isEqualTo(201);
    caughtUp(node);
    assertThat(putAside(node)).isZero();
  }

  @Test
  void aHundredThousandColumnsAreTakenAndNotDoubled() {
    for (int second = 1; second <= 2; second++) {
      assertThat(sender.send(wide(at(second)))).isEqualTo(201);
    }
    caughtUp(node);
    assertThat(putAside(node)).isZero();
    assertThat(
            count(
                node,
                "MATCH (:Dataset {name: 'wide out'})-[h:HAS_COLUMN]->(c:Column)"
                    + " WHERE h.validTo IS NULL RETURN count(h) + count(DISTINCT c)"))
        .isEqualTo(2L * WIDE);
    assertThat(
            count(
                node,
                "MATCH (:Dataset {name: 'wide out'})-[:HAS_COLUMN]->(c:Column)"
                    + " MATCH (c)-[e:DERIVES_FROM]->(:Column) RETURN count(e)"))
        .isEqualTo(WIDE);
  }

  @Test
  void circlesAreKeptAndWhatDerivesFromItselfIsNot() {
    List<String> ring = List.of("ring a", "ring b", "ring c");
    for (int place = 0; place < ring.size(); place++) {
      String from = ring.get(place);
      String to = ring.get((place + 1) % ring.size());
      assertThat(
              sender.send(
                  run(
                      "turns " + from,
                      at(0),
                      List.of(dataset(from)),
                      List.of(columns(to, "x", from)))))
          .isEqualTo(201);
    }
    assertThat(
            sender.send(
                run(
                    "loops",
                    at(0),
                    List.of(dataset("loop")),
                    List.of(columns("loop", "x", "loop")))))
        .isEqualTo(201);
    caughtUp(node);
    assertThat(putAside(node)).isZero();
    assertThat(
            rows(
                node,
                "MATCH (o:Dataset)-[:DERIVES_FROM]->(i:Dataset)"
                    + " WHERE o.name STARTS WITH 'ring ' RETURN o.name + ' <- ' + i.name AS row",
                Map.of()))
        .containsExactlyInAnyOrder("ring a <- ring c", "ring b <- ring a", "ring c <- ring b");
    assertThat(
            count(
                node,
                "MATCH (:Dataset {name: 'loop'})-[:DERIVES_FROM]->(d:Dataset) RETURN count(d)"))
        .isZero();
  }

  @Test
  void aTimeWithoutAZoneIsUtc() {
    assertThat(
            sender.send(
                run(
                    "zoneless",
                    "2026-03-01T10:00:00",
                    List.of(dataset("zone in")),
                    List.of(dataset("zone out")))))
        .isEqualTo(201);
    caughtUp(node);
    assertThat(
            rows(
                node,
                "MATCH (:Dataset {name: 'zone out'})-[e:DERIVES_FROM]->()"
                    + " RETURN toString(e.validFrom) AS row",
                Map.of()))
        .containsExactly("2026-03-01T10:00:00Z");
  }

  /** Today: a job that was seen long ago would end as soon as the follower is idle. */
  private static String at(int second) {
    return START.plusSeconds(second).toString();
  }

  /** A dataset with one column, which derives from that of another. */
  private static Map<String, Object> columns(String name, String column, String source) {
    Map<String, Object> facets = new HashMap<>();
    facets.put("schema", Map.of("fields", List.of(Map.of("name", column, "type", "text"))));
    if (source != null) {
      facets.put(
          "columnLineage",
          Map.of(
              "fields",
              Map.of(
                  column,
                  Map.of(
                      "inputFields",
                      List.of(Map.of("namespace", "file", "name", source, "field", column))))));
    }
    return Map.of("namespace", "file", "name", name, "facets", facets);
  }

  private static String wide(String time) {
    List<Map<String, String>> fields = new ArrayList<>();
    Map<String, Object> sources = new HashMap<>();
    IntStream.range(0, WIDE)
        .forEach(number -> {
          fields.add(Map.of("name", "c" + number, "type", "int"));
          sources.put(
              "c" + number,
              Map.of(
                  "inputFields",
                  List.of(Map.of("namespace", "file", "name", "wide in", "field", "c" + number))));
        });
    return run(
        "wide",
        time,
        List.of(
            Map.of(
                "namespace",
                "file",
                "name",
                "wide in",
                "facets",
                Map.of("schema", Map.of("fields", fields)))),
        List.of(
            Map.of(
                "namespace",
                "file",
                "name",
                "wide out",
                "facets",
                Map.of(
                    "schema",
                    Map.of("fields", fields),
                    "columnLineage",
                    Map.of("fields", sources)))));
  }
}

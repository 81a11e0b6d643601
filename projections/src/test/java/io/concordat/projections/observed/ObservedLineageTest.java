package io.concordat.projections.observed;

import static org.assertj.core.api.Assertions.assertThat;

import io.concordat.localstack.TestEngines;
import io.concordat.messages.mesh.DatasetName;
import io.concordat.messages.observed.LineageStatement;
import io.concordat.messages.observed.LineageStatement.Change;
import io.concordat.messages.observed.LineageStatement.Column;
import io.concordat.messages.observed.LineageStatement.ColumnSource;
import io.concordat.messages.observed.LineageStatement.Dropped;
import io.concordat.messages.observed.LineageStatement.JobName;
import io.concordat.messages.observed.LineageStatement.ObservedDataset;
import io.concordat.messages.observed.LineageStatement.OfDataset;
import io.concordat.messages.observed.LineageStatement.OfRun;
import io.concordat.messages.observed.LineageStatement.Renamed;
import io.concordat.messages.observed.LineageStatement.RunState;
import io.concordat.readstore.StoreClients;
import io.concordat.readstore.graph.GraphSchema;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.neo4j.driver.Driver;
import org.neo4j.driver.Session;

class ObservedLineageTest {

  private static final JobName JOB = new JobName("airflow '", "load\n`x`");

  private static Driver driver;
  private static ObservedLineage lineage;

  @BeforeAll
  static void connect() {
    driver = StoreClients.neo4j(TestEngines.neo4j(), TestEngines.neo4jAuth());
    lineage = new ObservedLineage(driver, new GraphSchema(driver));
  }

  @AfterAll
  static void disconnect() {
    driver.close();
  }

  @BeforeEach
  void empty() {
    lineage.empty();
  }

  @Test
  void aRunIsWrittenWithItsDatasetsColumnsAndWhatTheyDeriveFrom() {
    write(
        run(RunState.START, "one", 1, List.of(plain("orders")), List.of(plain("daily"))),
        run(
            RunState.COMPLETE,
            "one",
            2,
            List.of(),
            List.of(derived("daily", "total", "orders", "amount"))));

    assertThat(pairs()).containsExactly("daily <- orders 1-");
    assertThat(columns()).containsExactly("daily.total <- orders.amount 2-");
    assertThat(
            rows(
                "MATCH (d:Dataset)-[h:HAS_COLUMN]->(c) WHERE h.validTo IS NULL"
                    + " RETURN d.name + '.' + c.name + ' ' + coalesce(h.type, '?') AS row"
                    + " ORDER BY row"))
        .containsExactly("daily.total int", "orders.amount ?");
    assertThat(lineage.position()).hasValue(2);
  }

  @Test
  void aLaterRunEndsWhatItNoLongerHas() {
    write(
        run(
            RunState.COMPLETE,
            "one",
            1,
            List.of(plain("a"), plain("b")),
            List.of(derived("out", "x", "a", "x"))));
    write(
        run(
            RunState.COMPLETE,
            "two",
            5,
            List.of(plain("b")),
            List.of(derived("out", "x", "b", "x"))));

    assertThat(pairs()).containsExactly("out <- a 1-5", "out <- b 1-");
    assertThat(columns()).containsExactly("out.x <- a.x 1-5", "out.x <- b.x 5-");
  }

  @Test
  void anyOrderAndAnyRepetitionGiveTheSame() {
    List<LineageStatement> story = new ArrayList<>();
    for (int day = 0; day < 6; day++) {
      String run = "run-" + day;
      int start = 10 * day + 1;
      story.add(run(RunState.START, run, start, List.of(plain("in-" + day / 2)), List.of()));
      story.add(run(RunState.RUNNING, run, start + 1, List.of(), List.of(plain("out"))));
      story.add(
          run(RunState.COMPLETE, run, start + 2, List.of(plain("steady")), List.of(plain("out"))));
    }
    story.forEach(statement -> write(statement));
    List<String> expected = openPairs();
    assertThat(expected).containsExactly("out <- in-2", "out <- steady");

    for (int seed = 0; seed < 5; seed++) {
      List<LineageStatement> shuffled = new ArrayList<>(story);
      shuffled.addAll(story.subList(0, 9));
      Collections.shuffle(shuffled, new Random(seed));
      lineage.empty();
      write(shuffled.toArray(LineageStatement[]::new));
      assertThat(openPairs()).as("seed " + seed).isEqualTo(expected);
    }
  }

  @Test
  void aBatchThatAnotherHasTakenIsNotTakenAgain() {
    ObservedEntry entry =
        new ObservedEntry(
            7, run(RunState.COMPLETE, "one", 1, List.of(plain("a")), List.of(plain("b"))));
    assertThat(lineage.write(List.of(entry), 0)).isTrue();
    assertThat(lineage.write(List.of(entry), 0)).isFalse();
    assertThat(lineage.position()).hasValue(7);
    assertThat(pairs()).containsExactly("b <- a 1-");
  }

  @Test
  void aDatasetThatIsDroppedOrRenamedEndsForAllJobs() {
    JobName other = new JobName("other", "job");
    write(
        run(RunState.COMPLETE, "one", 1, List.of(plain("a")), List.of(plain("b"))),
        new OfRun(
            at(2),
            RunState.COMPLETE,
            "r",
            other,
            List.of(plain("b")),
            List.of(derived("c", "x", "b", "x"))));
    write(new OfDataset(at(5), changed("b", new Dropped())));
    assertThat(pairs()).containsExactly("b <- a 1-5", "c <- b 2-5");
    assertThat(columns()).containsExactly("c.x <- b.x 2-5");

    write(new OfDataset(at(6), changed("d", new Renamed(name("c")))));
    assertThat(
            rows(
                "MATCH (:Job)-[e:READS|WRITES]->(d) WHERE e.validTo IS NULL"
                    + " RETURN d.name AS row ORDER BY row"))
        .containsExactly("a");
  }

  @Test
  void itsOwnInputIsNoDerivationAndCyclesAreWritten() {
    write(
        run(RunState.COMPLETE, "one", 1, List.of(plain("a"), plain("b")), List.of(plain("a"))),
        new OfRun(
            at(2),
            RunState.COMPLETE,
            "r",
            new JobName("other", "job"),
            List.of(plain("a")),
            List.of(plain("b"))));
    assertThat(pairs()).containsExactly("a <- b 1-", "b <- a 2-");
  }

  @Test
  void aDatasetGoesByTheNameThatAContractStandsFor() {
    try (Session session = driver.session()) {
      session
          .run(
              "MERGE (v:ContractVersion {key: 'observed-test'}) MERGE (d:Dataset {key: $key})"
                  + " ON CREATE SET d.namespace = 'hive', d.name = 'table'"
                  + " CREATE (v)-[:STORED_IN {validFrom: datetime()}]->(d)",
              java.util.Map.of("key", "hive\ntable"))
          .consume();
    }
    ObservedDataset files =
        new ObservedDataset(
            name("/files"), null, null, null, List.of(new DatasetName("hive", "table")));
    write(run(RunState.COMPLETE, "one", 1, List.of(plain("a")), List.of(files)));
    assertThat(pairs()).containsExactly("table <- a 1-");
    try (Session session = driver.session()) {
      session.run("MATCH (v:ContractVersion {key: 'observed-test'}) DETACH DELETE v").consume();
    }
  }

  @Test
  void aJobThatIsNotSeenForLongHasEnded() {
    write(
        run(
            RunState.COMPLETE,
            "one",
            1,
            List.of(plain("a")),
            List.of(derived("b", "x", "a", "x"))));
    lineage.endIdle(at(1_000), Duration.ofSeconds(2_000));
    assertThat(pairs()).containsExactly("b <- a 1-");

    lineage.endIdle(at(1_000), Duration.ofSeconds(500));

    assertThat(pairs()).containsExactly("b <- a 1-501");
    assertThat(columns()).containsExactly("b.x <- a.x 1-501");
  }

  @Test
  void aHundredThousandColumnsAreWritten() {
    List<Column> many =
        IntStream.range(0, 100_000).mapToObj(i -> new Column("c" + i, "int")).toList();
    ObservedDataset wide = new ObservedDataset(name("wide"), many, null, null, List.of());
    write(new OfDataset(at(1), wide));
    assertThat(rows("MATCH (:Dataset {name: 'wide'})-[h:HAS_COLUMN]->() RETURN count(h) AS row"))
        .containsExactly("100000");
  }

  private static ObservedDataset plain(String name) {
    return new ObservedDataset(name(name), null, null, null, List.of());
  }

  private static ObservedDataset changed(String name, Change change) {
    return new ObservedDataset(name(name), null, null, change, List.of());
  }

  private static ObservedDataset derived(
      String name, String column, String source, String sourceColumn) {
    return new ObservedDataset(
        name(name),
        List.of(new Column(column, "int")),
        List.of(new ColumnSource(column, name(source), sourceColumn, false)),
        null,
        List.of());
  }

  private static DatasetName name(String name) {
    return new DatasetName("postgres://db:5432", name);
  }

  private static OfRun run(
      RunState state,
      String run,
      int second,
      List<ObservedDataset> inputs,
      List<ObservedDataset> outputs) {
    return new OfRun(at(second), state, run, JOB, inputs, outputs);
  }

  private static void write(LineageStatement... statements) {
    long from = lineage.position().orElseThrow();
    List<ObservedEntry> entries = new ArrayList<>();
    for (LineageStatement statement : statements) {
      entries.add(new ObservedEntry(from + entries.size() + 1, statement));
    }
    assertThat(lineage.write(entries, from)).isTrue();
  }

  private static List<String> openPairs() {
    return rows(
        "MATCH (o:Dataset)-[e:DERIVES_FROM]->(i:Dataset) WHERE e.validTo IS NULL"
            + " RETURN o.name + ' <- ' + i.name AS row ORDER BY row");
  }

  private static List<String> pairs() {
    return rows(
        """
        MATCH (o:Dataset)-[e:DERIVES_FROM]->(i:Dataset)
        RETURN o.name + ' <- ' + i.name + ' ' + e.validFrom.epochSeconds + '-'
          + coalesce(toString(e.validTo.epochSeconds), '') AS row ORDER BY row
        """);
  }

  private static List<String> columns() {
    return rows(
        """
        MATCH (od)-[:HAS_COLUMN]->(o:Column)-[e:DERIVES_FROM]->(i:Column)<-[:HAS_COLUMN]-(id)
        RETURN DISTINCT od.name + '.' + o.name + ' <- ' + id.name + '.' + i.name + ' '
          + e.validFrom.epochSeconds + '-' + coalesce(toString(e.validTo.epochSeconds), '') AS row
        ORDER BY row
        """);
  }

  private static List<String> rows(String query) {
    try (Session session = driver.session()) {
      return session.run(query).list(row -> row.get("row").asObject().toString());
    }
  }

  private static Instant at(int second) {
    return Instant.ofEpochSecond(second);
  }
}

package io.concordat.observation.openlineage;

import static org.assertj.core.api.Assertions.assertThat;

import io.concordat.messages.mesh.DatasetName;
import io.concordat.messages.observed.LineageStatement;
import io.concordat.messages.observed.LineageStatement.Column;
import io.concordat.messages.observed.LineageStatement.ColumnSource;
import io.concordat.messages.observed.LineageStatement.Dropped;
import io.concordat.messages.observed.LineageStatement.ObservedDataset;
import io.concordat.messages.observed.LineageStatement.OfDataset;
import io.concordat.messages.observed.LineageStatement.OfJob;
import io.concordat.messages.observed.LineageStatement.OfRun;
import io.concordat.messages.observed.LineageStatement.Renamed;
import io.concordat.messages.observed.LineageStatement.RunState;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OpenLineageReaderTest {

  private static final String RUN =
      """
      {"eventTime": "2026-03-01T10:00:00+10:00", "producer": "p", "schemaURL": "s",
       "eventType": "COMPLETE",
       "run": {"runId": "not a uuid", "facets": {"own": {"deep": [[{"a": 1}]]}}},
       "job": {"namespace": "n s", "name": "j\\n'🚀", "facets": {"sql": {"query": "select 1"}}},
       "inputs": [{"namespace": "postgres://db:5432", "name": "shop.public.orders",
         "inputFacets": {"x": {}}}],
       "outputs": [{"namespace": "file", "name": "/data/ü:x", "facets": {
         "schema": {"fields": [{"name": "a", "type": "INT"},
           {"name": "s", "type": "struct", "fields": [{"name": "b"}]}]},
         "columnLineage": {"fields": {"a": {"inputFields": [
           {"namespace": "postgres://db:5432", "name": "shop.public.orders", "field": "id",
            "transformations": [{"type": "DIRECT", "subtype": "IDENTITY"}]},
           {"namespace": "postgres://db:5432", "name": "shop.public.orders", "field": "day",
            "transformations": [{"type": "INDIRECT", "subtype": "FILTER"}]}]}}},
         "symlinks": {"identifiers": [{"namespace": "hive://meta:9083", "name": "shop.x",
           "type": "TABLE"}]},
         "unknown": 7}, "outputFacets": {}}],
       "later": {"members": true}}
      """;

  @Test
  void aRunIsReadWithWhatLineageNeeds() {
    OfRun run = (OfRun) taken(RUN);
    assertThat(run.at()).isEqualTo("2026-03-01T00:00:00Z");
    assertThat(run.state()).isEqualTo(RunState.COMPLETE);
    assertThat(run.run()).isEqualTo("not a uuid");
    assertThat(run.job().name()).isEqualTo("j\n'🚀");
    DatasetName orders = new DatasetName("postgres://db:5432", "shop.public.orders");
    assertThat(run.inputs()).extracting(ObservedDataset::name).containsExactly(orders);
    assertThat(run.inputs().getFirst().columns()).isNull();
    ObservedDataset output = run.outputs().getFirst();
    assertThat(output.name()).isEqualTo(new DatasetName("file", "/data/ü:x"));
    assertThat(output.columns())
        .containsExactly(
            new Column("a", "INT"), new Column("s", "struct"), new Column("s.b", null));
    assertThat(output.sources())
        .containsExactly(
            new ColumnSource("a", orders, "id", false), new ColumnSource("a", orders, "day", true));
    assertThat(output.aliases()).containsExactly(new DatasetName("hive://meta:9083", "shop.x"));
  }

  @ParameterizedTest
  @CsvSource({
    "2026-03-01T10:00:00, 2026-03-01T10:00:00Z",
    "2026-03-01T10:00:00.123456789Z, 2026-03-01T10:00:00.123456789Z",
    "2026-03-01 10:00:00+0530, 2026-03-01T04:30:00Z",
    "2026-03-01T10:00:00+01:00[Europe/Paris], 2026-03-01T09:00:00Z",
    "2026-03-01T10:00, 2026-03-01T10:00:00Z",
  })
  void aTimeIsReadInAnyCommonForm(String written, String read) {
    assertThat(taken(event("\"job\": " + JOB).replace("2026-01-01T00:00:00Z", written)).at())
        .isEqualTo(read);
  }

  @Test
  void theKindIsToldByTheMembers() {
    assertThat(taken(event("\"job\": " + JOB))).isInstanceOf(OfJob.class);
    assertThat(taken(event("\"dataset\": {\"namespace\": \"n\", \"name\": \"d\"}")))
        .isInstanceOf(OfDataset.class);
    assertThat(taken(event("\"run\": {\"runId\": \"r\"}, \"job\": " + JOB)))
        .isInstanceOfSatisfying(
            OfRun.class, run -> assertThat(run.state()).isEqualTo(RunState.OTHER));
    assertThat(taken(event("\"run\": null, \"inputs\": null, \"job\": " + JOB)))
        .isInstanceOf(OfJob.class);
  }

  @Test
  void aDatasetTellsThatItIsGoneOrHadAnotherName() {
    assertThat(changed("{\"lifecycleStateChange\": \"DROP\"}")).isEqualTo(new Dropped());
    assertThat(
            changed(
                "{\"lifecycleStateChange\": \"RENAME\", \"previousIdentifier\":"
                    + " {\"namespace\": \"n\", \"name\": \"old\"}}"))
        .isEqualTo(new Renamed(new DatasetName("n", "old")));
    assertThat(changed("{\"lifecycleStateChange\": \"TRUNCATE\"}")).isNull();
  }

  private static final String JOB = "{\"namespace\": \"n\", \"name\": \"j\"}";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          "job": {"namespace": "n"}                                       | $.job.name
          "job": {"namespace": 5, "name": "j"}                            | $.job.namespace
          "run": {}, "job": {"namespace": "n", "name": "j"}               | $.run.runId
          "run": {"runId": "r"}                                           | $.job
          "x": 1                                                          | $
          "job": {"namespace": "n", "name": "j"}, "inputs": {}            | $.inputs
          "job": {"namespace": "n", "name": "j"}, "outputs": [{}]         | $.outputs[0].namespace
          "dataset": {"namespace": "n", "name": "d", "facets": {"schema": {"fields": [{}]}}} | $.dataset.facets.schema.fields[0].name
          """)
  void whatTheStandardDoesNotAllowIsRefusedWithItsPlace(String members, String path) {
    assertThat(read(event(members)))
        .isInstanceOfSatisfying(
            LineageReading.Invalid.class, invalid -> assertThat(invalid.path()).isEqualTo(path));
  }

  @Test
  void halfACharacterIsReadAsNoneSoThatANameIsTheSameWhereItIsStored() {
    String event =
        """
        {"eventTime": "2026-03-01T10:00:00Z", "producer": "p", "schemaURL": "s",
         "job": {"namespace": "n", "name": "whole \\ud83d\\ude00 half \\ud83d."}}
        """;
    LineageReading reading =
        OpenLineageReader.read(
            new java.io.ByteArrayInputStream(
                event.getBytes(java.nio.charset.StandardCharsets.UTF_8)));
    assertThat(((LineageReading.Taken) reading).statement().toString())
        .contains("whole \ud83d\ude00 half \ufffd.");
  }

  @Test
  void aTimeThatIsNoneIsRefused() {
    assertThat(read(event("\"job\": " + JOB).replace("2026-01-01T00:00:00Z", "yesterday")))
        .isInstanceOfSatisfying(
            LineageReading.Invalid.class,
            invalid -> assertThat(invalid.path()).isEqualTo("$.eventTime"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "[]", "[{}]", "{", "7", "{} {}", "{\"a\": nope}", "\u0000"})
  void whatIsNotOneJsonObjectIsMalformed(String body) {
    assertThat(read(body)).isNotInstanceOf(LineageReading.Taken.class);
  }

  @Test
  void listsAndLinesOfEventsAreRefusedWithAReason() {
    String one = event("\"job\": " + JOB);
    assertThat(((LineageReading.Malformed) read("[" + one + "]")).message()).contains("no lists");
    assertThat(((LineageReading.Malformed) read(one + "\n" + one)).message()).contains("follows");
  }

  @Test
  void nestingWithoutEndIsRefused() {
    String deep = "[".repeat(100_000) + "]".repeat(100_000);
    assertThat(read(event("\"x\": " + deep + ", \"job\": " + JOB)))
        .isInstanceOf(LineageReading.Malformed.class);
  }

  @Test
  void aHundredThousandColumnsAreRead() {
    String fields =
        IntStream.range(0, 100_000)
            .mapToObj(i -> "{\"name\": \"c" + i + "\", \"type\": \"string\"}")
            .collect(Collectors.joining(","));
    OfDataset read =
        (OfDataset)
            taken(
                event(
                    "\"dataset\": {\"namespace\": \"n\", \"name\": \"d\", \"facets\":"
                        + " {\"schema\": {\"fields\": ["
                        + fields
                        + "]}}}"));
    assertThat(read.dataset().columns()).hasSize(100_000);
  }

  private static LineageStatement.Change changed(String facet) {
    return ((OfDataset)
            taken(
                event(
                    "\"dataset\": {\"namespace\": \"n\", \"name\": \"d\", \"facets\":"
                        + " {\"lifecycleStateChange\": "
                        + facet
                        + "}}")))
        .dataset()
        .change();
  }

  private static String event(String members) {
    return "{\"eventTime\": \"2026-01-01T00:00:00Z\", \"producer\": \"p\", " + members + "}";
  }

  private static LineageStatement taken(String body) {
    LineageReading reading = read(body);
    assertThat(reading).isInstanceOf(LineageReading.Taken.class);
    return ((LineageReading.Taken) reading).statement();
  }

  private static LineageReading read(String body) {
    return OpenLineageReader.read(new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8)));
  }
}

package io.concordat.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.concordat.cli.FakeServer.Answer;
import io.concordat.cli.Run.Ended;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

class LineageTest {

  private static final String GRAPH =
      """
      {"lineage":{"drawing":"flowchart LR\\n",
       "nodes":[
        {"id":"d/raw","kind":"DATA_PRODUCT","name":"Raw \\u001b[31m","depth":0,
         "hiddenUpstream":2,"hiddenDownstream":0},
        {"id":"e:board","kind":"DASHBOARD","name":"=cmd|' /C calc'!A0","depth":1,
         "hiddenUpstream":0,"hiddenDownstream":0}],
       "edges":[
        {"upstream":"d/raw","downstream":"e:board","contract":"d/raw/c","origin":"DECLARED",
         "declaredBy":["e:board"],"validFrom":"2026-10-01T00:00:00Z","validTo":null,
         "fields":[{"upstream":"d/raw/c#rows.\\"a\\"","downstream":"e:board"}]}]}}\
      """;

  private static final String IMPACT =
      """
      {"impact":{"consumers":[{"id":"finance:board","name":"=1+1","fields":["rows.a","rows.b"],
        "depth":1,"level":"FIELD","consumerKind":"DASHBOARD","domain":{"id":"finance"}}],
       "contracts":[{"id":"d/b/c","name":"B","fields":[],"depth":2,"level":"PRODUCT",
        "domain":{"id":"d"}}],"owners":["owner"],"domains":[{"id":"finance"}],
       "count":7,"truncated":true}}\
      """;

  @TempDir Path directory;
  private Run run;

  @BeforeEach
  void token() {
    run = new Run(directory).with("CONCORDAT_TOKEN", "t");
  }

  @Test
  void lineageIsToldToPeople() throws IOException {
    try (FakeServer server = new FakeServer(_ -> Answer.data(GRAPH))) {
      Ended ended =
          run.execute(
              "lineage",
              "d/raw",
              "--direction",
              "downstream",
              "--depth",
              "2",
              "--as-of",
              "2026-10-05",
              "--fields",
              "--server",
              server.address());

      assertThat(ended.code()).as(ended.err()).isZero();
      assertThat(ended.out())
          .contains("0  d/raw  Raw")
          .contains("(2 more upstream)")
          .contains("d/raw -> e:board  declared since 2026-10-01T00:00:00Z  d/raw/c#rows")
          .doesNotContain("\u001b");
      assertThat(server.asked().getLast().body())
          .contains("\"direction\":\"DOWNSTREAM\"")
          .contains("\"depth\":2")
          .contains("\"asOf\":\"2026-10-05T00:00:00Z\"")
          .contains("\"fields\":true");
    }
  }

  @Test
  void lineageIsToldToPrograms() throws IOException {
    try (FakeServer server = new FakeServer(_ -> Answer.data(GRAPH))) {
      run.with("CONCORDAT_SERVER", server.address());

      assertThat(run.execute("lineage", "d/raw", "--format", "csv").out())
          .isEqualTo(
              "\"upstream\",\"downstream\",\"contract\",\"origin\",\"declaredBy\",\"validFrom\",\"validTo\",\"fields\"\r\n"
                  + "\"d/raw\",\"e:board\",\"d/raw/c\",\"DECLARED\",\"e:board\",\"2026-10-01T00:00:00Z\",\"\",\"d/raw/c#rows.\"\"a\"\" > e:board\"\r\n");
      assertThat(
              JsonMapper.shared()
                  .readTree(run.execute("lineage", "d/raw", "--format", "json").out())
                  .path("nodes")
                  .size())
          .isEqualTo(2);
      assertThat(run.execute("lineage", "d/raw", "--format", "mermaid").out())
          .isEqualTo("flowchart LR\n");
      assertThat(server.asked().getLast().body()).contains("\"format\":\"MERMAID\"");
      assertThat(run.execute("lineage", "d/raw", "--format", "png").code()).isEqualTo(2);
    }
  }

  @Test
  void anAnswerWithoutLineageIsAFailure() throws IOException {
    try (FakeServer server = new FakeServer(_ -> Answer.data("{\"lineage\":null}"))) {
      run.with("CONCORDAT_SERVER", server.address());

      assertThat(run.execute("lineage", "d/raw").code()).isEqualTo(3);
      assertThat(run.execute("lineage", "d/raw", "--format", "dot").code()).isEqualTo(3);
    }
  }

  @Test
  void impactIsATableForSpreadsheetsAndSaysWhatItDoesNotTell() throws IOException {
    try (FakeServer server = new FakeServer(_ -> Answer.data(IMPACT))) {
      run.with("CONCORDAT_SERVER", server.address());
      Ended ended =
          run.execute("impact", "d/a/c", "--csv", "--as-of", "2026-10-05", "--depth", "2");

      assertThat(ended.code()).as(ended.err()).isZero();
      assertThat(ended.out().lines())
          .containsExactly(
              "\"id\",\"name\",\"kind\",\"domain\",\"level\",\"steps\",\"fields\"",
              "\"finance:board\",\"'=1+1\",\"DASHBOARD\",\"finance\",\"FIELD\",\"1\",\"rows.a; rows.b\"",
              "\"d/b/c\",\"B\",\"CONTRACT\",\"d\",\"PRODUCT\",\"2\",\"\"");
      assertThat(ended.err()).contains("7 are affected").contains("2 are told");
      assertThat(server.asked().getLast().body())
          .contains("\"depth\":2")
          .contains("\"asOf\":\"2026-10-05T00:00:00Z\"");
      assertThat(run.execute("impact", "d/a/c").out()).contains("Note: Not all is told");
    }
  }

  @Test
  void impactIsDrawnOrGivenAsItIs() throws IOException {
    try (FakeServer server =
        new FakeServer(asked ->
            Answer.data(
                asked.body().contains("drawing(")
                    ? "{\"impact\":{\"drawing\":\"digraph lineage {}\\n\"}}"
                    : IMPACT))) {
      run.with("CONCORDAT_SERVER", server.address());

      assertThat(
              run.execute(
                      "impact", "d/a/c", "--format", "dot", "--fields", "rows.a", "--depth", "3")
                  .out())
          .isEqualTo("digraph lineage {}\n");
      assertThat(server.asked().getLast().body())
          .contains("\"format\":\"DOT\"")
          .contains("\"fields\":[\"rows.a\"]")
          .contains("\"depth\":3");
      assertThat(
              JsonMapper.shared()
                  .readTree(run.execute("impact", "d/a/c", "--format", "json").out())
                  .path("count")
                  .asInt())
          .isEqualTo(7);
      assertThat(run.execute("impact", "d/a/c", "--format", "csv").out())
          .isEqualTo(run.execute("impact", "d/a/c", "--csv").out());
      assertThat(run.execute("impact", "d/a/c", "--format", "png").code()).isEqualTo(2);
    }
    try (FakeServer silent = new FakeServer(_ -> Answer.data("{\"impact\":null}"))) {
      run.with("CONCORDAT_SERVER", silent.address());
      assertThat(run.execute("impact", "d/a/c", "--format", "mermaid").code()).isEqualTo(3);
    }
  }
}

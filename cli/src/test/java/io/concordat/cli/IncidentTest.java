package io.concordat.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.concordat.cli.FakeServer.Answer;
import io.concordat.cli.Run.Ended;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class IncidentTest {

  private static final String INCIDENT =
      """
      {"id":"0195f0a1-0000-7000-8000-000000000002","status":"OPEN","severity":"HIGH",
       "commitment":"freshness","summary":"Nothing new, \\u001b[31m=1","openedAt":"2026-03-01T09:30:00Z",
       "acknowledgedAt":null,"resolvedAt":null,"cause":null,"assignee":null,
       "product":{"id":"fraud/fraud-signals","owner":{"subject":"owner-fraud-signals"}},
       "contract":{"id":"fraud/fraud-signals/signal"},"root":null,
       "attached":[{"id":"0195f0a1-0000-7000-8000-000000000009","product":{"id":"fraud/fraud-decisions"}}],
       "toldDownstream":[{"id":"fraud:payment-gate","kind":"APPLICATION","depth":2}],
       "timeline":[{"kind":"OPENED","at":"2026-03-01T09:30:00Z","by":"concordat","text":"Nothing new",
         "assignee":null,"cause":null}]}\
      """;

  @TempDir Path directory;
  private Run run;

  @BeforeEach
  void token() {
    run = new Run(directory).with("CONCORDAT_TOKEN", "t");
  }

  @Test
  void incidentsAreListedForPeopleAndPrograms() throws IOException {
    String page =
        "{\"incidents\":{\"edges\":[{\"node\":"
            + INCIDENT
            + "}],\"pageInfo\":{\"hasNextPage\":false,\"endCursor\":null}}}";
    try (FakeServer server = new FakeServer(_ -> Answer.data(page))) {
      run.with("CONCORDAT_SERVER", server.address());
      Ended text = run.execute("incident", "list", "--domain", "fraud", "--status", "open");
      assertThat(text.code()).as(text.err()).isZero();
      assertThat(text.out())
          .contains("OPEN", "HIGH", "fraud/fraud-signals", "freshness", "1 incident.")
          .doesNotContain("\u001b");
      assertThat(server.asked().getLast().body()).contains("\"OPEN\"", "\"domain\":\"fraud\"");
      assertThat(run.execute("incident", "list", "--format", "csv").out().lines().toList())
          .satisfiesExactly(
              columns -> assertThat(columns).contains("\"id\",\"status\",\"severity\""),
              row -> assertThat(row).contains("\"owner-fraud-signals\"").doesNotContain("\u001b"));
      assertThat(
              JsonMapper.shared()
                  .readTree(run.execute("incident", "list", "--format", "json").out())
                  .size())
          .isEqualTo(1);
    }
  }

  @Test
  void oneIsShownWithWhomItReaches() throws IOException {
    try (FakeServer server = new FakeServer(_ -> Answer.data("{\"incident\":" + INCIDENT + "}"))) {
      Ended shown = run.execute("incident", "show", "x", "--server", server.address());
      assertThat(shown.code()).as(shown.err()).isZero();
      assertThat(shown.out())
          .contains("told           fraud:payment-gate  2 away")
          .contains("attached       0195f0a1-0000-7000-8000-000000000009  fraud/fraud-decisions")
          .contains("2026-03-01T09:30:00Z  OPENED          concordat");
    }
    try (FakeServer server = new FakeServer(_ -> Answer.data("{\"incident\":null}"))) {
      assertThat(run.execute("incident", "show", "x", "--server", server.address()).code())
          .isEqualTo(2);
    }
  }

  @Test
  void figuresAreToldForPeopleAndPrograms() throws IOException {
    String figures =
        """
        {"incidentFigures":[{"month":"2026-11","domain":{"id":"fraud"},"opened":3,"acknowledged":2,"resolved":1,
          "falseAlarms":0,"toDetect":{"count":3,"medianSeconds":5,"p90Seconds":65},
          "toAcknowledge":{"count":2,"medianSeconds":3600,"p90Seconds":90000},
          "toResolve":{"count":0,"medianSeconds":null,"p90Seconds":null}}]}\
        """;
    try (FakeServer server = new FakeServer(_ -> Answer.data(figures))) {
      run.with("CONCORDAT_SERVER", server.address());
      Ended text = run.execute("incident", "figures", "--domain", "fraud", "--from", "2026-11");
      assertThat(text.code()).as(text.err()).isZero();
      assertThat(text.out()).contains("2026-11", "fraud", "5s / 1m5s", "1h0m / 1d1h");
      assertThat(text.out().lines().toList().getLast()).endsWith("-");
      assertThat(server.asked().getLast().body()).contains("\"from\":\"2026-11\"");
      assertThat(run.execute("incident", "figures", "--format", "csv").out().lines().toList())
          .last()
          .isEqualTo(
              "\"2026-11\",\"fraud\",\"3\",\"2\",\"1\",\"0\",\"5\",\"65\",\"3600\",\"90000\",\"\",\"\"");
    }
    try (FakeServer server = new FakeServer(_ -> Answer.data("{\"incidentFigures\":[]}"))) {
      assertThat(run.execute("incident", "figures", "--server", server.address()).out())
          .contains("No incidents in these months.");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"resolve x --cause recovered", "list --status broken", "list --severity loud"})
  void whatIsNoneOfThemIsNotAsked(String arguments) throws IOException {
    try (FakeServer server = new FakeServer(_ -> Answer.data("{}"))) {
      run.with("CONCORDAT_SERVER", server.address());
      Ended refused = run.execute(("incident " + arguments).split(" ", -1));
      assertThat(refused.code()).isEqualTo(2);
      assertThat(refused.err()).contains("must be one of");
      assertThat(server.asked()).isEmpty();
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          acknowledge x                               | acknowledgeIncident | "incident":"x"
          assign x dora                               | assignIncident      | "assignee":"dora"
          comment x Stuck.                            | commentOnIncident   | "text":"Stuck."
          resolve x --cause false-alarm --note Quiet. | resolveIncident     | "cause":"FALSE_ALARM"
          reopen x --reason Again.                    | reopenIncident      | "reason":"Again."
          """)
  void whatIsDoneIsSentOnceAndShown(String arguments, String mutation, String sent)
      throws IOException {
    String[] all = ("incident " + arguments).split(" ", -1);
    try (FakeServer server =
        new FakeServer(_ ->
            Answer.data(
                "{\"" + mutation + "\":{\"incident\":" + INCIDENT + ",\"userErrors\":[]}}"))) {
      run.with("CONCORDAT_SERVER", server.address());
      Ended done = run.execute(all);
      assertThat(done.code()).as(done.err()).isZero();
      assertThat(done.out()).contains("fraud/fraud-signals");
      assertThat(server.asked().getLast().body()).contains(sent, "\"idempotencyKey\":\"cli:");
    }
    try (FakeServer server =
        new FakeServer(_ ->
            Answer.data(
                "{\""
                    + mutation
                    + "\":{\"incident\":null,\"userErrors\":[{\"code\":\"NOT_ALLOWED\",\"message\":\"No.\"}]}}"))) {
      run.with("CONCORDAT_SERVER", server.address());
      Ended refused = run.execute(all);
      assertThat(refused.code()).isEqualTo(1);
      assertThat(refused.err()).contains("NOT_ALLOWED");
    }
  }
}

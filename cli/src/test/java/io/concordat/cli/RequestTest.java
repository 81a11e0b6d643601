package io.concordat.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.concordat.cli.FakeServer.Answer;
import io.concordat.cli.Run.Ended;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class RequestTest {

  private static final String ID = "01935b6e-0a4b-7c3d-8e9f-0123456789ac";

  private static final String REQUEST =
      """
      {"id":"01935b6e-0a4b-7c3d-8e9f-0123456789ac","status":"ACCEPTED","title":"Chargebacks",
       "purpose":"Fraud\\nscores.\\u001b[31m","wanted":null,"neededBy":null,"openedBy":"vera","openedAt":"2026-11-01T00:00:00Z",
       "expectedBy":"2027-02-15T00:00:00Z","acceptedBy":"rep-payments","reason":null,"closedAt":null,"closedBy":null,
       "domain":{"id":"payments"},"contract":null}\
      """;

  @TempDir Path directory;
  private Run run;

  @BeforeEach
  void token() {
    run = new Run(directory).with("CONCORDAT_TOKEN", "t");
  }

  static Stream<Arguments> steps() {
    return Stream.of(
        arguments(
            "openDataRequest",
            List.of("open", "--domain", "payments", "--title", "T", "--purpose", "P"),
            "domain",
            "payments"),
        arguments(
            "openDataRequest",
            List.of(
                "open",
                "--domain",
                "payments",
                "--title",
                "T",
                "--purpose",
                "P",
                "--needed-by",
                "2027-03-01"),
            "neededBy",
            "2027-03-01T00:00:00Z"),
        arguments(
            "acceptDataRequest",
            List.of("accept", ID, "--by", "2027-02-15"),
            "expectedBy",
            "2027-02-15T00:00:00Z"),
        arguments("declineDataRequest", List.of("decline", ID, "--reason", "No."), "reason", "No."),
        arguments(
            "deliverDataRequest",
            List.of("deliver", ID, "--contract", "payments/a/b"),
            "contract",
            "payments/a/b"),
        arguments("withdrawDataRequest", List.of("withdraw", ID), "request", ID));
  }

  @ParameterizedTest
  @MethodSource("steps")
  void everyStepIsAMutationWithAKey(String mutation, List<String> typed, String field, String value)
      throws IOException {
    String answer = "{\"%s\":{\"dataRequest\":%s,\"userErrors\":[]}}".formatted(mutation, REQUEST);
    try (FakeServer server = new FakeServer(_ -> Answer.data(answer))) {
      Ended ended = execute(typed, server);

      assertThat(ended.code()).as(ended.err()).isZero();
      assertThat(ended.out())
          .contains("Chargebacks")
          .contains("  scores.")
          .doesNotContain("\u001b");
      JsonNode input =
          JsonMapper.shared()
              .readTree(server.asked().getFirst().body())
              .path("variables")
              .path("input");
      assertThat(input.path(field).asString()).isEqualTo(value);
      assertThat(input.path("idempotencyKey").asString()).startsWith("cli:");
    }
  }

  @Test
  void requestsAreListed() throws IOException {
    String page =
        "{\"dataRequests\":{\"edges\":[{\"node\":%s}],\"pageInfo\":{\"hasNextPage\":false,\"endCursor\":null}}}"
            .formatted(REQUEST);
    try (FakeServer server = new FakeServer(_ -> Answer.data(page))) {
      Ended ended = execute(List.of("list", "--mine", "--status", "open"), server);

      assertThat(ended.out()).contains("ACCEPTED").contains("payments").contains("1 request.");
      JsonNode sent =
          JsonMapper.shared().readTree(server.asked().getFirst().body()).path("variables");
      assertThat(sent.at("/status/0").asString()).isEqualTo("OPEN");
      assertThat(sent.path("mine").asBoolean()).isTrue();
    }
  }

  @Test
  void aRefusalIsExitCode1AndWhatIsNotThereIs2() throws IOException {
    String no =
        """
        {"withdrawDataRequest":{"dataRequest":null,
         "userErrors":[{"code":"REQUEST_CLOSED","message":"It was delivered."}]}}\
        """;
    try (FakeServer server = new FakeServer(_ -> Answer.data(no))) {
      Ended ended = execute(List.of("withdraw", ID), server);
      assertThat(ended.code()).isEqualTo(1);
      assertThat(ended.err()).contains("REQUEST_CLOSED: It was delivered.");
    }
    try (FakeServer server = new FakeServer(_ -> Answer.data("{\"dataRequest\":null}"))) {
      assertThat(execute(List.of("show", ID), server).code()).isEqualTo(2);
    }
    assertThat(run.execute("request", "accept", ID).code()).isEqualTo(2);
    assertThat(run.execute("request", "accept", ID, "--by", "soon").code()).isEqualTo(2);
  }

  private Ended execute(List<String> typed, FakeServer server) {
    List<String> arguments = new ArrayList<>(List.of("request"));
    arguments.addAll(typed);
    arguments.addAll(List.of("--server", server.address()));
    return run.execute(arguments.toArray(String[]::new));
  }
}

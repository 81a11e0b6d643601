package io.concordat.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.concordat.cli.FakeServer.Answer;
import io.concordat.cli.Run.Ended;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class MaintenanceTest {

  private static final String WINDOW =
      """
      {"id":"01935b6e-0a4b-7c3d-8e9f-0123456789ac","from":"2027-02-15T00:00:00Z",
       "to":"2027-02-15T06:00:00Z","reason":"New\\u001b[31m disks","cancelledAt":null}\
      """;

  @TempDir Path directory;

  @Test
  void aWindowIsPlannedWithAKey() throws IOException {
    try (FakeServer server =
        answers("{\"planMaintenance\":{\"maintenance\":%s,\"userErrors\":[]}}")) {
      Ended ended =
          execute(
              server,
              "plan",
              "payments/a",
              "--from",
              "2027-02-15",
              "--to",
              "2027-02-15T06:00:00Z",
              "--reason",
              "New disks");

      assertThat(ended.code()).as(ended.err()).isZero();
      assertThat(ended.out())
          .contains("2027-02-15T00:00:00Z to 2027-02-15T06:00:00Z")
          .doesNotContain("\u001b");
      JsonNode input = sent(server).path("input");
      assertThat(input.path("from").asString()).isEqualTo("2027-02-15T00:00:00Z");
      assertThat(input.path("idempotencyKey").asString()).startsWith("cli:");
    }
  }

  @Test
  void windowsAreListedAndCancelled() throws IOException {
    try (FakeServer server = answers("{\"dataProduct\":{\"maintenance\":[%s]}}")) {
      Ended ended = execute(server, "list", "payments/a", "--from", "2027-02-01");

      assertThat(ended.out()).contains("1 window.");
      assertThat(sent(server).path("from").asString()).isEqualTo("2027-02-01T00:00:00Z");
    }
    try (FakeServer server =
        answers(
            "{\"cancelMaintenance\":{\"maintenance\":null,"
                + "\"userErrors\":[{\"code\":\"MAINTENANCE_NOT_FOUND\",\"message\":\"It ended.\"}]}}")) {
      Ended ended = execute(server, "cancel", "payments/a", "01935b6e-0a4b-7c3d-8e9f-0123456789ac");

      assertThat(ended.code()).isEqualTo(1);
      assertThat(ended.err()).contains("MAINTENANCE_NOT_FOUND: It ended.");
    }
    try (FakeServer server = answers("{\"dataProduct\":null}")) {
      assertThat(execute(server, "list", "payments/a").code()).isEqualTo(2);
    }
  }

  private static FakeServer answers(String template) throws IOException {
    return new FakeServer(_ -> Answer.data(template.replace("%s", WINDOW)));
  }

  private static JsonNode sent(FakeServer server) {
    return JsonMapper.shared().readTree(server.asked().getFirst().body()).path("variables");
  }

  private Ended execute(FakeServer server, String... typed) {
    String[] arguments = new String[typed.length + 3];
    arguments[0] = "maintenance";
    System.arraycopy(typed, 0, arguments, 1, typed.length);
    arguments[typed.length + 1] = "--server";
    arguments[typed.length + 2] = server.address();
    return new Run(directory).with("CONCORDAT_TOKEN", "t").execute(arguments);
  }
}

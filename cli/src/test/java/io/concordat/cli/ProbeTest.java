package io.concordat.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.concordat.cli.FakeServer.Answer;
import io.concordat.cli.Run.Ended;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ProbeTest {

  @TempDir Path directory;

  @Test
  void aProbeIsSetWithItsKind() throws IOException {
    try (FakeServer server =
        new FakeServer(_ -> Answer.data("{\"setProbe\":{\"userErrors\":[]}}"))) {
      Ended ended =
          execute(
              server,
              "set",
              "payments/a/b",
              "table",
              "--commitment",
              "freshness",
              "--source",
              "warehouse",
              "--query",
              "select now()",
              "--every",
              "30");

      assertThat(ended.code()).as(ended.err()).isZero();
      JsonNode input =
          JsonMapper.shared().readTree(server.asked().getFirst().body()).at("/variables/input");
      assertThat(input.path("kind").asString()).isEqualTo("JDBC");
      assertThat(input.path("everySeconds").asInt()).isEqualTo(30);
      assertThat(input.path("timeoutSeconds").asInt()).isEqualTo(10);
    }
  }

  @Test
  void whatLooksAtNothingOrAtTwoThingsIsNotSent() throws IOException {
    try (FakeServer server = new FakeServer(_ -> Answer.data("{}"))) {
      String[] said = {"set", "payments/a/b", "api", "--commitment", "availability"};
      String[] both = {"--http", "https://example.com", "--source", "warehouse"};

      for (String[] typed :
          List.of(said, Stream.of(said, both).flatMap(Stream::of).toArray(String[]::new))) {
        Ended ended = execute(server, typed);

        assertThat(ended.code()).isEqualTo(2);
        assertThat(ended.err()).contains("one of --http, --source and --directory");
      }
      assertThat(server.asked()).isEmpty();
    }
  }

  @Test
  void probesAreListedWithWhatTheySaw() throws IOException {
    String found =
        """
        {"contract":{"probes":[
          {"name":"api","kind":"HTTP","commitment":"availability","kept":false,"told":"answered 500"},
          {"name":"new","kind":"HTTP","commitment":"availability","kept":null,"told":null}]}}\
        """;
    try (FakeServer server = new FakeServer(_ -> Answer.data(found))) {
      Ended ended = execute(server, "list", "payments/a/b");

      assertThat(ended.out())
          .contains("failed  answered 500")
          .contains("waits")
          .contains("2 probes.");
    }
    try (FakeServer server = new FakeServer(_ -> Answer.data("{\"contract\":null}"))) {
      assertThat(execute(server, "list", "payments/a/b").code()).isEqualTo(2);
    }
  }

  private Ended execute(FakeServer server, String... typed) {
    String[] arguments = new String[typed.length + 3];
    arguments[0] = "probe";
    System.arraycopy(typed, 0, arguments, 1, typed.length);
    arguments[typed.length + 1] = "--server";
    arguments[typed.length + 2] = server.address();
    return new Run(directory).with("CONCORDAT_TOKEN", "t").execute(arguments);
  }
}

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
import org.junit.jupiter.params.provider.ValueSource;

class NotificationTest {

  private static final String PAGE =
      """
      {"deliveries":{"edges":[{"node":{"id":"0195f0a1-0000-7000-8000-000000000002","channel":"hook","state":"DEAD",
        "topic":"incident.opened","severity":"HIGH","commitment":"freshness","incident":null,
        "createdAt":"2026-03-01T09:30:00Z","dueAt":null,"product":{"id":"fraud/fraud-signals"},
        "attempts":[{"number":1,"at":"2026-03-01T09:30:01Z","status":410,"problem":"gone \\u001b[31m"}]}}],
        "pageInfo":{"hasNextPage":false,"endCursor":null}}}\
      """;

  @TempDir Path directory;
  private Run run;

  @BeforeEach
  void token() {
    run = new Run(directory).with("CONCORDAT_TOKEN", "t");
  }

  @Test
  void messagesAreListedForPeopleAndPrograms() throws IOException {
    try (FakeServer server = new FakeServer(_ -> Answer.data(PAGE))) {
      run.with("CONCORDAT_SERVER", server.address());
      Ended text = run.execute("notification", "list", "--channel", "hook", "--state", "dead");
      assertThat(text.code()).as(text.err()).isZero();
      assertThat(text.out())
          .contains("DEAD", "hook", "incident.opened", "fraud/fraud-signals", "410 gone")
          .contains("1 message.")
          .doesNotContain("\u001b");
      assertThat(server.asked().getLast().body()).contains("\"DEAD\"", "\"channel\":\"hook\"");
      assertThat(run.execute("notification", "list", "--format", "csv").out().lines().toList())
          .hasSize(2)
          .last()
          .asString()
          .contains("\"1\",\"410\"");
    }
  }

  @Test
  void whatWasPutAsideIsSentAgain() throws IOException {
    try (FakeServer server =
        new FakeServer(_ -> Answer.data("{\"redeliver\":{\"redelivered\":2,\"userErrors\":[]}}"))) {
      run.with("CONCORDAT_SERVER", server.address());
      Ended done = run.execute("notification", "redeliver", "--channel", "hook");
      assertThat(done.code()).as(done.err()).isZero();
      assertThat(done.out()).contains("2 messages wait again.");
    }
  }

  @Test
  void noChannelIsSaid() throws IOException {
    try (FakeServer server = new FakeServer(_ -> Answer.data("{\"notificationChannels\":[]}"))) {
      assertThat(run.execute("notification", "channels", "--server", server.address()).out())
          .contains("No channel is set");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"list --state gone", "redeliver", "redeliver x --channel y"})
  void whatIsWrongIsNotAsked(String arguments) throws IOException {
    try (FakeServer server = new FakeServer(_ -> Answer.data("{}"))) {
      run.with("CONCORDAT_SERVER", server.address());
      assertThat(run.execute(("notification " + arguments).split(" ", -1)).code()).isEqualTo(2);
      assertThat(server.asked()).isEmpty();
    }
  }
}

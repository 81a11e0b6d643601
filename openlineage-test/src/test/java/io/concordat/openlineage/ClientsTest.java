package io.concordat.openlineage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.openlineage.client.OpenLineage;
import io.openlineage.client.OpenLineage.RunEvent.EventType;
import io.openlineage.client.OpenLineageClient;
import io.openlineage.client.transports.ApiKeyTokenProvider;
import io.openlineage.client.transports.HttpConfig;
import io.openlineage.client.transports.HttpTransport;
import io.openlineage.client.transports.HttpTransportResponseException;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class ClientsTest {

  private static final Duration LONG = Duration.ofSeconds(90);

  private static final String DATASETS =
      """
      query($query: String!) { datasets(query: $query) { edges { node {
        namespace name contract { id } readBy { name } writtenBy { name }
        suggestions { contract { id } } } } } }
      """;

  private static Server server;

  @TempDir Path work;

  @BeforeAll
  static void start() {
    server = Server.start();
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  void theJavaClientsEventsShow() throws Exception {
    OpenLineage events = new OpenLineage(URI.create("https://example.com/etl"));
    try (OpenLineageClient client = client(server.token("machine-etl"))) {
      UUID run = UUID.randomUUID();
      for (EventType type : List.of(EventType.START, EventType.COMPLETE, EventType.COMPLETE)) {
        client.emit(
            events
                .newRunEventBuilder()
                .eventTime(ZonedDateTime.now())
                .eventType(type)
                .run(events.newRunBuilder().runId(run).build())
                .job(events.newJobBuilder().namespace("etl").name("java job").build())
                .inputs(
                    List.of(events.newInputDatasetBuilder().namespace("file").name("/a b").build()))
                .outputs(
                    List.of(events.newOutputDatasetBuilder().namespace("file").name("/ü").build()))
                .build());
      }
      client.emit(
          events
              .newDatasetEventBuilder()
              .eventTime(ZonedDateTime.now())
              .dataset(
                  events.newStaticDatasetBuilder().namespace("file").name("/of-dataset").build())
              .build());
      client.emit(
          events
              .newJobEventBuilder()
              .eventTime(ZonedDateTime.now())
              .job(events.newJobBuilder().namespace("etl").name("static job").build())
              .inputs(
                  List.of(
                      events.newInputDatasetBuilder().namespace("file").name("/of-job").build()))
              .build());
    }
    assertThat(names(dataset("/a b"), "readBy")).containsExactly("java job");
    assertThat(names(dataset("/ü"), "writtenBy")).containsExactly("java job");
    assertThat(names(dataset("/of-job"), "readBy")).containsExactly("static job");
    assertThat(dataset("/of-dataset").get("namespace").asString()).isEqualTo("file");
  }

  @Test
  void theJavaClientIsToldThatItMayNot() throws Exception {
    OpenLineage events = new OpenLineage(URI.create("https://example.com/etl"));
    try (OpenLineageClient client = client(server.token("viewer"))) {
      assertThatThrownBy(() ->
              client.emit(
                  events
                      .newJobEventBuilder()
                      .eventTime(ZonedDateTime.now())
                      .job(events.newJobBuilder().namespace("etl").name("no").build())
                      .build()))
          .isInstanceOf(HttpTransportResponseException.class)
          .hasMessageContaining("403");
    }
  }

  @Test
  void aSparkJobsLineageShowsThoughNobodyDeclaredIt() throws Exception {
    Path job = Path.of("spark-job", "target", "class-path").toAbsolutePath();
    assumeTrue(Files.exists(job), "skipped: the Spark job is not built");
    Path input = Files.writeString(work.resolve("payments.csv"), "id,currency,amount\n1,EUR,5\n");
    Path output = work.resolve("totals");

    run(job, input, output);

    JsonNode written = dataset(output.toString());
    assertThat(names(written, "writtenBy")).isNotEmpty().allMatch(name -> name.contains("daily"));
    JsonNode read = dataset(input.toString());
    assertThat(names(read, "readBy")).containsAll(names(written, "writtenBy"));
  }

  private void run(Path classPath, Path input, Path output)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-Xmx512m");
    command.add("--enable-native-access=ALL-UNNAMED");
    Stream.of(
            "java.lang",
            "java.lang.invoke",
            "java.io",
            "java.net",
            "java.nio",
            "java.util",
            "java.util.concurrent",
            "sun.nio.ch",
            "sun.util.calendar")
        .forEach(opened -> command.add("--add-opens=java.base/" + opened + "=ALL-UNNAMED"));
    command.addAll(
        List.of(
            "-cp",
            classPath.resolveSibling("classes")
                + File.pathSeparator
                + Files.readString(classPath).strip(),
            "io.concordat.sparkjob.DailyTotals",
            server.url(),
            server.token("machine-spark"),
            input.toString(),
            output.toString()));
    Path log = work.resolve("spark.log");
    Process spark =
        new ProcessBuilder(command)
            .directory(work.toFile())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    boolean ended = spark.waitFor(4, TimeUnit.MINUTES);
    spark.destroyForcibly();
    assertThat(ended && spark.exitValue() == 0).as(Files.readString(log)).isTrue();
  }

  private static OpenLineageClient client(String token) {
    HttpConfig config = new HttpConfig();
    config.setUrl(URI.create(server.url()));
    config.setTimeoutInMillis(20_000);
    config.setCompression(HttpConfig.Compression.GZIP);
    ApiKeyTokenProvider key = new ApiKeyTokenProvider();
    key.setApiKey(token);
    config.setAuth(key);
    return OpenLineageClient.builder().transport(new HttpTransport(config)).build();
  }

  /** The dataset whose name ends with a text, as soon as the graph shows it with its jobs. */
  private static JsonNode dataset(String name) {
    return await()
        .atMost(LONG)
        .until(
            () ->
                server
                    .ask("viewer", DATASETS, Map.of("query", name))
                    .at("/datasets/edges")
                    .valueStream()
                    .map(edge -> edge.get("node"))
                    .filter(node -> node.get("name").asString().equals(name))
                    .toList(),
            found -> found.size() == 1)
        .getFirst();
  }

  private static List<String> names(JsonNode dataset, String jobs) {
    return dataset.get(jobs).valueStream().map(job -> job.get("name").asString()).toList();
  }
}

package io.concordat.localstack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.concordat.localstack.RepositoryFiles.ComposeFile;
import io.concordat.localstack.RepositoryFiles.ComposeService;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What must hold for the production shape without an engine to run it on. */
class ComposeFileTest {

  private static final ComposeFile COMPOSE = RepositoryFiles.compose();
  private static final String ONE_SHOT = "no";

  static List<ComposeService> services() {
    return COMPOSE.services();
  }

  static List<ComposeService> servicesThatStay() {
    return services().stream()
        .filter(service -> !ONE_SHOT.equals(service.text("restart")))
        .toList();
  }

  @Test
  void theServerAndItsThreeStoresAreThere() {
    assertThat(services())
        .extracting(ComposeService::name)
        .contains("server", "postgres", "neo4j", "mongo");
  }

  @ParameterizedTest
  @MethodSource("servicesThatStay")
  void aServiceThatStaysTellsHowItIs(ComposeService service) throws IOException {
    if (service.has("build")) {
      assertThat(RepositoryFiles.read("Dockerfile")).contains("HEALTHCHECK");
    } else {
      assertThat(service.map("healthcheck").get("test"))
          .as("health check of %s", service)
          .isInstanceOf(List.class);
    }
    assertThat(service.text("restart")).isEqualTo("unless-stopped");
  }

  @ParameterizedTest
  @MethodSource("services")
  void anImageIsPinnedToAVersion(ComposeService service) {
    assertThat(service.text("image")).matches("[a-z0-9./-]+:[0-9]+\\.[0-9]+[a-z0-9.-]*");
  }

  @ParameterizedTest
  @MethodSource("services")
  void nothingRunsAsRootOrGainsRights(ComposeService service) {
    if (!service.has("build")) {
      assertThat(service.text("user")).matches("[1-9][0-9]*:[1-9][0-9]*");
    }
    assertThat(service.list("cap_drop")).isEqualTo(List.of("ALL"));
    assertThat(service.has("cap_add")).isFalse();
    assertThat(service.has("privileged")).isFalse();
    assertThat(service.list("security_opt")).isEqualTo(List.of("no-new-privileges:true"));
  }

  @ParameterizedTest
  @MethodSource("services")
  void aServiceHasBounds(ComposeService service) {
    assertThat(service.map("deploy").toString()).contains("limits=", "memory=", "cpus=", "pids=");
    assertThat(service.map("logging").toString()).contains("max-size");
  }

  /** A secret is the name of a file, or nothing: no environment variable holds one. */
  @ParameterizedTest
  @MethodSource("services")
  void noSecretStandsInTheFile(ComposeService service) {
    service
        .map("environment")
        .forEach((name, value) -> {
          if (name.matches(".*(PASSWORD|SECRET|TOKEN|KEY|AUTH).*")) {
            assertThat(name).endsWith("_FILE");
            assertThat(String.valueOf(value)).startsWith("/run/secrets/");
          }
          assertThat(String.valueOf(value))
              .as("credentials in %s of %s", name, service)
              .doesNotMatch(".*://[^/@]*:(?!\\$\\$\\{)[^/@]*@.*");
        });
  }

  @Test
  void everySecretComesFromAFileThatIsMadeAndNotCommitted() throws IOException {
    String maker = RepositoryFiles.read("deploy/make-secrets");
    Map<String, Object> secrets = COMPOSE.map("secrets");
    secrets.forEach((name, secret) -> {
      assertThat(secret).isEqualTo(Map.of("file", "deploy/secrets/" + name));
      assertThat(maker).contains("\nwrite " + name + " ");
    });
    assertThat(RepositoryFiles.read("deploy/secrets/.gitignore").lines()).contains("*");
    Set<Object> used =
        services().stream()
            .flatMap(service -> service.list("secrets").stream())
            .collect(Collectors.toSet());
    assertThat(used).isEqualTo(Set.copyOf(secrets.keySet()));
  }

  @Test
  void everyVolumeIsDeclaredOrAFileOfTheRepository() {
    Set<String> declared = COMPOSE.map("volumes").keySet();
    for (ComposeService service : services()) {
      for (Object volume : service.list("volumes")) {
        String source = volume.toString().split(":", 2)[0];
        if (source.startsWith("./")) {
          assertThat(RepositoryFiles.path(source)).exists();
          assertThat(volume.toString()).endsWith(":ro");
        } else {
          assertThat(declared).contains(source);
        }
      }
    }
  }

  @Test
  void aServiceWaitsForWhatItNeeds() {
    Set<String> names = services().stream().map(ComposeService::name).collect(Collectors.toSet());
    Set<String> oneShots =
        services().stream()
            .filter(service -> ONE_SHOT.equals(service.text("restart")))
            .map(ComposeService::name)
            .collect(Collectors.toSet());
    for (ComposeService service : services()) {
      service
          .map("depends_on")
          .forEach((name, waited) -> {
            assertThat(names).contains(name);
            assertThat(waited)
                .isEqualTo(
                    Map.of(
                        "condition",
                        oneShots.contains(name)
                            ? "service_completed_successfully"
                            : "service_healthy"));
          });
    }
    assertThat(COMPOSE.service("server").map("depends_on"))
        .containsKeys("postgres", "neo4j", "mongo-init");
  }

  @Test
  void onlyTheServerIsReachedAndOnlyOnLoopback() {
    for (ComposeService service : services()) {
      if (service.name().equals("server")) {
        assertThat(service.list("ports"))
            .allSatisfy(port -> assertThat(port.toString()).startsWith("127.0.0.1:"));
      } else {
        assertThat(service.has("ports")).isFalse();
        assertThat(service.list("networks")).isEqualTo(List.of("stores"));
      }
    }
    assertThat(COMPOSE.map("networks").get("stores")).isEqualTo(Map.of("internal", true));
  }

  /** Docker's own reading of the file, where its command line is installed; it needs no engine. */
  @Test
  void dockerComposeReadsIt() throws IOException, InterruptedException {
    assumeTrue(
        answers(List.of("docker", "compose", "version"), Path.of(".")),
        "docker compose is not installed: its own check of docker-compose.yml is left out");
    assertThat(
            answers(List.of("docker", "compose", "config", "--quiet"), RepositoryFiles.path(".")))
        .isTrue();
  }

  private static boolean answers(List<String> command, Path directory)
      throws IOException, InterruptedException {
    Path output = Files.createTempFile("docker-compose", ".log");
    try {
      ProcessBuilder builder =
          new ProcessBuilder(command)
              .directory(directory.toFile())
              .redirectErrorStream(true)
              .redirectOutput(output.toFile());
      builder.environment().put("CONCORDAT_OIDC_ISSUER", "https://issuer.example");
      Process process = builder.start();
      return process.waitFor(Duration.ofSeconds(60).toSeconds(), TimeUnit.SECONDS)
          && process.exitValue() == 0;
    } catch (IOException notInstalled) {
      return false;
    } finally {
      Files.delete(output);
    }
  }
}

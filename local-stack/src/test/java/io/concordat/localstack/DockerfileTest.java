package io.concordat.localstack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What must hold for the image without an engine to build it on. */
class DockerfileTest {

  private List<String> instructions = List.of();

  @BeforeEach
  void read() throws IOException {
    instructions =
        RepositoryFiles.read("Dockerfile")
            .replaceAll("(?m)^#.*\\R", "")
            .replaceAll("\\\\\\R\\s*", " ")
            .lines()
            .filter(line -> !line.isBlank())
            .toList();
  }

  @Test
  void eachLineIsAnInstruction() {
    assertThat(instructions)
        .allMatch(line ->
            line.matches("(FROM|WORKDIR|COPY|RUN|ENV|USER|EXPOSE|HEALTHCHECK|ENTRYPOINT) \\S.*"));
  }

  @Test
  void baseImagesArePinnedAndTheLastHasNoCompiler() {
    List<String> bases = instructions.stream().filter(line -> line.startsWith("FROM ")).toList();
    assertThat(bases).hasSize(2);
    assertThat(bases)
        .allMatch(base -> base.matches("FROM eclipse-temurin:25\\.[0-9.]+_[0-9]+-j(dk|re)-\\S+.*"));
    assertThat(bases.getLast()).contains("-jre-");
  }

  @Test
  void itRunsAsNobodyInParticular() {
    assertThat(last("USER")).matches("USER [1-9][0-9]*:[1-9][0-9]*");
  }

  @Test
  void itTellsWhetherItIsReady() {
    assertThat(last("HEALTHCHECK")).contains("/actuator/health/readiness", "127.0.0.1/8080");
    assertThat(last("EXPOSE")).isEqualTo("EXPOSE 8080");
  }

  @Test
  void nothingIsSentToAVendor() {
    assertThat(String.join("\n", instructions))
        .contains("AXONIQ_UPDATE_CHECKER_DISABLED=true", "-Ddisable-axoniq-console-message=true");
  }

  @Test
  void whatItCopiesFromTheRepositoryIsThere() throws IOException {
    List<String> ignored = RepositoryFiles.read(".dockerignore").lines().toList();
    assertThat(ignored).contains("**/target", ".git", "deploy", ".env");
    assertThat(List.of("LICENSE", "NOTICE"))
        .allSatisfy(file -> assertThat(RepositoryFiles.path(file)).exists())
        .doesNotContainAnyElementsOf(ignored);
  }

  private String last(String instruction) {
    return instructions.stream()
        .filter(line -> line.startsWith(instruction + " "))
        .reduce("", (_, later) -> later);
  }
}

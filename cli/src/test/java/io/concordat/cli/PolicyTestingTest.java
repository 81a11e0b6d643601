package io.concordat.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.concordat.cli.Run.Ended;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code concordat policy test}, without any server. */
class PolicyTestingTest {

  private static final String POLICY =
      """
      id: named
      title: A contract has a name
      family: documentation
      scope: contract
      severity: error
      expression: |-
        contract.name != ''
      message: Name the contract.
      documentation: Whom do readers ask?
      examples:
        - name: with a name
          passes: true
          document: |-
            name: Daily
        - name: without a name
          passes: false
          document: |-
            name: ""
      """;

  @TempDir Path directory;
  private Run run;

  @BeforeEach
  void here() {
    run = new Run(directory);
  }

  @Test
  void examplesThatShowWhatTheySayPass() throws IOException {
    write("policies/named.policy.yaml", POLICY);
    Ended ended = run.execute("policy", "test", "policies");

    assertThat(ended.code()).as(ended.out() + ended.err()).isZero();
    assertThat(ended.out()).contains("1 file: 1 passed.");
  }

  @Test
  void anExampleThatDoesNotHoldFails() throws IOException {
    write("named.policy.yaml", POLICY.replace("passes: true", "passes: false"));
    Ended ended = run.execute("policy", "test", "named.policy.yaml", "--output", "json");

    assertThat(ended.code()).isEqualTo(1);
    JsonNode file = JsonMapper.shared().readTree(ended.out()).at("/files/0");
    assertThat(file.path("outcome").asString()).isEqualTo("failed");
    assertThat(file.at("/findings/0/rule").asString()).isEqualTo("example");
    assertThat(file.at("/findings/0/path").asString()).isEqualTo("$.examples[0]");
    assertThat(file.at("/findings/0/line").asInt()).isEqualTo(11);
    assertThat(file.at("/findings/0/message").asString()).contains("should fail");
    assertThat(file.at("/findings/1/level").asString()).isEqualTo("warning");
    assertThat(file.at("/findings/1/message").asString()).contains("no example that keeps it");
  }

  @Test
  void whatDoesNotCompileIsToldWithItsLine() throws IOException {
    write("named.policy.yaml", POLICY.replace("contract.name", "contract.nome"));
    Ended ended = run.execute("policy", "test", "named.policy.yaml");

    assertThat(ended.code()).isEqualTo(1);
    assertThat(ended.out()).contains("[cel] $.expression").contains("7");
  }

  @Test
  void whatTheyWouldSayOfContractsFailsNothing() throws IOException {
    write(
        "never.policy.yaml",
        POLICY
            .substring(0, POLICY.indexOf("examples:"))
            .replace("contract.name != ''", "contract.name == 'no such name'"));
    write("contracts/things.odcs.yaml", Contracts.GOOD);
    Ended ended = run.execute("policy", "test", "never.policy.yaml", "--against", "contracts");

    assertThat(ended.code()).as(ended.out() + ended.err()).isZero();
    assertThat(ended.out())
        .contains("Of 1 contract, 1 would break what was tested.")
        .contains("Name the contract.")
        .contains("no example that breaks it");
  }

  @Test
  void aDirectoryWithoutPoliciesIsAnError() throws IOException {
    write("contracts/things.odcs.yaml", "id: x");
    Ended ended = run.execute("policy", "test", "contracts");

    assertThat(ended.code()).isEqualTo(2);
    assertThat(ended.err()).contains("holds no policy file");
  }

  private void write(String name, String text) throws IOException {
    Path file = directory.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }
}

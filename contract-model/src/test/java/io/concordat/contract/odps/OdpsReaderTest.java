package io.concordat.contract.odps;

import static org.assertj.core.api.Assertions.assertThat;

import io.concordat.contract.Mutants;
import io.concordat.contract.Mutants.Mutant;
import io.concordat.contract.OfficialSchemas;
import io.concordat.messages.policy.Violation;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

class OdpsReaderTest {

  private static final String NEWEST = "v1.0.0";
  private static final String[] VERSIONS = {"v0.9.0", NEWEST};

  /** How many mutants are judged. */
  private static final int MUTANTS = Integer.getInteger("concordat.mutants", 3_000);

  private static final String PRODUCT =
      """
      apiVersion: v1.0.0
      kind: DataProduct
      id: finance/cash-position
      status: active
      name: Cash position
      version: 1.0.0
      description:
        purpose: What is in the accounts each morning.
      inputPorts:
        - {name: settlements, version: 1.0.0, contractId: payments/settlements/daily}
      outputPorts:
        - name: positions
          version: 2.0.0
          contractId: finance/cash-position/daily
          type: tables
          description: One row per account and day.
          sbom: [{url: https://example.org/sbom}]
          inputContracts: [{id: payments/settlements/daily, version: 1.0.0}]
      managementPorts:
        - {name: updates, content: dictionary, type: topic, tags: [kafka]}
      support:
        - {channel: help, url: https://example.org/help}
      team:
        name: Treasury
        members: [{username: owner-cash, role: owner}]
      """;

  @Test
  void readsWhatAProductSays() {
    OdpsProduct product = OdpsReader.read(PRODUCT).product();
    assertThat(product.id()).isEqualTo("finance/cash-position");
    assertThat(product.description().purpose()).startsWith("What is in");
    assertThat(product.inputPorts().getFirst().contractId())
        .isEqualTo("payments/settlements/daily");
    OutputPort port = product.outputPorts().getFirst();
    assertThat(port.type()).isEqualTo("tables");
    assertThat(port.billsOfMaterials().getFirst().url()).isEqualTo("https://example.org/sbom");
    assertThat(port.inputContracts().getFirst().version()).isEqualTo("1.0.0");
    assertThat(product.managementPorts().getFirst().content()).isEqualTo("dictionary");
    assertThat(product.support().getFirst().channel()).isEqualTo("help");
    assertThat(product.team().members().getFirst().username()).isEqualTo("owner-cash");
  }

  @ParameterizedTest
  @CsvSource({
    "'status: active', 'state: active', $, 1, Add 'status'",
    "'kind: DataProduct', 'kind: DataContract', $.kind, 2, must be one of DataProduct",
    "'version: 1.0.0, contractId', 'contractId', $.inputPorts[0], 10, Add 'version'",
    "'contractId: payments/settlements/daily', 'contractId: 7', $.inputPorts[0].contractId, 10, in quotes",
    "'sbom:', 'bom:', $.outputPorts[0].bom, 17, not part of ODPS",
  })
  void tellsWhatIsWrongWithItsPlace(
      String replaced, String by, String path, int line, String said) {
    List<Violation> violations = OdpsReader.read(PRODUCT.replace(replaced, by)).violations();
    Violation told =
        violations.stream().filter(each -> each.path().equals(path)).findFirst().orElseThrow();
    assertThat(told.policy()).isEqualTo("odps");
    assertThat(told.line()).isEqualTo(line);
    assertThat(told.column()).isPositive();
    assertThat(told.message()).contains(said);
  }

  @Test
  void aPortStandsOnceInEachVersion() {
    String port =
        "  - {name: settlements, version: 1.0.0, contractId: payments/settlements/daily}\n";
    assertThat(OdpsReader.read(PRODUCT.replace(port, port + port)).violations())
        .extracting(Violation::message)
        .singleElement()
        .asString()
        .contains("already declared on line 10");
    assertThat(
            OdpsReader.read(PRODUCT.replace(port, port + port.replace("1.0.0", "2.0.0")))
                .violations())
        .isEmpty();
  }

  @Test
  void aTextThatIsNoYamlIsRefused() {
    assertThat(OdpsReader.read("a: [").violations())
        .extracting(Violation::policy)
        .containsExactly("yaml");
  }

  @Test
  void judgesExamplesAndMutantsAsTheirSchemaDoes() throws IOException {
    OfficialSchemas schemas = OfficialSchemas.of("odps", VERSIONS);
    List<Mutant> mutants = new ArrayList<>();
    List<String> documents = new ArrayList<>(schemas.examples().values());
    for (String text : documents) {
      assertThat(OdpsReader.read(text).violations().isEmpty())
          .isEqualTo(schemas.accept(OfficialSchemas.json(text), NEWEST));
    }
    documents.add(PRODUCT);
    for (String text : documents) {
      for (JsonNode part : OfficialSchemas.parts(OfficialSchemas.json(text))) {
        for (String version : VERSIONS) {
          mutants.addAll(Mutants.of(((ObjectNode) part).put("apiVersion", version), 1));
        }
      }
    }
    Collections.shuffle(mutants, new Random(20_250_924));
    List<String> differences = new ArrayList<>();
    for (Mutant mutant : mutants.subList(0, Math.min(MUTANTS, mutants.size()))) {
      boolean official = schemas.accept(mutant.document(), NEWEST);
      List<Violation> violations = OdpsReader.read(mutant.document().toString()).violations();
      boolean samePort =
          !violations.isEmpty()
              && violations.stream()
                  .allMatch(v -> v.message().contains("already declared on line"));
      if (official != violations.isEmpty() && !(official && samePort)) {
        differences.add((official ? "valid" : "invalid") + ", but " + violations + ": " + mutant);
      }
    }
    assertThat(differences.stream().limit(20)).isEmpty();
  }
}

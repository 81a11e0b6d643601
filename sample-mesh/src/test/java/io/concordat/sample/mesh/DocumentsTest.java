package io.concordat.sample.mesh;

import static org.assertj.core.api.Assertions.assertThat;

import io.concordat.contract.gate.GateResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The documents of the sample mesh are what they claim to be. */
class DocumentsTest {

  private static final Mesh MESH = Documents.mesh();
  private static final Set<String> PUBLISHED =
      MESH.contracts().stream().map(ContractDocument::id).collect(Collectors.toSet());

  @Test
  void has_the_promised_size() {
    assertThat(MESH.domains()).hasSize(23);
    assertThat(MESH.products()).hasSize(70).doesNotHaveDuplicates();
    assertThat(MESH.contracts()).hasSize(70);
    assertThat(MESH.successors()).isNotEmpty();
    assertThat(MESH.consumers()).hasSizeGreaterThan(23);
  }

  @Test
  void ids_match_paths() {
    assertThat(all())
        .allSatisfy(contract ->
            assertThat(contract.source())
                .matches(Pattern.quote(contract.id()) + "(\\.v[0-9]+)?\\.odcs\\.yaml"));
  }

  @Test
  void every_product_has_a_contract() {
    Set<String> offered =
        MESH.contracts().stream().map(ContractDocument::product).collect(Collectors.toSet());
    assertThat(MESH.products())
        .extracting(Mesh.Product::id)
        .containsExactlyInAnyOrderElementsOf(offered);
  }

  @Test
  void lineage_has_no_circle_and_is_several_hops_deep() {
    assertThat(MESH.waves()).hasSizeGreaterThan(4);
    assertThat(MESH.waves().stream().mapToInt(List::size).sum()).isEqualTo(70);
  }

  @Test
  void every_document_passes_the_first_gate() {
    assertThat(GateOfTheSample.judge(all(), PUBLISHED)).isEmpty();
  }

  @Test
  void successors_are_of_a_higher_major_version() {
    assertThat(MESH.successors())
        .allSatisfy(successor -> {
          assertThat(PUBLISHED).contains(successor.id());
          assertThat(successor.version()).isEqualTo("2.0.0");
        });
  }

  @Test
  void field_lineage_names_fields_that_exist_in_declared_upstream_contracts() {
    assertThat(GateOfTheSample.brokenLineage(MESH)).isEmpty();
  }

  @Test
  void consumers_read_fields_that_exist() {
    Map<String, Set<String>> fields = GateOfTheSample.fields(MESH);
    assertThat(MESH.consumers())
        .allSatisfy(consumer ->
            consumer
                .reads()
                .forEach(read ->
                    assertThat(fields.getOrDefault(read.contract(), Set.of()))
                        .as(consumer.id() + " -> " + read.contract())
                        .containsAll(read.fields())));
  }

  @Test
  void the_example_of_the_documentation_passes_and_its_broken_twin_fails_in_four_families()
      throws IOException {
    assertThat(example("payouts.odcs.yaml").verdict().violations()).isEmpty();
    assertThat(GateOfTheSample.families(example("payouts-failing.odcs.yaml"))).hasSize(4);
  }

  private static GateResult example(String name) throws IOException {
    String text = Files.readString(Path.of("..", "docs", "examples", name));
    return GateOfTheSample.judge(Yaml.read(name, text).text("id"), text, PUBLISHED);
  }

  private static List<ContractDocument> all() {
    return Stream.concat(MESH.contracts().stream(), MESH.successors().stream()).toList();
  }
}

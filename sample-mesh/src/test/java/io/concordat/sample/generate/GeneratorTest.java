package io.concordat.sample.generate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.concordat.sample.mesh.ContractDocument;
import io.concordat.sample.mesh.Documents;
import io.concordat.sample.mesh.GateOfTheSample;
import io.concordat.sample.mesh.Mesh;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Generated products are as good as hand-written ones. */
class GeneratorTest {

  private static final Mesh BASE = Documents.mesh();
  private static final Mesh GROWN = Generator.grow(BASE, 847, 23);

  @Test
  void makes_as_many_products_as_asked_for() {
    assertThat(GROWN.products()).hasSize(847).extracting(Mesh.Product::id).doesNotHaveDuplicates();
    assertThat(GROWN.contracts()).hasSize(847);
    assertThat(GROWN.domains()).hasSize(23);
    assertThat(GROWN.contracts()).containsAll(BASE.contracts());
  }

  @Test
  void the_same_seed_gives_the_same_documents_and_another_one_others() {
    assertThat(Generator.grow(Documents.mesh(), 847, 23)).isEqualTo(GROWN);
    assertThat(Generator.grow(BASE, 847, 24).products()).isNotEqualTo(GROWN.products());
  }

  @Test
  void growing_further_changes_nothing_that_is_there() {
    Mesh smaller = Generator.grow(BASE, 300, 23);
    assertThat(GROWN.contracts()).containsAll(smaller.contracts());
    assertThat(GROWN.products()).containsAll(smaller.products());
  }

  @Test
  void every_generated_contract_passes_the_first_gate() {
    Set<String> published = ids(GROWN);
    List<ContractDocument> generated =
        GROWN.contracts().stream()
            .filter(contract -> !BASE.contracts().contains(contract))
            .toList();
    assertThat(GateOfTheSample.judge(generated, published)).isEmpty();
  }

  @Test
  void lineage_can_be_published_in_waves_and_names_fields_that_exist() {
    assertThat(GROWN.waves().stream().mapToInt(List::size).sum()).isEqualTo(847);
    assertThat(GateOfTheSample.brokenLineage(GROWN)).isEmpty();
  }

  @Test
  void every_domain_grows() {
    assertThat(GROWN.domains())
        .allSatisfy(domain -> assertThat(domain.products()).hasSizeGreaterThan(15));
  }

  @Test
  void the_most_that_can_be_made_is_told() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Generator.grow(BASE, 5_881, 1))
        .withMessageContaining("5880");
  }

  private static Set<String> ids(Mesh mesh) {
    return mesh.contracts().stream().map(ContractDocument::id).collect(Collectors.toSet());
  }
}

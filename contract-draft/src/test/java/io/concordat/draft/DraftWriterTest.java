package io.concordat.draft;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.concordat.contract.foundation.Foundation;
import io.concordat.contract.odcs.OdcsReader;
import io.concordat.messages.InvalidValue;
import io.concordat.messages.policy.Violation;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DraftWriterTest {

  private static final String TABLE =
      """
      CREATE TABLE customers (
        customer_id varchar(36) NOT NULL,
        email varchar(200),
        country char(2) CHECK (country IN ('AT', 'CH', 'DE'))
      );
      """;

  @Test
  void aDraftWithAllTermsAndSureMeaningsPassesAsItIs() {
    DraftTerms terms =
        DraftTerms.of("shop/sales/orders")
            .withName("Customers: who they are")
            .withPurpose("Everybody who bought # something, \"once\" or more.")
            .withOwner("owner-sales")
            .withLatency("4h")
            .withUpstream(List.of("shop/crm/people"));
    String yaml = DraftWriter.write(Drafts.fromSql(TABLE), terms, Foundation.semanticTypes());
    assertThat(yaml.lines().filter(line -> line.strip().startsWith("#? "))).isEmpty();
    assertThat(DraftGolden.judged(yaml).verdict().violations()).isEmpty();
    assertThat(OdcsReader.read(yaml).contract().description().purpose())
        .isEqualTo("Everybody who bought # something, \"once\" or more.");
  }

  @Test
  void theGateTellsEachDecisionThatIsOpen() {
    String yaml = DraftGolden.written(Drafts.fromSql("CREATE TABLE t (thing text)"));
    assertThat(DraftGolden.judged(yaml).verdict().violations())
        .extracting(Violation::policy)
        .contains(
            "schema-semantic-types",
            "documentation-complete",
            "quality-commitments",
            "privacy-classification",
            "lineage-declared");
  }

  @ParameterizedTest
  @ValueSource(strings = {"shop", "shop/sales", "Shop/sales/orders", "a/b/c/d", "a/b/c\nx: y", ""})
  void anIdThatIsNoneIsRefused(String id) {
    assertThatThrownBy(() -> DraftTerms.of(id)).isInstanceOf(InvalidValue.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"4", "h", "0h", "4 hours", "-4h", "4h\nx"})
  void aLatencyThatIsNoneIsRefused(String latency) {
    assertThatThrownBy(() -> DraftTerms.of("a/b/c").withLatency(latency))
        .isInstanceOf(DraftException.class);
  }

  @Property(tries = 300)
  void anyNamesAndTextsGiveADocumentThatCanBeRead(
      @ForAll @StringLength(min = 1, max = 30) String name,
      @ForAll @StringLength(max = 60) String text) {
    DraftField field =
        DraftField.of(name, "string")
            .typed(text)
            .described(text)
            .restricted(null, null, text.isEmpty() ? List.of() : List.of(text));
    Draft draft =
        new Draft(List.of(new DraftObject(name, text, "table", text, List.of(field))), List.of());
    String yaml =
        DraftWriter.write(
            draft,
            DraftTerms.of("a/b/c").withPurpose(text).withOwner(name).withName(name),
            Foundation.semanticTypes());
    assertThat(OdcsReader.read(yaml).violations())
        .allSatisfy(violation -> assertThat(violation.message()).doesNotContain("Not well-formed"));
    assertThat(OdcsReader.read(DraftGolden.decided(yaml)).violations())
        .allSatisfy(violation -> assertThat(violation.message()).doesNotContain("Not well-formed"));
  }
}

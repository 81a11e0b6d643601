package io.concordat.contract.foundation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.concordat.contract.example.ExampleResult;
import io.concordat.contract.example.PolicyExamples;
import io.concordat.contract.tree.Mapping;
import io.concordat.messages.policy.Policy;
import io.concordat.messages.policy.PolicyExample;
import io.concordat.messages.policy.PolicyFamily;
import io.concordat.messages.policy.PolicySet;
import io.concordat.messages.policy.SemanticType;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class FoundationTest {

  private static final Set<String> LOGICAL_TYPES =
      Set.of(
          "string", "date", "timestamp", "time", "number", "integer", "object", "array", "boolean");

  static Iterable<SemanticType> semanticTypes() {
    return Foundation.semanticTypes();
  }

  @Test
  void hasOnePolicyPerFamily() {
    assertThat(Foundation.policies())
        .extracting(Policy::family)
        .containsExactlyInAnyOrder(
            PolicyFamily.SCHEMA,
            PolicyFamily.DOCUMENTATION,
            PolicyFamily.QUALITY,
            PolicyFamily.PRIVACY,
            PolicyFamily.LINEAGE);
  }

  @Test
  void isTheFirstSetInOrderAndWithoutRepetition() {
    PolicySet set = Foundation.policySet(Instant.parse("2026-01-01T00:00:00Z"));
    assertThat(set.number()).isEqualTo(1);
    assertThat(set.policies()).extracting(Policy::id).isSorted().doesNotHaveDuplicates();
    assertThat(set.semanticTypes())
        .extracting(SemanticType::name)
        .isSorted()
        .doesNotHaveDuplicates()
        .hasSize(89);
  }

  static Stream<Arguments> examples() {
    return Foundation.policies().stream()
        .flatMap(policy ->
            PolicyExamples.run(policy, Foundation.semanticTypes(), Foundation.parameters()).stream()
                .map(result -> Arguments.of(policy.id(), result)));
  }

  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource("examples")
  void everyExampleShowsWhatItSays(String policy, ExampleResult result) {
    assertThat(result.complaint()).isEmpty();
  }

  @Test
  void everyPolicyHasExamplesOfBothKinds() {
    assertThat(Foundation.policies())
        .allSatisfy(policy ->
            assertThat(policy.examples()).extracting(PolicyExample::passes).contains(true, false));
  }

  @ParameterizedTest
  @MethodSource("semanticTypes")
  void examplesMatchTheirPatternAndLogicalTypesExist(SemanticType type) {
    assertThat(LOGICAL_TYPES).containsAll(type.logicalTypes());
    assertThat(type.allExamples())
        .doesNotHaveDuplicates()
        .hasSizeGreaterThanOrEqualTo(2)
        .allSatisfy(
            example -> assertThat(type.logicalTypes()).anyMatch(logical -> isOf(logical, example)));
    if (type.pattern() != null) {
      assertThat(type.allExamples())
          .allSatisfy(example ->
              assertThat(Pattern.compile(type.pattern()).matcher(example).find()).isTrue());
    }
  }

  private static boolean isOf(String logicalType, String value) {
    try {
      return switch (logicalType) {
        case "integer" -> new BigDecimal(value).stripTrailingZeros().scale() <= 0;
        case "number" -> new BigDecimal(value).precision() > 0;
        case "boolean" -> value.equals("true") || value.equals("false");
        case "date" -> LocalDate.parse(value).getYear() > 0;
        case "timestamp" -> OffsetDateTime.parse(value).getYear() > 0;
        default -> !value.isBlank();
      };
    } catch (NumberFormatException | DateTimeException notOfIt) {
      return false;
    }
  }

  @Test
  void furtherExamplesAreReadAndANameThatIsNotKnownIsAMistake() {
    assertThat(Foundation.semanticTypes())
        .filteredOn(type -> type.name().equals("iso-currency"))
        .singleElement()
        .satisfies(type -> assertThat(type.examples()).containsExactly("USD", "JPY"));
    assertThatThrownBy(() ->
            Foundation.read(
                "parameters.yaml",
                Set.of("name"),
                Mapping::span,
                Comparator.comparing(Object::toString)))
        .hasMessageMatching("parameters.yaml: 'description' on line \\d+ is not one of \\[name]");
  }
}

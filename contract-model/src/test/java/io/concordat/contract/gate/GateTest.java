package io.concordat.contract.gate;

import static org.assertj.core.api.Assertions.assertThat;

import io.concordat.contract.ExampleContract;
import io.concordat.contract.SemanticVersion;
import io.concordat.contract.foundation.Foundation;
import io.concordat.contract.policy.CompiledPolicySet;
import io.concordat.messages.policy.Violation;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class GateTest {

  private static final CompiledPolicySet FIRST =
      CompiledPolicySet.compile(Foundation.policySet(Instant.EPOCH));

  private static GateResult evaluate(String document) {
    return evaluate(ExampleContract.ID, document, ExampleContract.UPSTREAM::equals);
  }

  private static GateResult evaluate(String id, String document, Predicate<String> exists) {
    return Gate.evaluate(
        Submission.first(id, document, Instant.EPOCH), FIRST, UpstreamLookup.existing(exists));
  }

  @Test
  void aContractThatKeepsEveryPolicyPasses() {
    GateResult result = evaluate(ExampleContract.text());
    assertThat(result.verdict().violations()).isEmpty();
    assertThat(result.passed()).isTrue();
    assertThat(result.version()).isEqualTo("1.4.0");
    assertThat(result.semanticVersion()).contains(SemanticVersion.of("1.4.0"));
    assertThat(result.outline().name()).isEqualTo("Daily settlements");
    assertThat(result.verdict().policySet()).isEqualTo(1);
  }

  /** What is replaced by what; the policy, path and a text on the line of the one violation. */
  static Stream<Arguments> notKept() {
    String queries =
        """
          - property: exampleQueries
            value:
              - title: Settled per currency
                sql: SELECT currency, sum(amount) FROM settlement_daily GROUP BY currency
        """;
    String sla = "  - property: latency\n    value: 4\n    unit: h\n";
    return Stream.of(
        Arguments.of(
            "        customProperties:\n          - property: semanticType\n            value: transaction-id\n",
            "",
            "schema-semantic-types",
            "$.schema[0].properties[0].customProperties",
            "- name: settlement_id"),
        Arguments.of(
            "value: transaction-id",
            "value: no-such-type",
            "schema-semantic-types",
            "$.schema[0].properties[0].customProperties[0]",
            "- property: semanticType"),
        Arguments.of(
            "value: transaction-id",
            "value: flag",
            "schema-semantic-types",
            "$.schema[0].properties[0].logicalType",
            "logicalType: string"),
        Arguments.of(
            "  purpose: One",
            "  other: One",
            "documentation-complete",
            "$.description.purpose",
            "description:"),
        Arguments.of(
            "  purpose: One row per merchant and day with what was settled, for finance and merchant reporting.",
            "  purpose: ' '",
            "documentation-complete",
            "$.description.purpose",
            "purpose:"),
        Arguments.of("role: owner", "role: steward", "documentation-complete", "$.team", "team:"),
        Arguments.of(
            queries, "", "documentation-complete", "$.customProperties", "nothing under schema"),
        Arguments.of(
            "sql: SELECT",
            "text: SELECT",
            "documentation-complete",
            "$.customProperties[1]",
            "property: exampleQueries"),
        Arguments.of(sla, "", "quality-commitments", "$.slaProperties", "slaProperties:"),
        Arguments.of(
            "value: 4\n    unit: h",
            "value: soon",
            "quality-commitments",
            "$.slaProperties",
            "slaProperties:"),
        Arguments.of(
            "mustBeLessThan: 1\n            unit: percent\n            dimension: completeness",
            "mustBeLessThan: 6\n            unit: percent\n            dimension: completeness",
            "quality-commitments",
            "$.schema",
            "schema:"),
        Arguments.of(
            "dimension: accuracy",
            "dimension: conformity",
            "quality-commitments",
            "$.schema",
            "schema:"),
        Arguments.of(
            "classification: public\n",
            "unique: false\n",
            "privacy-classification",
            "$.schema[0].properties[2].classification",
            "- name: currency"),
        Arguments.of(
            "classification: confidential",
            "classification: internal",
            "privacy-classification",
            "$.schema[0].properties[3].properties[0].classification",
            "Address of the merchant"),
        Arguments.of(
            "classification: public\n",
            "classification: open\n",
            "privacy-classification",
            "$.schema[0].properties[2].classification",
            "classification: open"),
        Arguments.of(
            "value: [payments/ledger/entries]",
            "value: [payments/ledger/entries, payments/ledger/gone]",
            "lineage-declared",
            "$.customProperties[0].value[1]",
            "ledger/gone"),
        Arguments.of(
            "value: [payments/ledger/entries]",
            "value:\n      - Not An Id",
            "lineage-declared",
            "$.customProperties[0].value[0]",
            "Not An Id"),
        Arguments.of(
            "- property: upstreamContracts",
            "- property: upstream",
            "lineage-declared",
            "$.customProperties",
            "nothing under schema"),
        Arguments.of(
            "value: [payments/ledger/entries]",
            "value: payments/ledger/entries",
            "lineage-declared",
            "$.customProperties[0]",
            "property: upstreamContracts"));
  }

  @ParameterizedTest(name = "{2} at {3}")
  @MethodSource("notKept")
  void eachPolicyTellsWhatIsNotKept(
      String replaced, String by, String policy, String path, String line) {
    String document = ExampleContract.with(replaced, by);
    GateResult result = evaluate(document);
    assertThat(result.passed()).isFalse();
    assertThat(result.outline()).isNotNull();
    assertThat(result.verdict().violations())
        .as("%s", result.verdict().violations())
        .singleElement()
        .satisfies(violation -> {
          assertThat(violation.policy()).isEqualTo(policy);
          assertThat(violation.path()).isEqualTo(path);
          assertThat(violation.line()).isEqualTo(lineOf(document, line));
        });
  }

  private static int lineOf(String document, String line) {
    if (line.startsWith("nothing under")) {
      List<String> lines = document.lines().toList();
      return lines.lastIndexOf("customProperties:") + 1;
    }
    return line.startsWith("Address")
        ? ExampleContract.lineOf(document, line) + 1
        : ExampleContract.lineOf(document, line);
  }

  @Test
  void nothingUpstreamIsDeclaredWithAnEmptyList() {
    assertThat(evaluate(ExampleContract.with("[payments/ledger/entries]", "[]")).passed()).isTrue();
  }

  @Test
  void aContractCannotBeItsOwnUpstream() {
    GateResult result =
        evaluate(
            ExampleContract.ID,
            ExampleContract.with("[payments/ledger/entries]", "[" + ExampleContract.ID + "]"),
            id -> true);
    assertThat(result.verdict().violations())
        .extracting(Violation::policy)
        .containsExactly("lineage-declared");
  }

  @Test
  void theDocumentMustBeSubmittedUnderItsOwnId() {
    GateResult result = evaluate("payments/settlements/hourly", ExampleContract.text(), id -> true);
    assertThat(result.passed()).isFalse();
    assertThat(result.contract()).isNull();
    assertThat(result.verdict().violations())
        .singleElement()
        .satisfies(violation -> assertThat(violation.path()).isEqualTo("$.id"));
  }

  @Test
  void policiesWaitForAValidDocument() {
    GateResult result =
        evaluate(
            ExampleContract.with("role: owner", "role: steward")
                .replace("kind: DataContract", "kind: Contract"));
    assertThat(result.contract()).isNull();
    assertThat(result.outline()).isNull();
    assertThat(result.version()).isEqualTo("1.4.0");
    assertThat(result.verdict().violations()).extracting(Violation::policy).containsExactly("odcs");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "[", "not a contract", "version: [1]", "version: |\n  1\n  2\n"})
  void whatIsNotAContractIsRefusedWithAReason(String document) {
    GateResult result = evaluate(document);
    assertThat(result.passed()).isFalse();
    assertThat(result.version()).isNull();
    assertThat(result.verdict().violations()).isNotEmpty();
  }

  @Test
  void asksTheLookupOnceForEachWellFormedId() {
    List<String> asked = new ArrayList<>();
    evaluate(
        ExampleContract.ID,
        ExampleContract.with(
            "[payments/ledger/entries]",
            "[payments/ledger/entries, payments/ledger/entries, nonsense, a/b/c]"),
        id -> asked.add(id));
    assertThat(asked).containsExactly("payments/ledger/entries", "a/b/c");
  }

  @Test
  void theVerdictOnAPoorContractIsAlwaysTheSame() {
    String document = ExampleContract.resource("/io/concordat/contract/poor.odcs.yaml");
    GateResult result = evaluate("payments/settlements/poor", document, id -> false);
    assertThat(
            result.verdict().violations().stream()
                .map(v -> v.line() + " " + v.policy() + " " + v.path() + "\n  " + v.message())
                .collect(Collectors.joining("\n", "", "\n")))
        .isEqualTo(ExampleContract.resource("/io/concordat/contract/poor.verdict.txt"));
  }
}

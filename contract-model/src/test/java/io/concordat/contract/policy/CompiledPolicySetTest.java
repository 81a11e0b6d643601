package io.concordat.contract.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.concordat.contract.ExampleContract;
import io.concordat.contract.change.Comparison;
import io.concordat.contract.foundation.Foundation;
import io.concordat.contract.odcs.OdcsContract;
import io.concordat.contract.odcs.OdcsReader;
import io.concordat.messages.policy.Policy;
import io.concordat.messages.policy.PolicyFamily;
import io.concordat.messages.policy.PolicyScope;
import io.concordat.messages.policy.PolicySet;
import io.concordat.messages.policy.Severity;
import io.concordat.messages.policy.Violation;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CompiledPolicySetTest {

  private static final OdcsContract CONTRACT = OdcsReader.read(ExampleContract.text()).contract();

  private static List<Violation> evaluate(PolicyScope scope, String expression) {
    return Policies.set(Policies.of(scope, expression)).evaluate(Judged.first(CONTRACT, Set.of()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "contract.id == 'payments/settlements/daily' && contract.version == '1.4.0'",
        "contract.owners == ['owner-settlements'] && contract.team[0].role == 'owner'",
        "contract.upstream == ['payments/ledger/entries'] && contract.upstreamDeclared",
        "contract.slas.exists(s, s.property == 'latency' && s.seconds == 14400.0)",
        "contract.slas.exists(s, s.property == 'availability' && s.percent == 99.5 && s.seconds < 0)",
        "contract.quality.exists(q, q.element == 'settlement.settlement_id' && q.tolerance == 1.0)",
        "contract.fields.size() == 7 && contract.objects[0].fields == contract.fields",
        "contract.fields.filter(f, f.isLeaf).size() == 5",
        "contract.exampleQueries[0].title == 'Settled per currency'",
        "contract.servers[0].type == 'snowflake'",
        "contract.customProperties['exampleQueries'][0].title == 'Settled per currency'",
        "!has(contract.objects[0].businessName) && contract.objects[0].businessName == ''",
        "has(contract.description.purpose) && !has(contract.unknownUpstream)",
        "semanticTypes['email-address'].leastClassification == 'confidential'",
        "classificationRank('Restricted') == 3 && classificationRank('secret') == -1",
        "type(contract) != type('') && contract.tags.map(t, t.upperAscii())[0] == 'PAYMENTS'"
      })
  void policiesSeeTheWholeContract(String expression) {
    assertThat(evaluate(PolicyScope.CONTRACT, expression)).isEmpty();
  }

  @Test
  void aFieldPolicyIsEvaluatedForEachFieldWithItsPlace() {
    List<Violation> violations = evaluate(PolicyScope.FIELD, "field.required");
    assertThat(violations).hasSize(6);
    assertThat(violations.getFirst().path()).isEqualTo("$.schema[0].properties[1].required");
    assertThat(violations.getFirst().line())
        .isEqualTo(ExampleContract.lineOf(ExampleContract.text(), "name: amount"));
    assertThat(violations.getFirst().message())
        .isEqualTo("Mend settlement.amount at $.schema[0].properties[1].required.");
  }

  @Test
  void anObjectPolicyIsEvaluatedForEachObject() {
    assertThat(evaluate(PolicyScope.OBJECT, "object.name != 'settlement'"))
        .singleElement()
        .satisfies(v -> assertThat(v.path()).isEqualTo("$.schema[0].name"));
  }

  @Test
  void eachConditionThatIsNotKeptIsToldWhereItBelongs() {
    List<Violation> violations =
        evaluate(
            PolicyScope.CONTRACT,
            "contract.name == 'x' && contract.id != '' && contract.description.usage == 'y'");
    assertThat(violations)
        .extracting(Violation::path)
        .containsExactly("$.name", "$.description.usage");
    assertThat(violations.getFirst().message())
        .isEqualTo("Mend payments/settlements/daily at $.name. Not kept: contract.name == \"x\"");
  }

  @Test
  void conditionsBehindAnAlternativeAreToldOnTheirOwn() {
    List<Violation> violations =
        evaluate(
            PolicyScope.FIELD,
            "field.name != 'amount' || (field.unique && field.classification == 'public')");
    assertThat(violations)
        .extracting(Violation::path)
        .containsExactly(
            "$.schema[0].properties[1].unique", "$.schema[0].properties[1].classification");
  }

  @Test
  void textInQuotesSurvivesBeingTakenApart() {
    assertThat(
            evaluate(PolicyScope.CONTRACT, "contract.name != 'a\"b\\\\' && contract.id == 'q\"'"))
        .extracting(Violation::path)
        .containsExactly("$.id");
  }

  @Test
  void aPolicyAboutServiceLevelsIsEvaluatedForEach() {
    List<Violation> violations = evaluate(PolicyScope.SLA, "sla.property == 'latency'");
    assertThat(violations).isNotEmpty();
    assertThat(violations)
        .allSatisfy(v -> assertThat(v.path()).startsWith("$.slaProperties["))
        .noneSatisfy(v -> assertThat(v.message()).contains("Mend latency"));
  }

  @Test
  void aPolicyAboutQualityRulesIsEvaluatedForEach() {
    assertThat(evaluate(PolicyScope.QUALITY_RULE, "rule.element != 'settlement.settlement_id'"))
        .singleElement()
        .satisfies(v -> {
          assertThat(v.path()).contains(".quality[0]");
          assertThat(v.message()).contains("Mend settlement.settlement_id");
        });
  }

  @Test
  void aPolicyAboutChangesSeesWhatIsDifferent() {
    OdcsContract next =
        OdcsReader.read(
                ExampleContract.text().replace("classification: restricted", "classification: x"))
            .contract();
    CompiledPolicySet set =
        Policies.set(Policies.of(PolicyScope.CHANGE, "previous.id != contract.id"));
    Judged judged =
        new Judged(
            next,
            Set.of(),
            CONTRACT,
            Comparison.of(CONTRACT, next).changes(),
            Map.of(),
            null,
            null);
    assertThat(set.evaluate(judged)).hasSameSizeAs(judged.changes());
    assertThat(set.evaluate(Judged.first(next, Set.of()))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "!has(previous.id) && changes.size() == 0",
        "!('payments/ledger/entries' in upstreamContracts)",
        "parameters['most-missing-percent'] == 5.0",
        "seconds('25h') == 90000.0 && seconds('P1Y') == 31536000.0 && seconds('soon') < 0.0",
        "percent('99.9%') == 99.9 && percent('99.9') == -1.0",
        "semverMajor(contract.version) == 1 && semverMinor('x') == -1 && semverPatch('1.2.3') == 3",
        "semverCompare('1.10.0', '1.9.0') == 1 && semverCompare('1.0.0-rc.1', '1.0.0') == -1"
      })
  void policiesSeeTheMeshAndItsFunctions(String expression) {
    PolicySet set =
        new PolicySet(
            7,
            Instant.EPOCH,
            List.of(Policies.of(PolicyScope.CONTRACT, expression)),
            Foundation.semanticTypes(),
            Foundation.parameters(),
            List.of());
    assertThat(CompiledPolicySet.compile(set).evaluate(Judged.first(CONTRACT, Set.of()))).isEmpty();
  }

  @Test
  void aMessageNamesTheValueOfAParameter() {
    Policy policy =
        new Policy(
            "tried",
            "Tried",
            PolicyFamily.OTHER,
            PolicyScope.CONTRACT,
            Severity.ERROR,
            "false",
            "At most {most-missing-percent} percent.",
            "-");
    PolicySet set =
        new PolicySet(
            7, Instant.EPOCH, List.of(policy), List.of(), Foundation.parameters(), List.of());
    assertThat(CompiledPolicySet.compile(set).evaluate(Judged.first(CONTRACT, Set.of())))
        .singleElement()
        .satisfies(v -> assertThat(v.message()).isEqualTo("At most 5 percent."));
  }

  @Test
  void warningsStayWarnings() {
    List<Violation> violations =
        Policies.set(Policies.of("soft", PolicyScope.CONTRACT, Severity.WARNING, "false"))
            .evaluate(Judged.first(CONTRACT, Set.of()));
    assertThat(violations).extracting(Violation::severity).containsExactly(Severity.WARNING);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "contract.objects[5].name == ''; tried",
        "semanticTypes['no-such'].unit == ''; tried",
        "contract.customProperties['exampleQueries'].title == ''; tried",
        "1 / (contract.tags.size() - 2) == 1; tried",
        "semverCompare(contract.name, '1.0.0') == 0; tried",
        "semverMajor('99999999999999999999.0.0') == 1; tried",
        "contract.name.matches('(((') ; tried",
        "contract.name.matches('(a{1,100}){1,100}'); tried"
      })
  void aPolicyThatFailsIsNotKeptAndSaysSo(String expression, String policy) {
    assertThat(evaluate(PolicyScope.CONTRACT, expression))
        .singleElement()
        .satisfies(violation -> {
          assertThat(violation.policy()).isEqualTo(policy);
          assertThat(violation.path()).isEqualTo("$");
          assertThat(violation.message()).contains("'tried' could not be evaluated");
        });
  }

  @Test
  void aPolicyThatDoesNotCompileIsNotKept() {
    assertThat(evaluate(PolicyScope.CONTRACT, "contract.nme == ''"))
        .singleElement()
        .satisfies(v -> assertThat(v.message()).contains("does not compile"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "contract.fields.all(a, contract.fields.all(b, contract.fields.all(c,"
            + " contract.fields.all(d, contract.fields.all(e, contract.fields.all(f,"
            + " contract.fields.all(g, contract.fields.all(h, a.name != 'q'))))))))",
        "[1,2,3,4,5,6,7,8,9].all(a, [1,2,3,4,5,6,7,8,9].all(b, [1,2,3,4,5,6,7,8,9].all(c,"
            + " [1,2,3,4,5,6,7,8,9].all(d, [1,2,3,4,5,6,7,8,9].all(e,"
            + " [1,2,3,4,5,6,7,8,9].all(f, [1,2,3,4,5,6,7,8,9].all(g, true)))))))"
      })
  void aPolicyThatTakesTooMuchWorkIsStopped(String expression) {
    List<Violation> violations =
        Assertions.assertTimeoutPreemptively(
            Duration.ofSeconds(20), () -> evaluate(PolicyScope.FIELD, expression));
    assertThat(violations).isNotEmpty();
    assertThat(violations.getFirst().message()).contains("could not be evaluated");
  }

  @Test
  void policiesThatTogetherTakeTooMuchWorkAreStoppedAtTheSamePlaceEachTime() {
    String busy =
        "contract.fields.all(a, contract.fields.all(b, contract.fields.all(c,"
            + " contract.fields.all(d, contract.fields.all(e, contract.fields.all(f, true))))))";
    CompiledPolicySet set =
        Policies.set(
            IntStream.range(0, 40)
                .mapToObj(i ->
                    Policies.of(
                        "busy-%02d".formatted(i), PolicyScope.CONTRACT, Severity.ERROR, busy))
                .toArray(Policy[]::new));

    List<Violation> violations = set.evaluate(Judged.first(CONTRACT, Set.of()));

    assertThat(violations)
        .isNotEmpty()
        .hasSizeLessThan(40)
        .allSatisfy(violation ->
            assertThat(violation.message()).contains("more work than one document may"))
        .extracting(Violation::policy)
        .endsWith("busy-39");
    assertThat(set.evaluate(Judged.first(CONTRACT, Set.of()))).isEqualTo(violations);
  }

  @Test
  void oneSetServesManyThreads() throws Exception {
    CompiledPolicySet set = CompiledPolicySet.compile(Foundation.policySet(Instant.EPOCH));
    List<Violation> expected =
        set.evaluate(Judged.first(CONTRACT, Set.of(ExampleContract.UPSTREAM)));
    assertThat(expected).hasSize(1);
    try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
      List<Future<List<Violation>>> results = new ArrayList<>();
      for (int i = 0; i < 200; i++) {
        results.add(
            threads.submit(
                () -> set.evaluate(Judged.first(CONTRACT, Set.of(ExampleContract.UPSTREAM)))));
      }
      for (Future<List<Violation>> result : results) {
        assertThat(result.get()).isEqualTo(expected);
      }
    }
  }
}

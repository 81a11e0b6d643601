package io.concordat.contract.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.concordat.contract.foundation.Foundation;
import io.concordat.messages.policy.Policy;
import io.concordat.messages.policy.PolicyFamily;
import io.concordat.messages.policy.PolicyParameter;
import io.concordat.messages.policy.PolicyScope;
import io.concordat.messages.policy.Severity;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class PolicyCompilerTest {

  static Stream<Arguments> faults() {
    return Stream.of(
        Arguments.of(PolicyScope.CONTRACT, "contract.", 1, 10, "no viable"),
        Arguments.of(PolicyScope.CONTRACT, "contract.nme != ''", 1, 9, "undefined field 'nme'"),
        Arguments.of(PolicyScope.CONTRACT, "true\n&& contrct.name == ''", 2, 4, "undeclared"),
        Arguments.of(PolicyScope.CONTRACT, "contract.name", 1, 9, "expected type 'bool'"),
        Arguments.of(PolicyScope.CONTRACT, "contract.name == 1", 1, 15, "no matching overload"),
        Arguments.of(PolicyScope.CONTRACT, "field.name == ''", 1, 1, "undeclared"),
        Arguments.of(PolicyScope.CONTRACT, "object.name == ''", 1, 1, "undeclared"),
        Arguments.of(PolicyScope.OBJECT, "field.name == ''", 1, 1, "undeclared"),
        Arguments.of(PolicyScope.FIELD, "field.quality.all(q, q.tol > 1.0)", 1, 23, "undefined"),
        Arguments.of(PolicyScope.FIELD, "'a'.replace('', 'b') == ''", 1, 12, "undeclared"));
  }

  @ParameterizedTest
  @MethodSource("faults")
  void tellsWhereAnExpressionIsWrong(
      PolicyScope scope, String expression, int line, int column, String said) {
    assertThat(PolicyCompiler.check(Policies.of(scope, expression), List.of()))
        .isNotEmpty()
        .first()
        .satisfies(problem -> {
          assertThat(problem.message()).contains(said);
          assertThat(problem.line()).isEqualTo(line);
          assertThat(problem.column()).isEqualTo(column);
          assertThat(problem.toString()).startsWith("line " + line + ", column " + column);
        });
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Mend {name} at {path}, at most {max-missing} %, {} { name } {1}. | ''",
        "Mend {field}. | line 1, column 6: nothing is put in place of {field} in the message"
      })
  void tellsWhichNameInAMessageIsNotFilled(String message, String said) {
    Policy policy =
        new Policy(
            "tried",
            "Tried",
            PolicyFamily.OTHER,
            PolicyScope.CONTRACT,
            Severity.ERROR,
            "true",
            message,
            "-");
    List<PolicyProblem> problems =
        PolicyCompiler.check(
            policy,
            List.of(
                new PolicyParameter(
                    "max-missing",
                    "Missing",
                    "percent",
                    BigDecimal.ONE,
                    BigDecimal.ZERO,
                    BigDecimal.TEN)));
    assertThat(problems).hasSize(said.isEmpty() ? 0 : 1);
    assertThat(problems.toString()).contains(said);
  }

  @Test
  void tellsSeveralProblemsAtOnce() {
    assertThat(
            PolicyCompiler.check(
                Policies.of(PolicyScope.CONTRACT, "contract.a == '' && contract.b == ''"),
                List.of()))
        .hasSize(2);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "field.name != '' && object.name != '' && contract.name != ''",
        "has(field.classification) || field.classification == ''",
        "field.semanticType in semanticTypes",
        "semanticTypes[field.semanticType].logicalTypes.exists(t, t == field.logicalType)",
        "contract.slas.all(s, s.seconds < 10 || s.percent > 99)",
        "field.customProperties['retention'] == 'P1Y'",
        "field.name.matches('^[a-z_]+$') && field.path.split('.').size() < 4",
        "contract.description.purpose.size() > 20"
      })
  void compilesWhatTheLanguageOffers(String expression) {
    assertThat(PolicyCompiler.check(Policies.of(PolicyScope.FIELD, expression), List.of()))
        .isEmpty();
  }

  @Test
  void refusesAnExpressionThatIsNestedTooDeep() {
    String deep = "(".repeat(500) + "true" + ")".repeat(500);
    assertThat(PolicyCompiler.check(Policies.of(PolicyScope.CONTRACT, deep), List.of()))
        .isNotEmpty();
    String negated = "!".repeat(3_000) + "true";
    assertThat(PolicyCompiler.check(Policies.of(PolicyScope.CONTRACT, negated), List.of()))
        .isNotNull();
    String dots = "contract" + ".a".repeat(1_900);
    assertThat(PolicyCompiler.check(Policies.of(PolicyScope.CONTRACT, dots), List.of()))
        .isNotEmpty();
    String sum = "1" + "+1".repeat(1_900) + " > 0";
    assertThat(PolicyCompiler.check(Policies.of(PolicyScope.CONTRACT, sum), List.of())).isNotNull();
    String ands = "true" + "&&true".repeat(650);
    assertThat(PolicyCompiler.check(Policies.of(PolicyScope.CONTRACT, ands), List.of()))
        .isNotNull();
  }

  @Test
  void theFoundingPoliciesCompile() {
    assertThat(Foundation.policies())
        .allMatch(policy -> PolicyCompiler.check(policy, Foundation.parameters()).isEmpty());
  }
}

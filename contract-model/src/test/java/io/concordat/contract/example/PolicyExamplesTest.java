package io.concordat.contract.example;

import static org.assertj.core.api.Assertions.assertThat;

import io.concordat.contract.foundation.Foundation;
import io.concordat.messages.policy.Policy;
import io.concordat.messages.policy.PolicyExample;
import io.concordat.messages.policy.PolicyFamily;
import io.concordat.messages.policy.PolicyScope;
import io.concordat.messages.policy.Severity;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PolicyExamplesTest {

  private static ExampleResult run(
      PolicyScope scope, String expression, boolean passes, String document, @Nullable String old) {
    Policy policy =
        new Policy(
            "tried",
            "Tried",
            PolicyFamily.OTHER,
            scope,
            Severity.WARNING,
            expression,
            "Mend {name}.",
            "-",
            List.of(new PolicyExample("an example", passes, document, old)));
    return PolicyExamples.run(policy, Foundation.semanticTypes(), Foundation.parameters())
        .getFirst();
  }

  @Test
  void mappingsAreMergedAndAllElseIsReplaced() {
    String expression =
        "contract.description.purpose == 'Another.' && contract.description.usage != ''"
            + " && contract.tags == ['a'] && contract.slas.size() == 0 && contract.name != ''";
    assertThat(
            run(
                    PolicyScope.CONTRACT,
                    expression,
                    true,
                    "{description: {purpose: Another.}, tags: [a], slaProperties: null}",
                    null)
                .complaint())
        .isEmpty();
  }

  @Test
  void anExampleThatShouldFailAndDoesNotIsTold() {
    assertThat(run(PolicyScope.CONTRACT, "true", false, "name: x", null).complaint())
        .isEqualTo("Example 'an example' should fail, but the policy is kept.");
  }

  @Test
  void anExampleThatShouldPassAndDoesNotTellsTheViolation() {
    assertThat(run(PolicyScope.CONTRACT, "false", true, "name: x", null).complaint())
        .isEqualTo("Example 'an example' should pass, but: Mend sales/orders/daily.");
  }

  @Test
  void whatIsNoContractIsTold() {
    assertThat(run(PolicyScope.CONTRACT, "true", true, "[1]", null).complaint())
        .contains("is no contract", "not a mapping");
    assertThat(run(PolicyScope.CONTRACT, "true", true, "a: [", null).complaint())
        .contains("is no contract", "line 1");
    assertThat(run(PolicyScope.CONTRACT, "true", true, "schema: 5", null).complaint())
        .contains("is no contract", "$.schema");
    assertThat(run(PolicyScope.CONTRACT, "true", true, "name: x", "[1]").complaint())
        .contains("is no contract");
  }

  @Test
  void anExampleHasAVersionBeforeAndContractsUpstream() {
    assertThat(
            run(
                    PolicyScope.CHANGE,
                    "change.kind != 'breaking'",
                    false,
                    "{version: 2.0.0, schema: [{name: renamed}]}",
                    "version: 1.0.0")
                .complaint())
        .isEmpty();
    assertThat(
            run(
                    PolicyScope.CONTRACT,
                    "contract.upstream.all(id, upstreamContracts[id].status == 'active')",
                    true,
                    "name: x",
                    null)
                .complaint())
        .isEmpty();
  }

  @Test
  void anExampleMayTakeLessWorkThanADocument() {
    String busy =
        "range(60).all(a, range(60).all(b, range(60).all(c, a + b + c >= 0)))"
            .replace("range(60)", IntStream.range(0, 60).boxed().toList().toString());
    assertThat(run(PolicyScope.CONTRACT, busy, true, "name: x", null).complaint())
        .contains("more work than a policy may in an example");
  }
}

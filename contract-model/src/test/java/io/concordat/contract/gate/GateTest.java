package io.concordat.contract.gate;

import static org.assertj.core.api.Assertions.assertThat;

import io.concordat.contract.foundation.Foundation;
import io.concordat.contract.policy.CompiledPolicySet;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class GateTest {

  private static final CompiledPolicySet FIRST =
      CompiledPolicySet.compile(Foundation.policySet(Instant.EPOCH));

  @Test
  void aContractThatKeepsEveryPolicyPasses() throws IOException {
    String document =
        new String(
            GateTest.class
                .getResourceAsStream("/io/concordat/contract/settlements.odcs.yaml")
                .readAllBytes(),
            StandardCharsets.UTF_8);
    GateResult result =
        Gate.evaluate(
            "payments/settlements/daily", document, FIRST, "payments/ledger/entries"::equals);
    assertThat(result.verdict().violations()).isEmpty();
    assertThat(result.passed()).isTrue();
    assertThat(result.outline()).isNotNull();
  }
}

package io.concordat.command.contract;

import io.concordat.command.ErrorBudgets;
import io.concordat.command.GateQuestions;
import io.concordat.command.MeshDirectory;
import io.concordat.command.ObservedDrift;
import io.concordat.command.PolicySetInForce;
import io.concordat.contract.gate.Judgement;
import io.concordat.messages.contract.ContractId;
import io.concordat.messages.decision.DecisionContext;
import io.concordat.messages.mesh.ProductOwner;
import io.concordat.messages.policy.PolicySet;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What others say about a contract.
 *
 * @param owner who answers for its product, null where no such product is registered
 * @param gate what the gate says of a document. Reading and judging one is by far the most
 *     expensive part of a decision, so it is asked at most once for each document, and not at all
 *     where the answer does not depend on it
 * @param policies the set in force at the moment of the decision
 * @param documents of versions that were published, by version
 */
record ContractFacts(
    @Nullable ProductOwner owner,
    GateOfTheMoment gate,
    Supplier<PolicySet> policies,
    Function<Set<String>, Map<String, String>> documents) {

  /** The gate, with the policy set in force and the time of the decision. */
  @FunctionalInterface
  interface GateOfTheMoment {

    /**
     * Judges a document.
     *
     * @param previous what it is compared with; null where there is none
     */
    Judgement judge(ContractId contract, String document, Judgement.@Nullable Predecessor previous);
  }

  /** For what is decided without judging a document. */
  static ContractFacts withoutGate(@Nullable ProductOwner owner) {
    return new ContractFacts(
        owner,
        (contract, document, previous) -> {
          throw new IllegalStateException("No document is judged for this");
        },
        () -> {
          throw new IllegalStateException("No policy set is asked for this");
        },
        versions -> Map.of());
  }

  /** Asks the mesh, and judges by the policy set in force at the moment of the decision. */
  static ContractFacts of(
      ContractId contract,
      DecisionContext context,
      MeshDirectory mesh,
      ObservedDrift observed,
      ErrorBudgets budgets,
      PolicySetInForce policies) {
    return new ContractFacts(
        mesh.productOwner(contract.product()).orElse(null),
        (id, document, previous) ->
            Judgement.of(
                id.value(),
                document,
                previous,
                context.now(),
                policies.at(context.now()),
                new GateQuestions(mesh, observed, budgets)),
        () -> policies.at(context.now()).policySet(),
        versions -> mesh.documents(contract, versions));
  }
}

package io.concordat.command.contract;

import io.concordat.command.MeshDirectory;
import io.concordat.command.PolicySetInForce;
import io.concordat.contract.gate.Gate;
import io.concordat.contract.gate.GateResult;
import io.concordat.contract.gate.Submission;
import io.concordat.contract.gate.UpstreamLookup;
import io.concordat.messages.contract.ContractId;
import io.concordat.messages.contract.PublishContractVersion;
import io.concordat.messages.decision.DecisionContext;
import io.concordat.messages.mesh.ProductOwner;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What others say about a contract.
 *
 * @param owner who answers for its product, null where no such product is registered
 * @param gate what the gate says of a submission. Reading and judging a document is by far the most
 *     expensive part of a decision, so it is asked at most once, and not at all where the answer
 *     does not depend on it
 */
record ContractFacts(
    @Nullable ProductOwner owner, Function<PublishContractVersion, GateResult> gate) {

  /** Asks the mesh, and judges by the policy set in force at the moment of the decision. */
  static ContractFacts of(
      ContractId contract, DecisionContext context, MeshDirectory mesh, PolicySetInForce policies) {
    return new ContractFacts(
        mesh.productOwner(contract.product()).orElse(null),
        submission ->
            Gate.evaluate(
                Submission.first(
                    submission.contract().value(), submission.document(), context.now()),
                policies.at(context.now()),
                UpstreamLookup.existing(
                    upstream -> mesh.contractPublished(new ContractId(upstream)))));
  }
}

package io.concordat.server.gateway;

import io.concordat.command.MeshDirectory;
import io.concordat.command.PolicySetInForce;
import io.concordat.contract.gate.Gate;
import io.concordat.graphql.gateway.GateCheck;
import io.concordat.messages.contract.ContractId;
import io.concordat.messages.policy.Verdict;
import java.time.Clock;
import org.springframework.stereotype.Component;

/** The same gate, policy set and directory that a publication would meet. */
@Component
class PublishedGate implements GateCheck {

  private final PolicySetInForce policies;
  private final MeshDirectory directory;
  private final Clock clock;

  PublishedGate(PolicySetInForce policies, MeshDirectory directory, Clock clock) {
    this.policies = policies;
    this.directory = directory;
    this.clock = clock;
  }

  @Override
  public Verdict check(ContractId contract, String document) {
    return Gate.evaluate(
            contract.value(),
            document,
            policies.at(clock.instant()),
            upstream -> directory.contractPublished(new ContractId(upstream)))
        .verdict();
  }
}

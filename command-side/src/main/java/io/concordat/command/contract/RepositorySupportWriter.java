package io.concordat.command.contract;

import io.concordat.command.MeshDirectory;
import io.concordat.command.SupportWriter;
import io.concordat.messages.contract.ContractId;
import io.concordat.messages.contract.ExtendSupport;
import io.concordat.messages.decision.DecisionContext;
import java.time.Instant;
import org.axonframework.modelling.command.Repository;
import org.springframework.stereotype.Component;

/** Loads the contract into the running unit of work and changes it there. */
@Component
class RepositorySupportWriter implements SupportWriter {

  private final Repository<ContractAggregate> repository;
  private final MeshDirectory mesh;

  RepositorySupportWriter(Repository<ContractAggregate> repository, MeshDirectory mesh) {
    this.repository = repository;
    this.mesh = mesh;
  }

  @Override
  public void lastAtLeast(
      ContractId contract, String version, Instant until, DecisionContext context) {
    ExtendSupport command = new ExtendSupport(contract, version, until);
    ContractFacts facts =
        ContractFacts.withoutGate(mesh.productOwner(contract.product()).orElse(null));
    repository
        .load(command.stream())
        .execute(aggregate -> aggregate.lastAtLeast(command, context, facts));
  }
}

package io.concordat.server.wiring;

import io.concordat.command.ObservedDrift;
import io.concordat.graphql.gateway.MeshGateway;
import io.concordat.messages.contract.ContractId;
import io.concordat.messages.contract.ContractOutline;
import io.concordat.messages.contract.DriftRead;
import io.concordat.messages.observed.FindDriftOfDocument;
import java.time.Clock;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * What jobs were seen to do, asked of the lineage graph. A graph that does not answer, within the
 * patience that every question to it has, makes the answer unknown.
 */
@Component
class DriftFromTheGraph implements ObservedDrift {

  private static final Logger LOG = LoggerFactory.getLogger(DriftFromTheGraph.class);

  private final ObjectProvider<MeshGateway> mesh;
  private final Clock clock;

  /** Aggregates are made before the gateway that sends commands to them, so it is fetched late. */
  DriftFromTheGraph(ObjectProvider<MeshGateway> mesh, Clock clock) {
    this.mesh = mesh;
    this.clock = clock;
  }

  @Override
  public Optional<DriftRead> drift(ContractId contract, ContractOutline outline) {
    try {
      return Optional.of(
          mesh.getObject().ask(new FindDriftOfDocument(contract, outline, clock.instant())));
    } catch (RuntimeException away) {
      LOG.warn("{} is judged without knowing what jobs did ({})", contract, away.toString());
      return Optional.empty();
    }
  }
}

package io.concordat.command;

import io.concordat.messages.contract.ContractId;
import io.concordat.messages.mesh.DomainId;
import io.concordat.messages.mesh.ProductId;
import io.concordat.messages.mesh.ProductOwner;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Port to what other streams of the event store hold, never to a projection: an answer is as new as
 * the last committed event. What is registered or published stays so, hence a yes never turns into
 * a no between the question and the commit of the command that asked.
 *
 * <p>Asked within the command's transaction and on its thread; a fault of the store is thrown, not
 * answered with no.
 */
public interface MeshDirectory extends UpstreamContracts {

  /** Whether the domain is registered. */
  boolean domainExists(DomainId domain);

  /** Who answers for the product; empty where no product of this id is registered. */
  Optional<ProductOwner> productOwner(ProductId product);

  /** Whether a version of the contract has ever passed the gate, retired ones included. */
  boolean contractPublished(ContractId contract);

  /**
   * Documents of published versions, to the character, by version.
   *
   * @param versions that the contract has; others are left out
   */
  Map<String, String> documents(ContractId contract, Set<String> versions);
}

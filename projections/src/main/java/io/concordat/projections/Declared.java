package io.concordat.projections;

import io.concordat.messages.InvalidValue;
import io.concordat.messages.contract.ContractId;
import io.concordat.messages.mesh.ProductId;
import io.concordat.messages.mesh.ProductInputPort;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What documents declare of their upstream. A document may name anything; what is not a contract id
 * is left to the policies and is no part of the lineage.
 */
public final class Declared {

  private Declared() {}

  /** The contract id that a text is; empty where it is none. */
  public static Optional<ContractId> contract(String text) {
    try {
      return Optional.of(new ContractId(text));
    } catch (InvalidValue notAnId) {
      return Optional.empty();
    }
  }

  /** The contracts that a contract declares to derive from, each once, itself left out. */
  public static Stream<ContractId> upstream(ContractId contract, List<String> declared) {
    return declared.stream()
        .map(Declared::contract)
        .flatMap(Optional::stream)
        .filter(upstream -> !upstream.equals(contract))
        .distinct();
  }

  /** The contracts of a product's input ports, each once, the product's own left out. */
  public static Stream<ContractId> inputs(ProductId product, List<ProductInputPort> ports) {
    return ports.stream()
        .map(port -> contract(port.contract()))
        .flatMap(Optional::stream)
        .filter(upstream -> !upstream.product().equals(product))
        .distinct();
  }

  /** How many contracts of other domains a contract declares to derive from. */
  public static long crossDomainUpstream(ContractId contract, List<String> declared) {
    return upstream(contract, declared)
        .filter(upstream -> !upstream.product().domain().equals(contract.product().domain()))
        .count();
  }
}

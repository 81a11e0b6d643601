package io.concordat.command.consumer;

import io.concordat.command.MeshDirectory;
import io.concordat.messages.contract.ContractId;
import io.concordat.messages.mesh.ContractRead;
import io.concordat.messages.mesh.RegisterConsumer;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What other streams say about a registration.
 *
 * @param domainExists whether the domain that runs the consumer is registered
 * @param unpublished contracts that it names and of which no version was ever published, in the
 *     order in which it names them
 */
record ConsumerFacts(boolean domainExists, List<ContractId> unpublished) {

  /** Where nothing is registered that reads. */
  static final ConsumerFacts NONE = new ConsumerFacts(false, List.of());

  ConsumerFacts {
    unpublished = List.copyOf(unpublished);
  }

  /** Asks the mesh. */
  static ConsumerFacts of(RegisterConsumer command, MeshDirectory mesh) {
    return new ConsumerFacts(
        mesh.domainExists(command.consumer().domain()),
        command.reads().stream()
            .map(ContractRead::contract)
            .distinct()
            .filter(contract -> !mesh.contractPublished(contract))
            .toList());
  }

  /** The unpublished contracts for a sentence. */
  String unpublishedNames() {
    return unpublished.stream().map(ContractId::value).collect(Collectors.joining(", "));
  }
}

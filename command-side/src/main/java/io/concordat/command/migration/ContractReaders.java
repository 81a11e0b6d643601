package io.concordat.command.migration;

import io.concordat.messages.contract.ContractId;
import io.concordat.messages.migration.ReaderView;
import java.util.List;

/**
 * Port to the lineage graph, the one projection that a decision of this side asks: who reads a
 * contract. Whoever sends the command that asks must first have waited until the graph has come
 * past the event that the command is about. Readers that appear later join by events.
 *
 * <p>Asked on the command's thread; a fault of the store is thrown.
 */
@FunctionalInterface
public interface ContractReaders {

  /** Consumers that declare the contract, and contracts that derive from it. */
  List<ReaderView> of(ContractId contract);
}

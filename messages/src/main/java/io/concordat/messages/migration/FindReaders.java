package io.concordat.messages.migration;

import io.concordat.messages.Query;
import io.concordat.messages.contract.ContractId;
import java.util.List;

/**
 * Asks who reads a contract directly, now: consumers that declare it, and contracts that derive
 * from it; by id.
 */
public record FindReaders(ContractId contract) implements Query<List<ReaderView>> {}

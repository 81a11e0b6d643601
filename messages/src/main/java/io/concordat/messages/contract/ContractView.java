package io.concordat.messages.contract;

import java.util.List;

/**
 * A contract as it is read.
 *
 * @param versions all submissions in the order in which they came, rejected ones too
 */
public record ContractView(ContractId id, List<ContractVersionView> versions) {}

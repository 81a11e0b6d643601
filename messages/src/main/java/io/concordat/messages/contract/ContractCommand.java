package io.concordat.messages.contract;

import io.concordat.messages.Command;

/** What can be asked of a contract. */
public sealed interface ContractCommand extends Command
    permits PublishContractVersion, RetireContractVersion, ExtendSupport, AssessContract {}

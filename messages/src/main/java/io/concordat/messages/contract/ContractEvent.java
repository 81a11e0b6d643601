package io.concordat.messages.contract;

import io.concordat.messages.Event;

/** What happens to a contract. */
public sealed interface ContractEvent extends Event
    permits ContractVersionPublished,
        ContractVersionRejected,
        ContractVersionDeprecated,
        ContractSupportExtended,
        ContractVersionRetired,
        ContractAssessed {}

package io.concordat.messages.contract;

import io.concordat.messages.Query;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Asks for contracts by id; unknown ids are left out.
 *
 * @param asOf as they were then, UTC; null for now
 */
public record FindContracts(Set<ContractId> ids, @Nullable Instant asOf)
    implements Query<List<ContractView>> {}

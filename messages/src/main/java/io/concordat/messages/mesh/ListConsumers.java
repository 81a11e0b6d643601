package io.concordat.messages.mesh;

import io.concordat.messages.Query;
import io.concordat.messages.contract.ContractId;
import io.concordat.messages.paging.Page;
import io.concordat.messages.paging.PageRequest;
import org.jspecify.annotations.Nullable;

/**
 * Asks for consumers, sorted by id.
 *
 * @param domain only those that this domain runs; null for all
 * @param kind only those of this kind; null for all
 * @param contract only those that read this contract; null for all
 * @param retired whether those that were retired are listed, or those that were not
 */
public record ListConsumers(
    @Nullable DomainId domain,
    @Nullable ConsumerKind kind,
    @Nullable ContractId contract,
    boolean retired,
    PageRequest page)
    implements Query<Page<ConsumerView>> {}

package io.concordat.messages.mesh;

import io.concordat.messages.contract.ContractId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An edge of the lineage graph: data flows from upstream to downstream.
 *
 * @param contract the upstream contract that is read
 * @param validFrom since when, UTC
 * @param validTo until when, UTC, excluded; null where it still holds
 */
public record LineageEdgeView(
    String upstream,
    String downstream,
    ContractId contract,
    Instant validFrom,
    @Nullable Instant validTo) {}

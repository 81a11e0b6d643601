package io.concordat.messages.request;

import io.concordat.messages.Subject;
import io.concordat.messages.contract.ContractId;
import io.concordat.messages.mesh.DomainId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A data request as it is read.
 *
 * @param wanted fields and commitments as text, null where nothing was said of them
 * @param neededBy by when it is needed, null where it was not said
 * @param acceptedAt when the domain last said by when it delivers, null where it never did
 * @param expectedBy what it said then
 * @param reason why it was declined, null where it was not
 * @param contract what answers it, null where it is not delivered
 * @param closedAt when it was declined, delivered or withdrawn; null while somebody waits
 */
public record DataRequestView(
    DataRequestId id,
    DataRequestStatus status,
    DomainId domain,
    String title,
    String purpose,
    @Nullable String wanted,
    @Nullable Instant neededBy,
    Subject openedBy,
    Instant openedAt,
    @Nullable Instant acceptedAt,
    @Nullable Subject acceptedBy,
    @Nullable Instant expectedBy,
    @Nullable String reason,
    @Nullable ContractId contract,
    @Nullable Instant closedAt,
    @Nullable Subject closedBy) {}

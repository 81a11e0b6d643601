package io.concordat.messages.council;

import io.concordat.messages.Subject;
import io.concordat.messages.mesh.DomainId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Names a person who votes and proposes for the domain for a time, beside its representative. The
 * domain still has one vote: what either of them casts takes the place of what the other has cast.
 * Naming another delegate ends the delegation before it.
 *
 * <p>Emits {@code council.seat-delegated}; rejects with {@code NO_SEAT} where the caller is not the
 * domain's representative, {@code DELEGATE_NOT_FREE}, {@code DELEGATION_PERIOD_OUT_OF_BOUNDS}. The
 * same delegation a second time changes nothing.
 *
 * @param from UTC; null or past for at once
 * @param until UTC, when the delegation ends by itself; at most 366 days after it begins
 */
public record DelegateSeat(DomainId domain, Subject delegate, @Nullable Instant from, Instant until)
    implements CouncilCommand {}

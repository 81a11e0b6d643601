package io.concordat.messages.council;

import io.concordat.messages.EventType;
import io.concordat.messages.Subject;
import io.concordat.messages.mesh.DomainId;
import java.time.Instant;

/**
 * A delegate acts for the domain from {@code from} until before {@code until}, UTC, unless the
 * delegation is revoked or replaced, or the seat changes hands.
 */
@EventType("council.seat-delegated")
public record SeatDelegated(
    DomainId domain,
    Subject representative,
    Subject delegate,
    Instant from,
    Instant until,
    Instant delegatedAt)
    implements CouncilEvent {}

package io.concordat.messages.council;

import io.concordat.messages.EventType;
import io.concordat.messages.Subject;
import io.concordat.messages.mesh.DomainId;
import java.time.Instant;

/**
 * The domain has no seat from now on; what it has voted in open ballots counts no more, also where
 * it is seated again.
 *
 * @param representative who held the seat
 */
@EventType("council.seat-vacated")
public record SeatVacated(
    DomainId domain, Subject representative, Subject vacatedBy, Instant vacatedAt)
    implements CouncilEvent {}

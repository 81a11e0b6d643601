package io.concordat.messages.council;

import io.concordat.messages.Subject;
import io.concordat.messages.mesh.DomainId;
import org.jspecify.annotations.Nullable;

/**
 * Gives a domain's seat to a person.
 *
 * <p>Emits {@code council.representative-appointed}; rejects with {@code DOMAIN_NOT_FOUND}, {@code
 * SEAT_TAKEN}, {@code REPRESENTS_ANOTHER_DOMAIN}, {@code NOT_ALLOWED}. The same representative a
 * second time changes nothing.
 *
 * @param replaces the present holder, to hand the seat over; null where the seat is free
 */
public record AppointRepresentative(
    DomainId domain, Subject representative, @Nullable Subject replaces)
    implements CouncilCommand {}

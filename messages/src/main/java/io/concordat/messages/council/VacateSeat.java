package io.concordat.messages.council;

import io.concordat.messages.mesh.DomainId;

/**
 * Takes a domain off the council: its seat is free, its delegation ends, and its standing votes in
 * open ballots count no more. For governance engineers, and for the representative who steps down.
 *
 * <p>Emits {@code council.seat-vacated}; rejects with {@code NOT_ALLOWED}. A seat that is free
 * stays so.
 */
public record VacateSeat(DomainId domain) implements CouncilCommand {}

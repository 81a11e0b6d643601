package io.concordat.messages.council;

import io.concordat.messages.mesh.DomainId;

/**
 * Ends the delegation of a domain's seat before its time. For the representative, the delegate and
 * governance engineers.
 *
 * <p>Emits {@code council.delegation-revoked}; rejects with {@code NOT_ALLOWED}. Where no
 * delegation lasts, it changes nothing.
 */
public record RevokeDelegation(DomainId domain) implements CouncilCommand {}

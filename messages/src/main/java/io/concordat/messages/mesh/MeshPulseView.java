package io.concordat.messages.mesh;

import org.jspecify.annotations.Nullable;

/**
 * The whole mesh in a few figures.
 *
 * @param products registered data products
 * @param discoverableProducts those with a contract that passed the gate
 * @param contracts contracts with a version in force
 * @param openProposals under discussion or in voting
 * @param openIncidents open or acknowledged
 * @param compliancePercent share of checks passed in the current month (UTC), 0 to 100; null where
 *     none was recorded
 * @param crossDomainReads declared reads of a contract by another domain, by products and consumers
 */
public record MeshPulseView(
    long domains,
    long products,
    long discoverableProducts,
    long contracts,
    long openProposals,
    long openIncidents,
    @Nullable Double compliancePercent,
    long crossDomainReads) {}

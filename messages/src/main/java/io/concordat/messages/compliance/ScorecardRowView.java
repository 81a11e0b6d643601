package io.concordat.messages.compliance;

import io.concordat.messages.mesh.DomainId;
import org.jspecify.annotations.Nullable;

/**
 * A domain's month.
 *
 * @param rank from 1; equal compliance shares a rank
 * @param compliancePercent share of checks that passed, 0 to 100
 * @param incidents opened within the month (UTC)
 * @param medianSecondsToResolve of incidents opened within the month and resolved; null where none
 *     was
 * @param standing from the compliance
 * @param driftingContracts contracts with a served version that the rules of the month's end, or of
 *     now in the current month, would not let ship
 * @param waivers that held for contracts of the domain at that time
 */
public record ScorecardRowView(
    int rank,
    DomainId domain,
    double compliancePercent,
    int incidents,
    @Nullable Long medianSecondsToResolve,
    Standing standing,
    int driftingContracts,
    int waivers) {}

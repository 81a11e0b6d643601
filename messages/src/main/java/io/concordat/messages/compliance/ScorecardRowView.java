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
 */
public record ScorecardRowView(
    int rank,
    DomainId domain,
    double compliancePercent,
    int incidents,
    @Nullable Long medianSecondsToResolve,
    Standing standing) {}

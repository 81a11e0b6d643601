package io.concordat.messages.scorecard;

import io.concordat.messages.compliance.Standing;
import io.concordat.messages.mesh.DomainId;
import org.jspecify.annotations.Nullable;

/**
 * A domain's month, by {@link ScorecardFormula}.
 *
 * @param rank from 1; equal compliance shares a rank
 * @param compliancePercent share of checks that passed, 0 to 100
 * @param percentBefore compliance of the month before; null where nothing was checked in it
 * @param checks passed and failed ones
 * @param standing from the compliance
 * @param monthsInNeed months that needed support, in a row, up to this one and with it; 0 where it
 *     did not
 * @param incidents opened within the month (UTC)
 * @param medianSecondsToAcknowledge of those that are acknowledged; null where none is
 * @param medianSecondsToResolve of those that are resolved; null where none is
 * @param driftingContracts contracts with a served version that the rules of the month's end, or of
 *     now in the current month, would not let ship
 * @param waivers that held for contracts of the domain at that time
 */
public record ScorecardRow(
    int rank,
    DomainId domain,
    double compliancePercent,
    @Nullable Double percentBefore,
    long checks,
    Standing standing,
    int monthsInNeed,
    int incidents,
    @Nullable Long medianSecondsToAcknowledge,
    @Nullable Long medianSecondsToResolve,
    int driftingContracts,
    int waivers) {

  /**
   * How far compliance has come since the month before, in percentage points; null where that had
   * none.
   */
  public @Nullable Double trend() {
    return percentBefore == null ? null : compliancePercent - percentBefore;
  }
}

package io.concordat.messages.compliance;

import org.jspecify.annotations.Nullable;

/** How a product's checks stand, by the bounds of the scorecard ({@link Standing}). */
public enum ComplianceBand {
  RECOGNISED,
  STEADY,
  NEEDS_SUPPORT,
  /** Nothing was checked. */
  NOT_MEASURED;

  /** The band of a compliance in percent, 0 to 100; null where nothing was checked. */
  public static ComplianceBand of(@Nullable Double compliancePercent) {
    if (compliancePercent == null) {
      return NOT_MEASURED;
    }
    return switch (Standing.of(compliancePercent)) {
      case RECOGNISED -> RECOGNISED;
      case STEADY -> STEADY;
      case NEEDS_SUPPORT -> NEEDS_SUPPORT;
    };
  }
}

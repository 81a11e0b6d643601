package io.concordat.messages.compliance;

/** What a month's compliance says of a domain. */
public enum Standing {
  /** 99.5 percent and more. */
  RECOGNISED,
  /** Between the two. */
  STEADY,
  /** Under 95 percent. */
  NEEDS_SUPPORT;

  /** Standing for a compliance in percent, 0 to 100. */
  public static Standing of(double compliancePercent) {
    if (compliancePercent >= 99.5) {
      return RECOGNISED;
    }
    return compliancePercent < 95 ? NEEDS_SUPPORT : STEADY;
  }
}

package io.concordat.messages.contract;

/** How a version that is served stands to the rules of its time. */
public enum Conformance {
  /** No violation blocks, and none is waived. */
  CONFORMING,
  /** What would block is covered by waivers. */
  WAIVED,
  /** Rules that came later, or the end of a waiver, would keep it from shipping today. */
  DRIFTING
}

package io.concordat.messages.mesh;

/** How much is known of why something is affected. */
public enum ImpactLevel {
  /** Through fields that are declared. */
  FIELD,
  /** It reads the contract without saying which fields, so that it may be affected. */
  PRODUCT
}

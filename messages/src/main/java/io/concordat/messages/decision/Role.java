package io.concordat.messages.decision;

/**
 * What an identity provider can grant. A council seat is not a role: the council's own events say
 * who holds it.
 */
public enum Role {
  /** Reads everything that is not restricted. */
  VIEWER,
  /** Publishes contracts of the products that the subject owns. */
  PRODUCT_OWNER,
  /** Registers domains and appoints representatives. */
  GOVERNANCE_ENGINEER,
  /** Reads history. */
  AUDITOR,
  /** Resets processors and retries dead letters. */
  OPERATOR,
  /** A machine that reports observations, compliance and incidents, or publishes from CI. */
  MACHINE,
  /** A scraper that reads metrics, and changes nothing. */
  METRICS,
  /** The service itself; no token can carry it. */
  SYSTEM
}

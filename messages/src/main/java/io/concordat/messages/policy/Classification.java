package io.concordat.messages.policy;

/**
 * How sensitive data is, from the least to the most; declared in this order, so that ordinals
 * compare.
 */
public enum Classification {
  PUBLIC,
  INTERNAL,
  CONFIDENTIAL,
  RESTRICTED
}

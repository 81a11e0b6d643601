package io.concordat.messages.policy;

/** What a policy is about; for reading and sorting only, no family is special. */
public enum PolicyFamily {
  SCHEMA,
  DOCUMENTATION,
  QUALITY,
  PRIVACY,
  LINEAGE,
  OTHER
}

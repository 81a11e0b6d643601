package io.concordat.messages.policy;

/** What a policy's expression is evaluated for, once each. */
public enum PolicyScope {
  /** Once for the whole contract. */
  CONTRACT,
  /** Once for each schema object (table, topic, file). */
  OBJECT,
  /** Once for each field, nested ones included. */
  FIELD,
  /** Once for each service level. */
  SLA,
  /** Once for each quality rule, of objects and fields. */
  QUALITY_RULE,
  /** Once for each difference from the version before. */
  CHANGE
}

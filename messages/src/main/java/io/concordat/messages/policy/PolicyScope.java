package io.concordat.messages.policy;

/** What a policy's expression is evaluated for, once each. */
public enum PolicyScope {
  /** Once for the whole contract. */
  CONTRACT,
  /** Once for each schema object (table, topic, file). */
  OBJECT,
  /** Once for each field, nested ones included. */
  FIELD
}

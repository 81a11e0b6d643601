package io.concordat.messages.mesh;

/** What kind of thing reads a contract. */
public enum ConsumerKind {
  DASHBOARD,
  MODEL,
  APPLICATION,
  NOTEBOOK
}

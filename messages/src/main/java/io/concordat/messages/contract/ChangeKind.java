package io.concordat.messages.contract;

/** What a change of a contract means to those who read the data, worst first. */
public enum ChangeKind {
  /** A reader that works with the contract before can fail or be misled with the one after. */
  BREAKING,
  /** A reader gets or is promised more than before, and can go on as it is. */
  ADDITIVE,
  /** Nothing that a reader relies on is different: words, people, or notes of tools. */
  COSMETIC
}

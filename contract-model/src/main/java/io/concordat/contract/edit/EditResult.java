package io.concordat.contract.edit;

/** What came of a wish to change a document. */
public sealed interface EditResult {

  /** The change that does it, and nothing else. */
  record Edited(Edit edit) implements EditResult {}

  /**
   * It cannot be done without changing anything else.
   *
   * @param why for people
   */
  record Refused(String why) implements EditResult {}
}

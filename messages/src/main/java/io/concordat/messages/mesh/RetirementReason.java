package io.concordat.messages.mesh;

/** What speaks against taking a version off. The names are permanent. */
public enum RetirementReason {
  /** No later version is in force, so there is none to move to. */
  NO_SUCCESSOR(RetirementVerdict.UNSAFE),
  /** Its readers were promised that it stays until a day that has not come. */
  SUPPORT_PROMISED(RetirementVerdict.UNSAFE),
  /** A reader that has to move has not said that it did. */
  READER_NOT_MOVED(RetirementVerdict.UNSAFE),
  /** A consumer declares that it is built for this version. */
  DECLARED_FOR_VERSION(RetirementVerdict.UNSAFE),
  /** This version was read within the last days. */
  SEEN_READING(RetirementVerdict.UNSAFE),
  /** A read within the last days may have been of this version, or of another one. */
  PERHAPS_SEEN_READING(RetirementVerdict.UNKNOWN),
  /** A reader is declared, and neither says of which version nor was seen to read another one. */
  VERSION_NOT_TOLD(RetirementVerdict.UNKNOWN),
  /** No read of the contract was ever seen, so that none was seen lately says nothing. */
  NOTHING_SEEN(RetirementVerdict.UNKNOWN);

  private final RetirementVerdict verdict;

  RetirementReason(RetirementVerdict verdict) {
    this.verdict = verdict;
  }

  /** What the version is at best where this is so. */
  public RetirementVerdict verdict() {
    return verdict;
  }
}

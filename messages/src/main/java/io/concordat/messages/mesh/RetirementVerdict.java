package io.concordat.messages.mesh;

/** Whether a version can be taken off without hitting a reader. */
public enum RetirementVerdict {
  /** Nothing speaks against it. */
  SAFE,
  /** Something is not known. */
  UNKNOWN,
  /** Somebody would be hit, or was promised that it stays. */
  UNSAFE
}

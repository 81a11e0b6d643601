package io.concordat.eventstore.append;

/** The stream is not at the version that the caller had seen. */
public final class VersionMismatch extends RuntimeException {

  private static final long serialVersionUID = 1L;

  VersionMismatch(String stream, long expected, long actual) {
    super(
        "The caller saw " + stream + " at version " + expected + ", it is at " + actual,
        null,
        false,
        false);
  }
}

package io.concordat.graphql.error;

import io.concordat.messages.decision.RejectionCode;

/** A query that must answer names something that is not there. */
public final class NoSuchObject extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final String code;

  /** Says what is not there; the code is one of the catalogue's {@code *_NOT_FOUND}. */
  public NoSuchObject(RejectionCode code, String message) {
    super(message, null, false, false);
    this.code = code.name();
  }

  /** Stable code. */
  public String code() {
    return code;
  }
}

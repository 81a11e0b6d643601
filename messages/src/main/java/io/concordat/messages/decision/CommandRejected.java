package io.concordat.messages.decision;

/**
 * Carries a {@link Rejection} out of a command handler. The only exception by which the domain says
 * no.
 */
public final class CommandRejected extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient Rejection rejection;

  /** Wraps the rejection; the message is {@code CODE: detail}. */
  public CommandRejected(Rejection rejection) {
    super(rejection.code() + ": " + rejection.detail(), null, false, false);
    this.rejection = rejection;
  }

  /** Why. */
  public Rejection rejection() {
    return rejection;
  }
}

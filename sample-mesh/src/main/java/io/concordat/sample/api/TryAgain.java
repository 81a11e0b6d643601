package io.concordat.sample.api;

/** A request that was not answered this time and may be the next: a store is away, or late. */
public final class TryAgain extends Exception {

  private static final long serialVersionUID = 1L;

  /** Says why. */
  public TryAgain(String message) {
    super(message);
  }

  TryAgain(String message, Throwable cause) {
    super(message, cause);
  }
}

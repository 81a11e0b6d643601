package io.concordat.sample.api;

/** A request that could not be answered, and that trying again will not help. */
public final class CallFailed extends RuntimeException {

  private static final long serialVersionUID = 1L;

  CallFailed(String message) {
    super(message);
  }

  CallFailed(String message, Throwable cause) {
    super(message, cause);
  }
}

package io.concordat.eventstore;

import org.jspecify.annotations.Nullable;

/**
 * PostgreSQL is gone, too slow or overloaded. Where it was thrown for a command, the command may or
 * may not have been carried out: sending it again with the same idempotency key is safe.
 */
public final class StoreUnavailable extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** Says what could not be done; {@code cause} is null where nothing was tried. */
  public StoreUnavailable(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}

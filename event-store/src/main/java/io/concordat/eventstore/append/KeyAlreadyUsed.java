package io.concordat.eventstore.append;

/** A command with this idempotency key has been stored before; its answer is to be looked up. */
public final class KeyAlreadyUsed extends RuntimeException {

  private static final long serialVersionUID = 1L;

  KeyAlreadyUsed(String key) {
    super("Idempotency key " + key + " was used before", null, false, false);
  }
}

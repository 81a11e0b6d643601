package io.concordat.eventstore.command;

import io.concordat.messages.InvalidValue;
import io.concordat.messages.Shape;
import org.jspecify.annotations.Nullable;

/**
 * How a command is to be handled when it is repeated or when others were quicker.
 *
 * @param idempotencyKey chosen by the caller, one line of at most 200 characters, counts per
 *     subject; the same key with the same request answers with the first receipt and stores nothing
 *     again. Null for none. A request that stored nothing (rejected, or nothing to do) is decided
 *     anew.
 * @param expectedVersion sequence number of the last event of the command's stream that the caller
 *     saw, -1 where it saw none; null where any version will do
 * @param correlationId of the request, at most 100 characters; null has one made
 * @param requestDigest what tells two requests apart, at most 64 characters; null for the digest of
 *     the command. To be given where an id within the command is made anew for each request.
 */
public record CommandOptions(
    @Nullable String idempotencyKey,
    @Nullable Long expectedVersion,
    @Nullable String correlationId,
    @Nullable String requestDigest) {

  /** Nothing asked for. */
  public static final CommandOptions NONE = new CommandOptions(null, null, null, null);

  /** Checks the shapes; throws {@link InvalidValue}. */
  public CommandOptions {
    if (idempotencyKey != null) {
      Shape.line("idempotencyKey", idempotencyKey, 200);
    }
    if (expectedVersion != null && expectedVersion < -1) {
      throw new InvalidValue(
          "expectedVersion", "must be a version that was read, was " + expectedVersion);
    }
    if (correlationId != null) {
      Shape.line("correlationId", correlationId, 100);
    }
    if (requestDigest != null) {
      Shape.line("requestDigest", requestDigest, 64);
    }
  }

  /** The same with this key. */
  public CommandOptions withIdempotencyKey(@Nullable String key) {
    return new CommandOptions(key, expectedVersion, correlationId, requestDigest);
  }

  /** The same with this version. */
  public CommandOptions withExpectedVersion(@Nullable Long version) {
    return new CommandOptions(idempotencyKey, version, correlationId, requestDigest);
  }

  /** The same with this correlation id. */
  public CommandOptions withCorrelationId(@Nullable String id) {
    return new CommandOptions(idempotencyKey, expectedVersion, id, requestDigest);
  }

  /** The same with this digest. */
  public CommandOptions withRequestDigest(@Nullable String digest) {
    return new CommandOptions(idempotencyKey, expectedVersion, correlationId, digest);
  }
}

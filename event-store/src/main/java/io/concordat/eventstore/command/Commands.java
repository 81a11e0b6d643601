package io.concordat.eventstore.command;

import io.concordat.messages.Command;
import io.concordat.messages.decision.Actor;
import java.util.concurrent.CompletableFuture;

/**
 * The only door by which commands reach aggregates. Safe for use by many threads; never blocks its
 * caller.
 */
public interface Commands {

  /**
   * Has the command decided and its events stored.
   *
   * <p>The future fails with
   *
   * <ul>
   *   <li>{@code CommandRejected} where the domain says no; with {@code STALE_VERSION} where the
   *       stream is not at the expected version or was changed by others again and again, with
   *       {@code IDEMPOTENCY_KEY_REUSED} where the key was used for another request, with {@code
   *       <TYPE>_NOT_FOUND} and {@code <TYPE>_EXISTS} after the type of the command's stream;
   *   <li>{@code StoreUnavailable} where PostgreSQL is gone, too slow or overloaded; the outcome
   *       may then be unknown, and the same command with the same idempotency key can be sent
   *       again;
   *   <li>another exception, which is a fault of this program.
   * </ul>
   *
   * @param command what is wished
   * @param actor who asks, from the verified token
   * @param options how to handle repetition and change by others
   * @return what was stored, once it is durable; empty where nothing had to change
   */
  CompletableFuture<Receipt> send(Command command, Actor actor, CommandOptions options);

  /** The same without options. */
  default CompletableFuture<Receipt> send(Command command, Actor actor) {
    return send(command, actor, CommandOptions.NONE);
  }
}

package io.concordat.eventstore.command;

import io.concordat.eventstore.EventMetadata;
import io.concordat.eventstore.StoreUnavailable;
import io.concordat.eventstore.TimeOrderedIds;
import io.concordat.eventstore.append.AppendedEvent;
import io.concordat.eventstore.append.Dispatch;
import io.concordat.eventstore.append.IdempotencyMark;
import io.concordat.eventstore.serialization.RequestDigest;
import io.concordat.messages.Command;
import io.concordat.messages.decision.Actor;
import io.concordat.messages.decision.CommandRejected;
import io.concordat.messages.decision.Rejection;
import io.concordat.messages.decision.RejectionCode;
import java.util.HashSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.CommandResultMessage;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.common.caching.Cache;
import org.axonframework.messaging.MetaData;
import org.jspecify.annotations.Nullable;

/** Handles commands on virtual threads, so many at a time, over Axon's command bus. */
final class AxonCommands implements Commands, AutoCloseable {

  private final CommandBus commandBus;
  private final IdempotencyRecord idempotency;
  private final StreamHeads heads;
  private final Cache aggregates;
  private final Retries retries;
  private final Semaphore inFlight;
  private final Semaphore admitted;
  private final ExecutorService threads =
      Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("command-", 0).factory());

  AxonCommands(
      CommandBus commandBus,
      IdempotencyRecord idempotency,
      StreamHeads heads,
      Cache aggregates,
      CommandSettings settings) {
    this.commandBus = commandBus;
    this.aggregates = aggregates;
    aggregates.registerCacheEntryListener(new MemoryUse());
    this.idempotency = idempotency;
    this.heads = heads;
    this.retries = new Retries(settings.attempts(), settings.firstBackoff());
    this.inFlight = new Semaphore(settings.inFlight());
    this.admitted = new Semaphore(settings.inFlight() + settings.waiting());
  }

  @Override
  public CompletableFuture<Receipt> send(Command command, Actor actor, CommandOptions options) {
    CompletableFuture<Receipt> answer = new CompletableFuture<>();
    if (!admitted.tryAcquire()) {
      answer.completeExceptionally(new StoreUnavailable("Too many commands are waiting", null));
      return answer;
    }
    threads.execute(() -> {
      try {
        inFlight.acquireUninterruptibly();
        Receipt receipt;
        try {
          receipt = handle(new Request(command, actor, options));
        } finally {
          inFlight.release();
          admitted.release();
        }
        answer.complete(receipt);
      } catch (Throwable failure) {
        answer.completeExceptionally(failure);
      }
    });
    return answer;
  }

  /** Waits for commands under way. */
  @Override
  public void close() {
    threads.close();
  }

  /** A command with all that belongs to it, the same for every attempt. */
  private record Request(
      Command command,
      Actor actor,
      CommandOptions options,
      @Nullable IdempotencyMark mark,
      String correlationId) {

    Request(Command command, Actor actor, CommandOptions options) {
      this(
          command,
          actor,
          options,
          markOf(command, actor, options),
          Objects.requireNonNullElseGet(
              options.correlationId(), () -> TimeOrderedIds.next().toString()));
    }

    private static @Nullable IdempotencyMark markOf(
        Command command, Actor actor, CommandOptions options) {
      String key = options.idempotencyKey();
      if (key == null) {
        return null;
      }
      String digest = options.requestDigest();
      return new IdempotencyMark(
          actor.subject() + ":" + key, digest == null ? RequestDigest.of(command) : digest);
    }
  }

  private Receipt handle(Request request) throws Exception {
    Receipt receipt;
    try {
      checkVersion(request);
      receipt = decide(request);
    } catch (StoreUnavailable gone) {
      throw gone;
    } catch (Exception failure) {
      Optional<Receipt> original = original(request);
      if (original.isPresent()) {
        return original.get();
      }
      throw Failures.told(failure, request.command().stream());
    }
    return receipt.appended().isEmpty() ? original(request).orElse(receipt) : receipt;
  }

  /** What was stored for the same request before; refuses another request under its key. */
  private Optional<Receipt> original(Request request) {
    IdempotencyMark mark = request.mark();
    if (mark == null) {
      return Optional.empty();
    }
    return idempotency
        .find(mark.key())
        .map(original -> {
          if (!mark.requestDigest().equals(original.requestDigest())) {
            throw new CommandRejected(
                new Rejection(
                    RejectionCode.IDEMPOTENCY_KEY_REUSED,
                    "This idempotency key was used before with a different request; use a new"
                        + " key for a new request."));
          }
          return original.receipt();
        });
  }

  private void checkVersion(Request request) {
    Long expected = request.options().expectedVersion();
    if (expected != null) {
      String stream = request.command().stream();
      long actual = heads.head(stream).orElse(-1);
      if (actual != expected) {
        throw Failures.stale(stream, expected, actual);
      }
    }
  }

  /**
   * Decides, and where the answer changes nothing (a refusal, or nothing to do) and an aggregate
   * from memory took part, decides again from the streams: another node may have moved it on. That
   * goes for every aggregate of the unit of work, not for the command's own only. An answer that
   * appends needs no second look, since the stream's key refuses a stale one.
   */
  private Receipt decide(Request request) throws Exception {
    Set<Object> fromMemory = new HashSet<>();
    try {
      Receipt receipt = attempt(request, fromMemory);
      if (fromMemory.isEmpty() || !receipt.appended().isEmpty()) {
        return receipt;
      }
    } catch (CommandRejected refusal) {
      if (fromMemory.isEmpty()) {
        throw refusal;
      }
    }
    fromMemory.forEach(aggregates::remove);
    return attempt(request, fromMemory);
  }

  /**
   * Tries until no race is lost.
   *
   * @param fromMemory is set to the aggregates that the last try found in memory
   */
  private Receipt attempt(Request request, Set<Object> fromMemory) throws Exception {
    for (int attempt = 1; ; attempt++) {
      try {
        return attemptOnce(request, fromMemory);
      } catch (Exception failure) {
        if (!retries.again(failure, attempt)) {
          throw failure;
        }
        Thread.sleep(retries.backoff(attempt));
      }
    }
  }

  private Receipt attemptOnce(Request request, Set<Object> fromMemory) throws Exception {
    Dispatch dispatch =
        new Dispatch(
            request.command().stream(),
            request.actor(),
            request.mark(),
            request.options().expectedVersion());
    CommandMessage<Object> message =
        GenericCommandMessage.asCommandMessage(request.command())
            .withMetaData(
                MetaData.with(CommandMetadata.ACTOR, request.actor())
                    .and(EventMetadata.SUBJECT, request.actor().subject().value())
                    .and(EventMetadata.CORRELATION_ID, request.correlationId()));
    CommandResultMessage<?> result =
        dispatch.call(() -> {
          Answer answer = new Answer();
          commandBus.dispatch(message, answer);
          return answer.result();
        });
    fromMemory.clear();
    fromMemory.addAll(dispatch.foundInMemory());
    if (result.isExceptional()) {
      throw result.exceptionResult() instanceof Exception exception
          ? exception
          : new IllegalStateException(result.exceptionResult());
    }
    return new Receipt(dispatch.appended().stream().map(AxonCommands::told).toList());
  }

  private static Receipt.Appended told(AppendedEvent event) {
    return new Receipt.Appended(
        event.stream(), event.sequenceNumber(), event.globalIndex(), event.eventType());
  }

  /** Tells the attempt under way which aggregates it did not read from their streams. */
  private static final class MemoryUse extends Cache.EntryListenerAdapter {

    @Override
    public void onEntryRead(Object key, Object value) {
      Dispatch.current().ifPresent(dispatch -> dispatch.foundInMemory(key));
    }
  }

  /** The simple command bus answers before dispatch returns. */
  private static final class Answer
      implements org.axonframework.commandhandling.CommandCallback<Object, Object> {

    private @Nullable CommandResultMessage<?> result;

    @Override
    public void onResult(
        CommandMessage<? extends Object> message,
        CommandResultMessage<? extends Object> commandResult) {
      result = commandResult;
    }

    CommandResultMessage<?> result() {
      return Objects.requireNonNull(result, "The command bus did not answer on this thread");
    }
  }
}

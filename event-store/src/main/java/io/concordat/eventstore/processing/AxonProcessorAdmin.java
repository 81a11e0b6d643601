package io.concordat.eventstore.processing;

import io.concordat.eventstore.append.OrderedEventStorageEngine;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.StreamingEventProcessor;
import org.axonframework.eventhandling.tokenstore.UnableToClaimTokenException;
import org.axonframework.messaging.deadletter.SequencedDeadLetterProcessor;
import org.axonframework.messaging.deadletter.SequencedDeadLetterQueue;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** Asks and resets Axon's processors. */
final class AxonProcessorAdmin implements ProcessorAdmin {

  private static final Logger LOG = LoggerFactory.getLogger(AxonProcessorAdmin.class);
  private static final int RESET_ATTEMPTS = 30;
  private static final Duration RESET_PAUSE = Duration.ofMillis(300);

  private final EventProcessingConfiguration configuration;
  private final LocalProcessors processors;
  private final StoredTokens tokens;
  private final OrderedEventStorageEngine engine;
  private final TransactionTemplate transactions;
  private final JdbcTemplate jdbc;

  AxonProcessorAdmin(
      EventProcessingConfiguration configuration,
      LocalProcessors processors,
      StoredTokens tokens,
      OrderedEventStorageEngine engine,
      TransactionTemplate transactions,
      JdbcTemplate jdbc) {
    this.configuration = configuration;
    this.processors = processors;
    this.tokens = tokens;
    this.engine = engine;
    this.transactions = transactions;
    this.jdbc = jdbc;
  }

  @Override
  public List<GroupStatus> groups() {
    Map<String, Map<Integer, StoredTokens.Stored>> stored = tokens.all();
    long head = engine.head();
    List<GroupStatus> result = new ArrayList<>();
    processors
        .all()
        .forEach((name, processor) ->
            result.add(status(name, processor, stored.getOrDefault(name, Map.of()), head)));
    return List.copyOf(result);
  }

  private GroupStatus status(
      String name,
      StreamingEventProcessor processor,
      Map<Integer, StoredTokens.Stored> stored,
      long head) {
    long position =
        processors
            .position(name)
            .orElseGet(() ->
                stored.values().stream().mapToLong(StoredTokens.Stored::position).min().orElse(0));
    boolean failing =
        processor.isError()
            || processor.processingStatus().values().stream()
                .anyMatch(segment -> segment.isErrorState())
            || (processor.isRunning() && !stored.isEmpty() && isAnyUnclaimed(stored));
    return new GroupStatus(
        name,
        position,
        head,
        Math.max(0, head - position),
        stored.values().stream().anyMatch(StoredTokens.Stored::replaying),
        !stored.isEmpty() && !isAnyUnclaimed(stored),
        failing,
        queue(name).map(SequencedDeadLetterQueue::size).orElse(0L),
        stored.size());
  }

  private static boolean isAnyUnclaimed(Map<Integer, StoredTokens.Stored> stored) {
    return stored.values().stream().anyMatch(segment -> !segment.claimed());
  }

  @Override
  public CompletableFuture<Void> reset(String group) {
    StreamingEventProcessor processor = existing(group);
    if (!processor.supportsReset()) {
      throw new UnsupportedOperationException(
          "The group " + group + " acts on events and builds no views; there is nothing to reset.");
    }
    CompletableFuture<Void> done = new CompletableFuture<>();
    Thread.ofVirtual()
        .name("reset-" + group)
        .start(() -> {
          try {
            reset(processor);
            done.complete(null);
          } catch (Throwable e) {
            done.completeExceptionally(e);
          }
        });
    return done;
  }

  private void reset(StreamingEventProcessor processor) throws InterruptedException {
    processor.shutdownAsync().join();
    try {
      for (int attempt = 1; ; attempt++) {
        try {
          transactions.executeWithoutResult(status -> {
            jdbc.execute("set local idle_in_transaction_session_timeout = 0");
            processor.resetTokens();
            // Somebody is told that it is done, unlike with what processors commit by themselves.
            jdbc.execute("set local synchronous_commit to default");
          });
          return;
        } catch (UnableToClaimTokenException e) {
          if (attempt == RESET_ATTEMPTS) {
            throw new IllegalStateException(
                "Another node works on " + processor.getName() + "; reset it there", e);
          }
          Thread.sleep(RESET_PAUSE);
        }
      }
    } finally {
      processor.start();
    }
  }

  @Override
  public int retryDeadLetters(String group) {
    existing(group);
    Optional<SequencedDeadLetterProcessor<org.axonframework.eventhandling.EventMessage<?>>> retry =
        configuration.sequencedDeadLetterProcessor(group);
    if (retry.isEmpty()) {
      return 0;
    }
    long sequences = queue(group).map(SequencedDeadLetterQueue::amountOfSequences).orElse(0L);
    int handled = 0;
    try {
      for (long i = 0; i < sequences; i++) {
        if (retry.get().processAny()) {
          handled++;
        }
      }
    } catch (RuntimeException e) {
      LOG.warn("Dead letters of {} stay where they are: {}", group, rootOf(e).toString());
    }
    return handled;
  }

  private static Throwable rootOf(Throwable failure) {
    Throwable root = failure;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return root;
  }

  private StreamingEventProcessor existing(String group) {
    return processors
        .named(group)
        .orElseThrow(() -> new IllegalArgumentException("There is no group " + group));
  }

  private Optional<SequencedDeadLetterQueue<org.axonframework.eventhandling.EventMessage<?>>> queue(
      String group) {
    return configuration.deadLetterQueue(group);
  }
}

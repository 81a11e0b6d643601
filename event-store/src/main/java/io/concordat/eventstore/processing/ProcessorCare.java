package io.concordat.eventstore.processing;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.axonframework.eventhandling.StreamingEventProcessor;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Does what the framework leaves undone: takes a segment up again soon after a batch of it failed
 * (alone it would wait up to a minute), and tries dead letters again now and then.
 */
final class ProcessorCare implements SmartLifecycle {

  private static final Logger LOG = LoggerFactory.getLogger(ProcessorCare.class);
  private static final Duration ROUND = Duration.ofSeconds(1);

  private final LocalProcessors processors;
  private final StoredTokens tokens;
  private final ProcessorAdmin admin;
  private final ProcessingSettings settings;
  private final Map<String, Integer> idleRounds = new HashMap<>();
  private @Nullable ProcessorThreads threads;

  ProcessorCare(
      LocalProcessors processors,
      StoredTokens tokens,
      ProcessorAdmin admin,
      ProcessingSettings settings) {
    this.processors = processors;
    this.tokens = tokens;
    this.admin = admin;
    this.settings = settings;
  }

  @Override
  public synchronized void start() {
    ProcessorThreads started =
        new ProcessorThreads("processor-care", 1, Duration.ofDays(1), () -> {});
    started.scheduleWithFixedDelay(
        this::takeUpAgain, ROUND.toMillis(), ROUND.toMillis(), TimeUnit.MILLISECONDS);
    long retry = settings.deadLetterRetry().toMillis();
    started.scheduleWithFixedDelay(this::retryDeadLetters, retry, retry, TimeUnit.MILLISECONDS);
    threads = started;
  }

  private void takeUpAgain() {
    processors
        .all()
        .forEach((name, processor) -> {
          try {
            takeUpAgain(name, processor);
          } catch (RuntimeException e) {
            LOG.debug("Cannot look after {} now", name, e);
          }
        });
  }

  private void takeUpAgain(String name, StreamingEventProcessor processor) {
    if (!processor.isRunning() || processors.position(name).isPresent()) {
      idleRounds.remove(name);
      return;
    }
    int rounds = idleRounds.merge(name, 1, Integer::sum);
    long longest = Math.max(1, settings.longestBackoff().toSeconds() - 1);
    if (rounds % longest != 0 && rounds != 2) {
      return;
    }
    tokens
        .of(name)
        .forEach((segment, stored) -> {
          if (!stored.claimed()) {
            processor.claimSegment(segment);
          }
        });
  }

  private void retryDeadLetters() {
    processors
        .all()
        .keySet()
        .forEach(group -> {
          try {
            admin.retryDeadLetters(group);
          } catch (RuntimeException e) {
            LOG.warn("The dead letters of {} could not be tried again: {}", group, e.toString());
          }
        });
  }

  @Override
  public synchronized void stop() {
    ProcessorThreads stopping = threads;
    threads = null;
    if (stopping != null) {
      stopping.shutdownNow();
    }
  }

  @Override
  public synchronized boolean isRunning() {
    return threads != null;
  }
}

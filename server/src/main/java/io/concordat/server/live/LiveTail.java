package io.concordat.server.live;

import io.concordat.eventstore.processing.ReadBarrier;
import io.concordat.graphql.gateway.LiveChanges;
import io.concordat.messages.Event;
import io.concordat.messages.ProcessingGroups;
import io.concordat.messages.compliance.ComplianceRecorded;
import io.concordat.messages.council.ProposalEvent;
import io.concordat.messages.council.ProposalId;
import io.concordat.messages.incident.IncidentEvent;
import io.concordat.messages.incident.IncidentId;
import java.time.Duration;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.messaging.StreamableMessageSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import reactor.core.publisher.BufferOverflowStrategy;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Sinks;

/**
 * Follows the event store from its head and tells subscribers on this node what changed, on
 * whichever node it was changed, once the read side shows it. Keeps no position: a subscriber wants
 * what happens from now on.
 */
@Component
class LiveTail implements LiveChanges, SmartLifecycle {

  private static final Logger LOG = LoggerFactory.getLogger(LiveTail.class);
  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final Duration PAUSE_AFTER_FAILURE = Duration.ofSeconds(1);
  private static final int WAITING_MOST = 1_000;

  private final StreamableMessageSource<TrackedEventMessage<?>> events;
  private final ReadBarrier barrier;
  private final Sinks.Many<ProposalId> proposals = Sinks.many().multicast().directBestEffort();
  private final Sinks.Many<IncidentId> incidents = Sinks.many().multicast().directBestEffort();
  private final Sinks.Many<ComplianceRecorded> compliance =
      Sinks.many().multicast().directBestEffort();
  private volatile boolean running;
  private volatile @Nullable Thread follower;

  LiveTail(
      @Qualifier("eventTail") StreamableMessageSource<TrackedEventMessage<?>> events,
      ReadBarrier barrier) {
    this.events = events;
    this.barrier = barrier;
  }

  @Override
  public Flux<ProposalId> proposals() {
    return proposals
        .asFlux()
        .onBackpressureBuffer(WAITING_MOST, BufferOverflowStrategy.DROP_OLDEST);
  }

  @Override
  public Flux<IncidentId> incidents() {
    return incidents
        .asFlux()
        .onBackpressureBuffer(WAITING_MOST, BufferOverflowStrategy.DROP_OLDEST);
  }

  @Override
  public Flux<ComplianceRecorded> compliance() {
    return compliance
        .asFlux()
        .onBackpressureBuffer(WAITING_MOST, BufferOverflowStrategy.DROP_OLDEST);
  }

  @Override
  public void start() {
    // Before the thread is: it looks at this first.
    running = true;
    follower = Thread.ofPlatform().name("live-changes").daemon().start(this::follow);
  }

  @Override
  public void stop() {
    running = false;
    Thread following = follower;
    if (following != null) {
      following.interrupt();
    }
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  private void follow() {
    while (isRunning()) {
      try (var stream = events.openStream(events.createHeadToken())) {
        while (isRunning()) {
          if (stream.hasNextAvailable(1, TimeUnit.SECONDS)) {
            tell(stream.nextAvailable());
          }
        }
      } catch (InterruptedException stopped) {
        Thread.currentThread().interrupt();
        return;
      } catch (RuntimeException failure) {
        LOG.warn("live changes pause: the event store cannot be followed ({})", failure.toString());
        if (!paused()) {
          return;
        }
      }
    }
  }

  private static boolean paused() {
    try {
      Thread.sleep(PAUSE_AFTER_FAILURE);
      return true;
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private void tell(TrackedEventMessage<?> message) {
    switch (message.getPayload()) {
      case ProposalEvent event when proposals.currentSubscriberCount() > 0 -> {
        awaitShown(message, event);
        proposals.tryEmitNext(ProposalId.of(idOf(event.stream())));
      }
      case IncidentEvent event when incidents.currentSubscriberCount() > 0 -> {
        awaitShown(message, event);
        incidents.tryEmitNext(IncidentId.of(idOf(event.stream())));
      }
      case ComplianceRecorded event when compliance.currentSubscriberCount() > 0 -> {
        awaitShown(message, event);
        compliance.tryEmitNext(event);
      }
      default -> {}
    }
  }

  private void awaitShown(TrackedEventMessage<?> message, Event event) {
    OptionalLong position = message.trackingToken().position();
    if (position.isPresent()) {
      barrier.await(position.getAsLong(), ProcessingGroups.of(event.getClass()), PATIENCE);
    }
  }

  private static String idOf(String stream) {
    return stream.substring(stream.indexOf(':') + 1);
  }
}

package io.concordat.server.notification;

import io.concordat.eventstore.stream.StreamReader;
import io.concordat.messages.incident.DownstreamTold;
import io.concordat.messages.incident.IncidentAcknowledged;
import io.concordat.messages.incident.IncidentEscalated;
import io.concordat.messages.incident.IncidentId;
import io.concordat.messages.incident.IncidentOpened;
import io.concordat.messages.incident.IncidentReopened;
import io.concordat.messages.incident.IncidentResolved;
import io.concordat.notification.Notice;
import io.concordat.notification.routing.Channel;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DisallowReplay;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.messaging.annotation.MessageIdentifier;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/**
 * Puts what happens to incidents into the outbox, for each channel that takes it. An event that
 * comes again finds its rows there.
 */
@Component
@DisallowReplay
@ProcessingGroup(NotificationKeeper.GROUP)
@EnableConfigurationProperties(NotificationSettings.class)
class NotificationKeeper {

  /** Permanent name of the processing group. */
  static final String GROUP = "notifications";

  private final StreamReader streams;
  private final NotificationOutbox outbox;
  private final List<Channel> channels;
  private final Duration maxAge;
  private final Clock clock;

  NotificationKeeper(
      StreamReader streams, NotificationOutbox outbox, NotificationSettings settings, Clock clock) {
    this.streams = streams;
    this.outbox = outbox;
    this.channels = settings.routes();
    this.maxAge = settings.maxAge();
    this.clock = clock;
  }

  @EventHandler
  void on(IncidentOpened event, @MessageIdentifier String id) {
    if (isTold(event.openedAt())) {
      tell(id, Notice.of(event));
    }
  }

  @EventHandler
  void on(IncidentAcknowledged event, @MessageIdentifier String id) {
    if (isTold(event.acknowledgedAt())) {
      tell(id, Notice.of(event, beginning(event.incident())));
    }
  }

  @EventHandler
  void on(IncidentResolved event, @MessageIdentifier String id) {
    if (isTold(event.resolvedAt())) {
      tell(id, Notice.of(event, beginning(event.incident())));
    }
  }

  @EventHandler
  void on(IncidentReopened event, @MessageIdentifier String id) {
    if (isTold(event.reopenedAt())) {
      tell(id, Notice.of(event, beginning(event.incident())));
    }
  }

  @EventHandler
  void on(DownstreamTold event, @MessageIdentifier String id) {
    if (isTold(event.toldAt())) {
      tell(id, Notice.of(event, beginning(event.incident())));
    }
  }

  @EventHandler
  void on(IncidentEscalated event, @MessageIdentifier String id) {
    if (isTold(event.escalatedAt())) {
      tell(id, Notice.of(event, beginning(event.incident())));
    }
  }

  /** Whether there is anybody to tell, and what happened is not long over. */
  boolean isTold(Instant at) {
    return !channels.isEmpty() && at.isAfter(clock.instant().minus(maxAge));
  }

  private IncidentOpened beginning(IncidentId incident) {
    return (IncidentOpened)
        streams.read(incident.stream(), Set.of(IncidentOpened.class)).getFirst();
  }

  /** Puts a notice into the outbox, once for each event and channel. */
  void tell(String event, Notice notice) {
    Instant now = clock.instant();
    for (Channel channel : channels) {
      channel
          .takes(notice)
          .ifPresent(taken ->
              outbox.put(
                  event,
                  channel.name(),
                  taken,
                  channel
                      .waitsUntil(taken, now)
                      .map(until -> Duration.between(now, until))
                      .orElse(Duration.ZERO)));
    }
  }
}

package io.concordat.server.notification;

import io.concordat.eventstore.stream.StreamReader;
import io.concordat.messages.council.VotersReminded;
import io.concordat.messages.incident.DownstreamTold;
import io.concordat.messages.incident.IncidentAcknowledged;
import io.concordat.messages.incident.IncidentEscalated;
import io.concordat.messages.incident.IncidentId;
import io.concordat.messages.incident.IncidentOpened;
import io.concordat.messages.incident.IncidentReopened;
import io.concordat.messages.incident.IncidentResolved;
import io.concordat.messages.migration.MigrationClosed;
import io.concordat.messages.migration.MigrationOpened;
import io.concordat.messages.migration.MigrationReminded;
import io.concordat.messages.scorecard.DomainEscalated;
import io.concordat.messages.scorecard.ScorecardPublished;
import io.concordat.notification.IncidentNotices;
import io.concordat.notification.MigrationNotices;
import io.concordat.notification.Notice;
import io.concordat.notification.ProposalNotices;
import io.concordat.notification.ScorecardNotices;
import io.concordat.notification.routing.Channel;
import io.concordat.notification.routing.Channel.Wait;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DisallowReplay;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.messaging.annotation.MessageIdentifier;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/**
 * Puts what is told into the outbox, for each channel that takes it. An event that comes again
 * finds its rows there.
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
    tell(id, event.openedAt(), () -> IncidentNotices.of(event));
  }

  @EventHandler
  void on(IncidentAcknowledged event, @MessageIdentifier String id) {
    tell(id, event.acknowledgedAt(), () -> IncidentNotices.of(event, beginning(event.incident())));
  }

  @EventHandler
  void on(IncidentResolved event, @MessageIdentifier String id) {
    tell(id, event.resolvedAt(), () -> IncidentNotices.of(event, beginning(event.incident())));
  }

  @EventHandler
  void on(IncidentReopened event, @MessageIdentifier String id) {
    tell(id, event.reopenedAt(), () -> IncidentNotices.of(event, beginning(event.incident())));
  }

  @EventHandler
  void on(DownstreamTold event, @MessageIdentifier String id) {
    tell(id, event.toldAt(), () -> IncidentNotices.of(event, beginning(event.incident())));
  }

  @EventHandler
  void on(IncidentEscalated event, @MessageIdentifier String id) {
    tell(id, event.escalatedAt(), () -> IncidentNotices.of(event, beginning(event.incident())));
  }

  @EventHandler
  void on(MigrationOpened event, @MessageIdentifier String id) {
    tell(id, event.openedAt(), () -> MigrationNotices.of(event));
  }

  @EventHandler
  void on(MigrationReminded event, @MessageIdentifier String id) {
    tell(id, event.remindedAt(), () -> MigrationNotices.of(event));
  }

  @EventHandler
  void on(MigrationClosed event, @MessageIdentifier String id) {
    tell(id, event.closedAt(), () -> MigrationNotices.of(event));
  }

  @EventHandler
  void on(ScorecardPublished event, @MessageIdentifier String id) {
    tellDomains(id, ScorecardNotices.of(event));
  }

  @EventHandler
  void on(VotersReminded event, @MessageIdentifier String id) {
    tellDomains(id, ProposalNotices.of(event));
  }

  private void tellDomains(String event, List<Notice> notices) {
    notices.forEach(notice -> tell(event + ":" + notice.domain(), notice.at(), () -> notice));
  }

  @EventHandler
  void on(DomainEscalated event, @MessageIdentifier String id) {
    tell(id, event.escalatedAt(), () -> ScorecardNotices.of(event));
  }

  private IncidentOpened beginning(IncidentId incident) {
    return (IncidentOpened)
        streams.read(incident.stream(), Set.of(IncidentOpened.class)).getFirst();
  }

  /**
   * Puts a notice into the outbox, once for each event and channel, unless what happened is long
   * over.
   *
   * @param event identifier of what happened, the same whenever it is read
   */
  void tell(String event, Instant at, Supplier<Notice> told) {
    Instant now = clock.instant();
    if (channels.isEmpty() || !at.isAfter(now.minus(maxAge))) {
      return;
    }
    Notice notice = told.get();
    for (Channel channel : channels) {
      channel
          .takes(notice)
          .ifPresent(taken -> {
            Wait wait = channel.waits(taken, now).orElse(new Wait(now, false));
            outbox.put(
                event, channel.name(), taken, Duration.between(now, wait.until()), wait.gathered());
          });
    }
  }
}

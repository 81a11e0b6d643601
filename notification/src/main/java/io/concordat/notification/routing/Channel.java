package io.concordat.notification.routing;

import io.concordat.messages.incident.IncidentSeverity;
import io.concordat.messages.mesh.DomainId;
import io.concordat.notification.Notice;
import io.concordat.notification.NoticeKind;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A way to reach people or machines.
 *
 * @param name by which it is known in the log of deliveries
 * @param domains whose incidents it tells of; empty for all
 * @param from the least severity that it tells of
 * @param kinds what it tells of; empty for all
 * @param quiet null where it may be used at all times
 */
public record Channel(
    String name,
    Target target,
    Set<DomainId> domains,
    IncidentSeverity from,
    Set<NoticeKind> kinds,
    @Nullable QuietHours quiet) {

  public Channel {
    domains = Set.copyOf(domains);
    kinds = Set.copyOf(kinds);
  }

  /** Whether a notice goes to this channel. */
  public boolean takes(Notice notice) {
    return (domains.isEmpty() || domains.contains(notice.product().domain()))
        && notice.severity().compareTo(from) >= 0
        && (kinds.isEmpty() || kinds.contains(notice.kind()));
  }

  /** How long a notice waits at a moment: what is critical passes quiet hours. */
  public Optional<Instant> waitsUntil(Notice notice, Instant moment) {
    return quiet == null || notice.severity() == IncidentSeverity.CRITICAL
        ? Optional.empty()
        : quiet.endAfter(moment);
  }
}

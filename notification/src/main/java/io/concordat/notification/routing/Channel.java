package io.concordat.notification.routing;

import io.concordat.messages.incident.DownstreamReader;
import io.concordat.messages.incident.IncidentSeverity;
import io.concordat.messages.mesh.DomainId;
import io.concordat.notification.Notice;
import io.concordat.notification.NoticeKind;
import java.time.Instant;
import java.util.List;
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

  /**
   * What goes to this channel of a notice: empty where none of it does. Those downstream are told
   * by the channels of their own domains, each of its own; nobody is paged for what others have to
   * mend.
   */
  public Optional<Notice> takes(Notice notice) {
    if (notice.severity().compareTo(from) < 0
        || !(kinds.isEmpty() || kinds.contains(notice.kind()))) {
      return Optional.empty();
    }
    if (notice.kind() != NoticeKind.DOWNSTREAM_TOLD) {
      return isOf(notice.product().domain()) ? Optional.of(notice) : Optional.empty();
    }
    List<DownstreamReader> ours =
        target instanceof Target.PagerDuty
            ? List.of()
            : notice.downstream().stream().filter(reader -> isOf(reader.domain())).toList();
    return ours.isEmpty() ? Optional.empty() : Optional.of(notice.reaching(ours));
  }

  private boolean isOf(DomainId domain) {
    return domains.isEmpty() || domains.contains(domain);
  }

  /** How long a notice waits at a moment: what is critical passes quiet hours. */
  public Optional<Instant> waitsUntil(Notice notice, Instant moment) {
    return quiet == null || notice.severity() == IncidentSeverity.CRITICAL
        ? Optional.empty()
        : quiet.endAfter(moment);
  }
}

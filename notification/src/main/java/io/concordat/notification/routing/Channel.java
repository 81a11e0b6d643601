package io.concordat.notification.routing;

import io.concordat.messages.incident.IncidentSeverity;
import io.concordat.messages.mesh.DomainId;
import io.concordat.notification.Notice;
import io.concordat.notification.NoticeKind;
import io.concordat.notification.Reader;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A way to reach people or machines.
 *
 * @param name by which it is known in the log of deliveries
 * @param domains whose affairs it tells of; empty for all
 * @param from the least severity that it tells of
 * @param kinds what it tells of; empty for all
 * @param quiet null where it may be used at all times
 * @param digest null where everything is told by itself
 */
public record Channel(
    String name,
    Target target,
    Set<DomainId> domains,
    IncidentSeverity from,
    Set<NoticeKind> kinds,
    @Nullable QuietHours quiet,
    @Nullable DigestTimes digest) {

  public Channel {
    domains = Set.copyOf(domains);
    kinds = Set.copyOf(kinds);
  }

  /**
   * What goes to this channel of a notice: empty where none of it does. Those who read are told by
   * the channels of their own domains, each of its own; nobody is paged for what others have to
   * mend.
   */
  public Optional<Notice> takes(Notice notice) {
    if (notice.severity().compareTo(from) < 0
        || !(kinds.isEmpty() || kinds.contains(notice.kind()))
        || (target instanceof Target.PagerDuty && !notice.kind().isPaged())) {
      return Optional.empty();
    }
    if (!notice.kind().isForReaders()) {
      return isOf(notice.domain()) ? Optional.of(notice) : Optional.empty();
    }
    List<Reader> ours = notice.readers().stream().filter(reader -> isOf(reader.domain())).toList();
    return ours.isEmpty() ? Optional.empty() : Optional.of(notice.reaching(ours));
  }

  private boolean isOf(DomainId domain) {
    return domains.isEmpty() || domains.contains(domain);
  }

  /**
   * How a notice waits.
   *
   * @param until when it is told, UTC
   * @param gathered whether it is told within a digest
   */
  public record Wait(Instant until, boolean gathered) {}

  /** How a notice waits at a moment, if it does: what is critical passes quiet hours. */
  public Optional<Wait> waits(Notice notice, Instant moment) {
    boolean gathered = digest != null && notice.severity().compareTo(digest.below()) < 0;
    Instant told = digest != null && gathered ? digest.next(moment) : moment;
    Instant until =
        quiet == null || notice.severity() == IncidentSeverity.CRITICAL
            ? told
            : quiet.endAfter(told).orElse(told);
    return gathered || until.isAfter(moment)
        ? Optional.of(new Wait(until, gathered))
        : Optional.empty();
  }
}

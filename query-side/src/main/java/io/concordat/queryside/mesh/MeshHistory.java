package io.concordat.queryside.mesh;

import io.concordat.messages.mesh.MeshMonthView;
import io.concordat.messages.request.DataRequestStatus;
import io.concordat.queryside.request.Asked;
import io.concordat.queryside.request.LeadTimes;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Objects;

/**
 * The mesh over time, worked out from when things began and ended.
 *
 * @param registered when each product was registered
 * @param discovered when the first contract of each discoverable product passed the gate
 * @param reads declared reads of contracts of other domains, by who reads, each oldest first
 */
record MeshHistory(
    List<Asked> requests,
    List<Instant> registered,
    List<Instant> discovered,
    Collection<List<Reads>> reads) {

  /**
   * From a moment on a reader reads so many contracts of other domains.
   *
   * @param count 0 where it reads none any more
   */
  record Reads(Instant from, long count) {}

  /**
   * One month.
   *
   * @param now what has not happened by then is not counted
   */
  MeshMonthView month(YearMonth month, Instant now) {
    Instant begin = month.atDay(1).atStartOfDay(ZoneOffset.UTC).toInstant();
    Instant next = month.plusMonths(1).atDay(1).atStartOfDay(ZoneOffset.UTC).toInstant();
    Instant end = next.isBefore(now) ? next : now.plusNanos(1);
    List<Duration> delivered =
        requests.stream()
            .filter(asked -> asked.status() == DataRequestStatus.DELIVERED)
            .filter(asked -> asked.closedAt() != null && within(asked.closedAt(), begin, end))
            .map(Asked::leadTime)
            .filter(Objects::nonNull)
            .toList();
    return new MeshMonthView(
        month,
        requests.stream().filter(asked -> within(asked.openedAt(), begin, end)).count(),
        delivered.size(),
        requests.stream().filter(asked -> asked.waitedAt(end)).count(),
        LeadTimes.days(delivered, 0.5),
        LeadTimes.days(delivered, 0.9),
        registered.stream().filter(at -> at.isBefore(end)).count(),
        discovered.stream().filter(at -> at.isBefore(end)).count(),
        reads.stream().mapToLong(reader -> countAt(reader, end)).sum());
  }

  private static long countAt(List<Reads> reader, Instant end) {
    return reader.stream()
        .filter(reads -> reads.from().isBefore(end))
        .reduce((_, later) -> later)
        .map(Reads::count)
        .orElse(0L);
  }

  private static boolean within(Instant at, Instant begin, Instant end) {
    return !at.isBefore(begin) && at.isBefore(end);
  }
}

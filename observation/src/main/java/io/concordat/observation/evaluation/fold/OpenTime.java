package io.concordat.observation.evaluation.fold;

import io.concordat.observation.evaluation.ObservationFault;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The time in which a promise holds: its hours, without the maintenance of its product. Outside of
 * it nothing is counted and clocks stand still.
 *
 * @param hours null where it holds at all hours
 * @param maintenance in the order of time, apart from each other
 */
public record OpenTime(@Nullable Hours hours, List<Span> maintenance) {

  /** Always. */
  static final OpenTime ALWAYS = new OpenTime(null, List.of());

  static OpenTime of(@Nullable Hours hours, List<Span> maintenance) {
    return hours == null && maintenance.isEmpty() ? ALWAYS : new OpenTime(hours, maintenance);
  }

  boolean isAlways() {
    return hours == null && maintenance.isEmpty();
  }

  /** Whether a moment belongs to it, milliseconds since 1970 UTC. */
  public boolean holds(long at) {
    return closed(at) == null;
  }

  /** Why what was observed at a moment does not count; null where it does. */
  @Nullable ObservationFault closed(long at) {
    if (hours != null && !hours.covers(at)) {
      return ObservationFault.OBSERVATION_OUT_OF_HOURS;
    }
    for (Span span : maintenance) {
      if (span.covers(at)) {
        return ObservationFault.OBSERVATION_IN_MAINTENANCE;
      }
    }
    return null;
  }

  /**
   * How much of it has passed between two moments, milliseconds; 0 where the second is not later.
   */
  public long elapsed(long from, long until) {
    if (isAlways()) {
      return Math.max(0, until - from);
    }
    long found = within(new Span(from, until));
    for (Span span : maintenance) {
      found -= within(span.within(new Span(from, until)));
    }
    return found;
  }

  private long within(Span span) {
    return hours == null ? Math.max(0, span.until() - span.from()) : hours.within(span);
  }
}

package io.concordat.observation.evaluation.fold;

import io.concordat.observation.evaluation.Course;
import io.concordat.observation.evaluation.Course.Standing;
import io.concordat.observation.evaluation.Observation;
import io.concordat.observation.evaluation.ObservationFault;
import io.concordat.observation.evaluation.Quantity;
import io.concordat.observation.evaluation.Reading;
import io.concordat.observation.evaluation.Recent;
import io.concordat.observation.evaluation.Series;
import io.concordat.observation.evaluation.Tally;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One commitment of a contract: it is breached while one of its series or watches is. */
final class CommitmentFold {

  /** What one producer says of one version. */
  record Source(String version, String producer) {}

  final Tally tally;
  final Map<Source, Series> series = new HashMap<>();
  final Map<String, Watch> watches = new HashMap<>();

  /** By version. */
  final Map<String, Stand> stands = new HashMap<>();

  /** The incident that is open; null while none is. */
  @Nullable UUID incident;

  /** In which taking of what has changed it is noted already. */
  long notedIn = -1;

  private int broken;
  private long turnedAt = Long.MIN_VALUE;
  private int part;

  CommitmentFold(Tally tally) {
    this.tally = tally;
  }

  /** Whether it is breached at present. */
  boolean isBroken() {
    return broken > 0;
  }

  /** Numbers its turns by one row of the log, from 0; a row is folded as a whole. */
  int turnAt(long position) {
    part = position == turnedAt ? part + 1 : 0;
    turnedAt = position;
    return part;
  }

  /** Takes a saved series in. */
  void restore(Source source, Promised promised, Course course, Recent recent) {
    series.put(source, new Series(promised.pledge(), promised.hysteresis(), tally, recent, course));
    broken += course.breached() ? 1 : 0;
  }

  /** Takes a saved watch in. */
  void restore(String version, Watch watch) {
    watches.put(version, watch);
    broken += watch.course().breached() ? 1 : 0;
  }

  /** Counts an observation; why it does not count, null where it does. */
  @Nullable ObservationFault observe(
      String version,
      Promised promised,
      OpenTime open,
      String producer,
      Observation observation,
      long now) {
    ObservationFault closed = open.closed(observation.at());
    if (closed != null) {
      return closed;
    }
    if (promised.objective() != null) {
      tally.keepSlots();
    }
    Series of =
        series.computeIfAbsent(
            new Source(version, producer),
            _ -> new Series(promised.pledge(), promised.hysteresis(), tally));
    Course before = of.course();
    Reading held = promised.isWatched() ? aged(observation, open) : observation.reading();
    return switch (of.observe(observation.id(), observation.at(), held)) {
      case Series.Outcome.Refused(ObservationFault fault) -> fault;
      case Series.Outcome.Counted _ -> {
        boolean moved = changed(before, of.course());
        if (promised.isWatched()) {
          moved |= hear(version, promised, open, observation, now);
        }
        Stand stand = stands.get(version);
        if (stand == null) {
          stand = new Stand(standing(version), now, observation.at(), observation.reading());
          stands.put(version, stand);
        } else {
          stand.heard(observation.at(), observation.reading());
          if (moved) {
            stand.is(standing(version), now);
          }
        }
        yield null;
      }
    };
  }

  /** Data does not grow old while its promise does not hold. */
  private static Reading aged(Observation observation, OpenTime open) {
    return !open.isAlways()
            && observation.reading() instanceof Reading.Measured(Quantity(double age, String unit))
            && unit.equals("seconds")
        ? new Reading.Measured(
            new Quantity(open.elapsed(newest(observation.at(), age), observation.at()) / 1e3, unit))
        : observation.reading();
  }

  private static long newest(long at, double age) {
    return at - (long) Math.clamp(age * 1_000, 0, 1e15);
  }

  private boolean hear(
      String version, Promised promised, OpenTime open, Observation observation, long now) {
    long data =
        switch (observation.reading()) {
          case Reading.Measured(Quantity(double seconds, var _)) ->
              newest(observation.at(), seconds);
          case Reading.Judged(var _, long failed) ->
              failed == 0 ? observation.at() : Long.MIN_VALUE;
        };
    Watch before = watches.getOrDefault(version, Watch.NOTHING);
    return put(version, before, before.heard(data, observation.at(), now, promised, open));
  }

  /** Looks for silence; whether anything is otherwise than before. */
  boolean tick(String version, Promised promised, OpenTime open, long now) {
    Stand stand = stands.get(version);
    boolean moved;
    if (promised.isWatched()) {
      Watch before = watches.get(version);
      moved = before != null && put(version, before, before.at(now, promised.oldest(), open));
    } else {
      moved =
          stand != null
              && stand.standing != Standing.UNKNOWN
              && promised.expectation().missed(stand.at, now, open);
      if (moved) {
        series.forEach((source, each) -> {
          if (source.version().equals(version)) {
            each.silence();
          }
        });
      }
    }
    if (moved && stand != null) {
      stand.is(standing(version), now);
    }
    return moved;
  }

  /** When the newest data became too old, where that is in the past; else now. */
  long due(String version, Promised promised, OpenTime open, long now) {
    Watch watch = watches.get(version);
    return watch == null || !promised.isWatched() || !open.isAlways()
        ? now
        : watch.due(promised.oldest(), now);
  }

  /** Forgets versions that are no longer served; whether there were any. */
  boolean keepOnly(Set<String> served) {
    boolean gone = series.keySet().removeIf(source -> !served.contains(source.version()));
    gone |= watches.keySet().removeIf(version -> !served.contains(version));
    gone |= stands.keySet().removeIf(version -> !served.contains(version));
    broken =
        Math.toIntExact(
            series.values().stream().filter(each -> each.course().breached()).count()
                + watches.values().stream().filter(each -> each.course().breached()).count());
    return gone;
  }

  /** Breached while one of its series or watches is, unless nobody knows of any of them. */
  private Standing standing(String version) {
    boolean known = false;
    boolean breached = false;
    for (var each : series.entrySet()) {
      if (each.getKey().version().equals(version)) {
        known |= each.getValue().course().standing() != Standing.UNKNOWN;
        breached |= each.getValue().course().breached();
      }
    }
    Watch watch = watches.get(version);
    if (watch != null && watch.course().breached()) {
      return Standing.BREACHED;
    }
    return known ? breached ? Standing.BREACHED : Standing.MET : Standing.UNKNOWN;
  }

  private boolean put(String version, Watch before, Watch after) {
    watches.put(version, after);
    return changed(before.course(), after.course());
  }

  /** Whether one turned, or is known or unknown now and was not. */
  private boolean changed(Course before, Course after) {
    broken += (after.breached() ? 1 : 0) - (before.breached() ? 1 : 0);
    return before.breached() != after.breached() || before.standing() != after.standing();
  }
}

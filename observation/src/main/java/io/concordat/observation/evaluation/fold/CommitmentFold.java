package io.concordat.observation.evaluation.fold;

import io.concordat.observation.evaluation.Course;
import io.concordat.observation.evaluation.Hysteresis;
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

  private static final Hysteresis HYSTERESIS = Hysteresis.USUAL;

  /** What one producer says of one version. */
  record Source(String version, String producer) {}

  final Tally tally;
  final Map<Source, Series> series = new HashMap<>();
  final Map<String, Watch> watches = new HashMap<>();

  /** The incident that is open; null while none is. */
  @Nullable UUID incident;

  private int broken;

  CommitmentFold(Tally tally) {
    this.tally = tally;
  }

  /** Whether it is breached at present. */
  boolean isBroken() {
    return broken > 0;
  }

  /** Takes a saved series in. */
  void restore(Source source, Promised promised, Course course, Recent recent) {
    series.put(source, new Series(promised.pledge(), HYSTERESIS, tally, recent, course));
    broken += course.breached() ? 1 : 0;
  }

  /** Takes a saved watch in. */
  void restore(String version, Watch watch) {
    watches.put(version, watch);
    broken += watch.course().breached() ? 1 : 0;
  }

  /** Counts an observation; why it does not count, null where it does. */
  @Nullable ObservationFault observe(
      String version, Promised promised, String producer, Observation observation, long now) {
    Series of =
        series.computeIfAbsent(
            new Source(version, producer), _ -> new Series(promised.pledge(), HYSTERESIS, tally));
    boolean before = of.course().breached();
    return switch (of.observe(observation.id(), observation.at(), observation.reading())) {
      case Series.Outcome.Refused(ObservationFault fault) -> fault;
      case Series.Outcome.Counted _ -> {
        changed(before, of.course().breached());
        if (promised.isWatched()) {
          hear(version, promised, observation, now);
        }
        yield null;
      }
    };
  }

  private void hear(String version, Promised promised, Observation observation, long now) {
    long data =
        switch (observation.reading()) {
          case Reading.Measured(Quantity(double seconds, var _)) ->
              observation.at() - (long) Math.clamp(seconds * 1_000, 0, 1e15);
          case Reading.Judged(var _, long failed) ->
              failed == 0 ? observation.at() : Long.MIN_VALUE;
        };
    Watch before = watches.getOrDefault(version, Watch.NOTHING);
    put(version, before, before.heard(data, observation.at(), now, promised.oldest(), HYSTERESIS));
  }

  /** Looks for silence. */
  boolean tick(String version, Promised promised, long now) {
    Watch before = watches.get(version);
    if (before == null) {
      return false;
    }
    Watch after = before.at(now, promised.oldest());
    put(version, before, after);
    return after != before;
  }

  /** Forgets versions that are no longer served; whether there were any. */
  boolean keepOnly(Set<String> served) {
    boolean gone = series.keySet().removeIf(source -> !served.contains(source.version()));
    gone |= watches.keySet().removeIf(version -> !served.contains(version));
    broken =
        Math.toIntExact(
            series.values().stream().filter(each -> each.course().breached()).count()
                + watches.values().stream().filter(each -> each.course().breached()).count());
    return gone;
  }

  private void put(String version, Watch before, Watch after) {
    watches.put(version, after);
    changed(before.course().breached(), after.course().breached());
  }

  private void changed(boolean before, boolean after) {
    broken += (after ? 1 : 0) - (before ? 1 : 0);
  }
}

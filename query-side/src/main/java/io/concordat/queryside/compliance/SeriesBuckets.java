package io.concordat.queryside.compliance;

import io.concordat.messages.series.Resolution;
import io.concordat.messages.series.SeriesView;
import io.concordat.messages.series.SeriesView.Checks;
import io.concordat.messages.series.SeriesView.Point;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** The buckets of one series, being filled. What lies outside of them is passed over. */
final class SeriesBuckets {

  private final Resolution resolution;
  private final List<Instant> starts;
  private final long[] passed;
  private final long[] failed;
  private final int[] opened;
  private final int[] resolved;

  SeriesBuckets(Resolution resolution, List<Instant> starts) {
    this.resolution = resolution;
    this.starts = starts;
    this.passed = new long[starts.size()];
    this.failed = new long[starts.size()];
    this.opened = new int[starts.size()];
    this.resolved = new int[starts.size()];
  }

  void checked(Instant at, Tally tally) {
    int bucket = bucket(at);
    if (bucket >= 0) {
      passed[bucket] += tally.passed();
      failed[bucket] += tally.failed();
    }
  }

  void opened(Instant at) {
    int bucket = bucket(at);
    if (bucket >= 0) {
      opened[bucket]++;
    }
  }

  void resolved(Instant at) {
    int bucket = bucket(at);
    if (bucket >= 0) {
      resolved[bucket]++;
    }
  }

  /** The bucket that an instant lies in; less than 0 for none. */
  private int bucket(Instant at) {
    int found = Collections.binarySearch(starts, at);
    int bucket = found >= 0 ? found : -found - 2;
    return bucket == starts.size() - 1 && bucket >= 0 && !at.isBefore(end(bucket)) ? -1 : bucket;
  }

  private Instant end(int bucket) {
    return bucket + 1 < starts.size()
        ? starts.get(bucket + 1)
        : resolution.next(starts.get(bucket));
  }

  /** What was filled in; there is at least one bucket. */
  SeriesView view() {
    List<Point> points = new ArrayList<>(starts.size());
    for (int bucket = 0; bucket < starts.size(); bucket++) {
      points.add(
          new Point(
              starts.get(bucket),
              end(bucket),
              passed[bucket] + failed[bucket] == 0
                  ? null
                  : new Checks(passed[bucket], failed[bucket]),
              opened[bucket],
              resolved[bucket]));
    }
    return new SeriesView(starts.getFirst(), end(starts.size() - 1), resolution, points);
  }
}

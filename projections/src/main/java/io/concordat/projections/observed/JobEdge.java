package io.concordat.projections.observed;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * That a job reads or writes a dataset, over one interval.
 *
 * @param key identity of the edge
 * @param dataset key of the dataset
 * @param from since when, UTC
 * @param to until when; null while it holds
 * @param lastSeen newest event that showed it
 * @param runs the last runs that showed it, newest last
 * @param endedBy run that was complete without it; null where it holds, or ended otherwise
 * @param sourcesAt newest event that told the sources of the written columns, null before
 * @param sourcesDigest stands for what it told
 */
record JobEdge(
    Kind kind,
    String key,
    String dataset,
    Instant from,
    @Nullable Instant to,
    Instant lastSeen,
    List<String> runs,
    @Nullable String endedBy,
    @Nullable Instant sourcesAt,
    @Nullable String sourcesDigest) {

  private static final int RUNS = 8;

  /** Direction of the data. */
  enum Kind {
    READS,
    WRITES
  }

  JobEdge {
    runs = List.copyOf(runs);
  }

  boolean open() {
    return to == null;
  }

  boolean covers(Instant at) {
    return !at.isBefore(from) && (to == null || at.isBefore(to));
  }

  /** An event of a run shows it, at a time from which it holds at the latest. */
  JobEdge seen(String run, Instant at) {
    List<String> newer = new ArrayList<>(runs);
    newer.remove(run);
    newer.add(run);
    return new JobEdge(
        kind,
        key,
        dataset,
        at.isBefore(from) ? at : from,
        to,
        at.isAfter(lastSeen) ? at : lastSeen,
        newer.subList(Math.max(0, newer.size() - RUNS), newer.size()),
        endedBy,
        sourcesAt,
        sourcesDigest);
  }

  JobEdge ended(Instant at, @Nullable String by) {
    return new JobEdge(
        kind,
        key,
        dataset,
        from,
        at.isBefore(from) ? from : at,
        lastSeen,
        runs,
        by,
        sourcesAt,
        sourcesDigest);
  }

  /** It never ended; the sources of its columns are to be told anew. */
  JobEdge reopened() {
    return new JobEdge(kind, key, dataset, from, null, lastSeen, runs, null, null, null);
  }

  JobEdge sourced(Instant at, String digest) {
    return new JobEdge(kind, key, dataset, from, to, lastSeen, runs, endedBy, at, digest);
  }
}

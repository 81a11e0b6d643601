package io.concordat.projections.observed;

import io.concordat.projections.observed.JobEdge.Kind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which dataset derives from which through a job: what it writes from what it reads, while it does
 * both. Pure. A dataset does not derive from itself.
 */
final class Derivations {

  /**
   * Most pairs of one job. A job with more is a program that loads whole databases; what it reads
   * and writes is all there, but not each pair.
   */
  static final int MOST = 20_000;

  /**
   * One pair over one interval.
   *
   * @param out key of the dataset that is written
   * @param in key of the dataset that is read
   */
  record Pair(String key, String out, String in, Instant from, @Nullable Instant to) {

    private Pair with(Instant since, @Nullable Instant until) {
      return new Pair(key, out, in, since, until);
    }
  }

  private record Ends(String out, String in) {}

  private Derivations() {}

  /**
   * What changes.
   *
   * @param edges the job's edges
   * @param open its pairs that are open so far
   * @param otherwise when a pair ends whose edges are not known
   * @return pairs to be written, those of {@code open} under their keys
   */
  static List<Pair> changes(String job, List<JobEdge> edges, List<Pair> open, Instant otherwise) {
    Map<Ends, Pair> was = new HashMap<>();
    open.forEach(pair -> was.put(new Ends(pair.out(), pair.in()), pair));
    Map<Ends, List<Pair>> wanted = wanted(job, edges);
    Map<String, Pair> changes = new LinkedHashMap<>();
    wanted.forEach((ends, pairs) -> {
      Pair known = was.get(ends);
      for (Pair pair : pairs) {
        Pair next = known == null ? pair : joined(known, pair, pairs.size() == 1);
        if (!next.equals(known)) {
          changes.put(next.key(), next);
        }
      }
    });
    for (Pair pair : open) {
      if (!changes.containsKey(pair.key())
          && wanted.getOrDefault(new Ends(pair.out(), pair.in()), List.of()).stream()
              .noneMatch(next -> next.to() == null)) {
        Instant end = otherwise.isBefore(pair.from()) ? pair.from() : otherwise;
        changes.put(pair.key(), pair.with(pair.from(), end));
      }
    }
    return List.copyOf(changes.values());
  }

  /** An open pair goes on under its key; it ends where its only interval does. */
  private static Pair joined(Pair known, Pair pair, boolean only) {
    Instant to = pair.to();
    return to == null || (only && !known.from().isAfter(to))
        ? known.with(earlier(known.from(), pair.from()), to)
        : pair;
  }

  private static Map<Ends, List<Pair>> wanted(String job, List<JobEdge> edges) {
    List<JobEdge> reads = edges.stream().filter(edge -> edge.kind() == Kind.READS).toList();
    Map<Ends, List<Pair>> wanted = new LinkedHashMap<>();
    int count = 0;
    for (JobEdge write : edges) {
      if (write.kind() != Kind.WRITES) {
        continue;
      }
      for (JobEdge read : reads) {
        Instant from = write.from().isAfter(read.from()) ? write.from() : read.from();
        Instant to = first(write.to(), read.to());
        if (write.dataset().equals(read.dataset()) || (to != null && !from.isBefore(to))) {
          continue;
        }
        if (++count > MOST) {
          return wanted;
        }
        String key = Digests.of(job, write.dataset(), read.dataset(), from.toString());
        wanted
            .computeIfAbsent(new Ends(write.dataset(), read.dataset()), ends -> new ArrayList<>())
            .add(new Pair(key, write.dataset(), read.dataset(), from, to));
      }
    }
    return wanted;
  }

  private static Instant earlier(Instant one, Instant other) {
    return one.isBefore(other) ? one : other;
  }

  private static @Nullable Instant first(@Nullable Instant one, @Nullable Instant other) {
    if (one == null || other == null) {
      return one == null ? other : one;
    }
    return earlier(one, other);
  }
}

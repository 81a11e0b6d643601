package io.concordat.projections.observed;

import io.concordat.projections.observed.JobEdge.Kind;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a job reads and writes, folded from the events of its runs in whatever order they come.
 *
 * <p>A dataset that an event of a run shows is read or written from the event's time on. It ends
 * when a later run is complete and none of its events showed it, though they showed others; when an
 * event of that run that comes late shows it after all, it has not ended. Not thread safe.
 */
final class JobFold {

  private final String job;
  private final Map<String, JobEdge> edges = new LinkedHashMap<>();
  private final Map<String, JobEdge> before;
  private @Nullable String completedRun;
  private @Nullable Instant completedAt;
  private @Nullable Instant lastSeen;

  /**
   * Goes on from what is known.
   *
   * @param job key of the job
   * @param known its open edges, and those to the datasets that are going to be shown
   */
  JobFold(
      String job,
      List<JobEdge> known,
      @Nullable String completedRun,
      @Nullable Instant completedAt,
      @Nullable Instant lastSeen) {
    this.job = job;
    known.forEach(edge -> edges.put(edge.key(), edge));
    this.before = new HashMap<>(edges);
    this.completedRun = completedRun;
    this.completedAt = completedAt;
    this.lastSeen = lastSeen;
  }

  String job() {
    return job;
  }

  @Nullable String completedRun() {
    return completedRun;
  }

  @Nullable Instant completedAt() {
    return completedAt;
  }

  @Nullable Instant lastSeen() {
    return lastSeen;
  }

  /** An event of the job came. */
  void seen(Instant at) {
    lastSeen = lastSeen == null || at.isAfter(lastSeen) ? at : lastSeen;
  }

  /**
   * An event of a run shows that the job reads or writes a dataset.
   *
   * @param gone when the dataset was last told to be gone, null where it never was
   */
  void shows(Kind kind, String dataset, String run, Instant at, @Nullable Instant gone) {
    List<JobEdge> known =
        edges.values().stream()
            .filter(edge -> edge.kind() == kind && edge.dataset().equals(dataset))
            .sorted(Comparator.comparing(JobEdge::from))
            .toList();
    Optional<JobEdge> same =
        Stream.concat(
                known.stream().filter(edge -> run.equals(edge.endedBy())).map(JobEdge::reopened),
                known.stream().filter(edge -> edge.covers(at)))
            .findFirst();
    if (same.isPresent()) {
      put(same.get().seen(run, at));
      return;
    }
    Optional<JobEdge> next = known.stream().filter(edge -> edge.from().isAfter(at)).findFirst();
    if (next.isPresent()) {
      put(next.get().seen(run, at));
      return;
    }
    String key = Digests.of(job, kind.name(), dataset, at.toString());
    JobEdge opened = new JobEdge(kind, key, dataset, at, null, at, List.of(run), null, null, null);
    put(gone != null && !gone.isBefore(at) ? opened.ended(gone, null) : opened);
  }

  /** A run is complete. */
  void complete(String run, Instant at) {
    if (completedAt == null || !at.isBefore(completedAt)) {
      completedRun = run;
      completedAt = at;
    }
  }

  /** Ends what the last complete run no longer had. */
  void settle() {
    String run = completedRun;
    Instant at = completedAt;
    if (run == null
        || at == null
        || edges.values().stream().noneMatch(edge -> edge.runs().contains(run))) {
      return;
    }
    edges.replaceAll((key, edge) ->
        edge.open() && !edge.runs().contains(run) && edge.lastSeen().isBefore(at)
            ? edge.ended(at, run)
            : edge);
  }

  /** A dataset is gone since a time. */
  void gone(String dataset, Instant at) {
    edges.replaceAll((key, edge) ->
        edge.open() && edge.dataset().equals(dataset) && !edge.lastSeen().isAfter(at)
            ? edge.ended(at, null)
            : edge);
  }

  /** The open edge to a dataset that is written. */
  Optional<JobEdge> writes(String dataset) {
    return edges.values().stream()
        .filter(edge -> edge.kind() == Kind.WRITES && edge.open() && edge.dataset().equals(dataset))
        .findFirst();
  }

  void put(JobEdge edge) {
    edges.put(edge.key(), edge);
  }

  /** All edges that are known. */
  List<JobEdge> edges() {
    return List.copyOf(edges.values());
  }

  /** Edges that are not as they were. */
  List<JobEdge> changed() {
    return edges.values().stream().filter(edge -> !edge.equals(before.get(edge.key()))).toList();
  }

  /** Edges that ended since the start. */
  List<JobEdge> ended() {
    return edges.values().stream()
        .filter(edge -> {
          JobEdge known = before.get(edge.key());
          return !edge.open() && (known == null || known.open());
        })
        .toList();
  }

  /** Whether the intervals are not as they were. */
  boolean moved() {
    return edges.values().stream()
        .anyMatch(edge -> {
          JobEdge known = before.get(edge.key());
          return known == null
              || !known.from().equals(edge.from())
              || !java.util.Objects.equals(known.to(), edge.to());
        });
  }
}

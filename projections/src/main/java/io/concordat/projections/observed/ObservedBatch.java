package io.concordat.projections.observed;

import io.concordat.messages.mesh.DatasetName;
import io.concordat.messages.observed.LineageStatement;
import io.concordat.messages.observed.LineageStatement.Column;
import io.concordat.messages.observed.LineageStatement.ColumnSource;
import io.concordat.messages.observed.LineageStatement.Dropped;
import io.concordat.messages.observed.LineageStatement.JobName;
import io.concordat.messages.observed.LineageStatement.ObservedDataset;
import io.concordat.messages.observed.LineageStatement.OfDataset;
import io.concordat.messages.observed.LineageStatement.OfJob;
import io.concordat.messages.observed.LineageStatement.OfRun;
import io.concordat.messages.observed.LineageStatement.Renamed;
import io.concordat.messages.observed.LineageStatement.RunState;
import io.concordat.projections.observed.GraphState.DatasetState;
import io.concordat.projections.observed.JobEdge.Kind;
import io.concordat.readstore.graph.LineageKeys;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One batch of statements, folded into what changes in the graph. It reads what it goes on from,
 * and writes nothing itself. Not thread safe.
 */
final class ObservedBatch {

  /** A dataset as the batch leaves it. */
  static final class DatasetFacts {
    final DatasetName name;
    final Instant[] seen;
    DatasetState state;
    boolean schemaTold;
    @Nullable String renamedTo;

    private DatasetFacts(DatasetName name, Instant at, DatasetState state) {
      this.name = name;
      this.seen = new Instant[] {at, at};
      this.state = state;
    }
  }

  private final List<LineageStatement> statements;
  private final Map<String, JobName> jobNames = new LinkedHashMap<>();
  private final Map<String, JobFold> jobs = new LinkedHashMap<>();
  private final Map<String, DatasetFacts> datasets = new LinkedHashMap<>();
  private final Map<String, DatasetState> known = new HashMap<>();
  private final Map<String, OpenSet> columns = new LinkedHashMap<>();
  private final Map<String, OpenSet> sources = new LinkedHashMap<>();
  private final Map<String, Instant> gone = new LinkedHashMap<>();
  private final List<Derivations.Pair> pairs = new ArrayList<>();
  private final Map<String, String> pairJobs = new HashMap<>();
  private final Map<String, String> sourceJobs = new HashMap<>();
  private final Map<String, OpenSet.Relation> sourceColumns = new LinkedHashMap<>();
  private final Map<String, String> canonical = new HashMap<>();

  ObservedBatch(List<ObservedEntry> entries) {
    this.statements =
        entries.stream().flatMap(entry -> Stream.ofNullable(entry.statement())).toList();
  }

  /** Folds all of it. */
  void fold(GraphState graph) {
    resolveAliases(graph);
    Set<String> keys = new LinkedHashSet<>();
    Set<String> dropped = new LinkedHashSet<>();
    for (LineageStatement statement : statements) {
      for (ObservedDataset dataset : shown(statement)) {
        keys.add(key(dataset));
        switch (dataset.change()) {
          case Dropped _ -> dropped.add(key(dataset));
          case Renamed renamed -> dropped.add(LineageKeys.dataset(renamed.previous()));
          case null -> {}
        }
      }
      JobName job = job(statement);
      if (job != null) {
        jobNames.put(LineageKeys.job(job.namespace(), job.name()), job);
      }
    }
    keys.addAll(dropped);
    Set<String> touched = new LinkedHashSet<>(jobNames.keySet());
    touched.addAll(graph.jobsOf(dropped));
    jobs.putAll(graph.jobs(touched, keys));
    known.putAll(graph.datasets(keys));
    statements.forEach(statement -> add(graph, statement));
    derive(graph);
  }

  /** A dataset goes by the one of its names that a contract stands for, where there is one. */
  private void resolveAliases(GraphState graph) {
    Map<String, List<DatasetName>> aliases = new HashMap<>();
    statements.stream()
        .flatMap(statement -> shown(statement).stream())
        .filter(dataset -> !dataset.aliases().isEmpty())
        .forEach(dataset -> aliases.put(LineageKeys.dataset(dataset.name()), dataset.aliases()));
    Set<String> all = new LinkedHashSet<>(aliases.keySet());
    aliases.values().forEach(names -> names.forEach(name -> all.add(LineageKeys.dataset(name))));
    Set<String> tied = graph.tied(all);
    aliases.forEach((key, names) -> {
      if (!tied.contains(key)) {
        names.stream()
            .map(LineageKeys::dataset)
            .filter(tied::contains)
            .findFirst()
            .ifPresent(alias -> canonical.put(key, alias));
      }
    });
  }

  private String key(ObservedDataset dataset) {
    return key(dataset.name());
  }

  private String key(DatasetName name) {
    String own = LineageKeys.dataset(name);
    return canonical.getOrDefault(own, own);
  }

  private DatasetName name(ObservedDataset dataset) {
    String key = key(dataset);
    return Stream.concat(Stream.of(dataset.name()), dataset.aliases().stream())
        .filter(name -> LineageKeys.dataset(name).equals(key))
        .findFirst()
        .orElse(dataset.name());
  }

  private void add(GraphState graph, LineageStatement statement) {
    switch (statement) {
      case OfRun run -> {
        JobFold job = fold(run.job());
        show(graph, job, run.run(), run.at(), run.inputs(), run.outputs());
        if (run.state() == RunState.COMPLETE) {
          job.complete(run.run(), run.at());
        }
        job.settle();
      }
      case OfJob declared -> {
        JobFold job = fold(declared.job());
        String run = "job event " + declared.at();
        show(graph, job, run, declared.at(), declared.inputs(), declared.outputs());
        job.complete(run, declared.at());
        job.settle();
      }
      case OfDataset dataset -> dataset(graph, dataset.dataset(), dataset.at(), true);
    }
  }

  private JobFold fold(JobName name) {
    return fold(LineageKeys.job(name.namespace(), name.name()));
  }

  private JobFold fold(String key) {
    return jobs.computeIfAbsent(key, job -> new JobFold(job, List.of(), null, null, null));
  }

  private void show(
      GraphState graph,
      JobFold job,
      String run,
      Instant at,
      List<ObservedDataset> inputs,
      List<ObservedDataset> outputs) {
    job.seen(at);
    for (ObservedDataset input : inputs) {
      DatasetFacts facts = dataset(graph, input, at, false);
      if (!(input.change() instanceof Dropped)) {
        job.shows(Kind.READS, key(input), run, at, facts.state.droppedAt());
      }
    }
    for (ObservedDataset output : outputs) {
      DatasetFacts facts = dataset(graph, output, at, true);
      if (!(output.change() instanceof Dropped)) {
        job.shows(Kind.WRITES, key(output), run, at, facts.state.droppedAt());
        sources(graph, job, output, at);
      }
    }
  }

  private DatasetFacts dataset(
      GraphState graph, ObservedDataset dataset, Instant at, boolean writer) {
    String key = key(dataset);
    DatasetFacts facts = facts(key, name(dataset), at);
    List<Column> told = dataset.columns();
    if (told != null && !told.isEmpty()) {
      schema(graph, key, facts, told, at, writer);
    }
    switch (dataset.change()) {
      case Dropped _ -> end(key, facts, at);
      case Renamed renamed -> {
        String previous = LineageKeys.dataset(renamed.previous());
        DatasetFacts before = facts(previous, renamed.previous(), at);
        before.renamedTo = key;
        end(previous, before, at);
      }
      case null -> {}
    }
    return facts;
  }

  private DatasetFacts facts(String key, DatasetName name, Instant at) {
    DatasetFacts facts =
        datasets.computeIfAbsent(
            key,
            absent -> new DatasetFacts(name, at, known.getOrDefault(absent, DatasetState.NEW)));
    facts.seen[0] = at.isBefore(facts.seen[0]) ? at : facts.seen[0];
    facts.seen[1] = at.isAfter(facts.seen[1]) ? at : facts.seen[1];
    return facts;
  }

  private void end(String key, DatasetFacts facts, Instant at) {
    DatasetState state = facts.state;
    Instant before = state.droppedAt();
    if (before == null || at.isAfter(before)) {
      facts.state =
          new DatasetState(state.schemaAt(), state.schemaDigest(), state.schemaByWriter(), at);
      gone.put(key, at);
    }
    jobs.values().forEach(job -> job.gone(key, at));
  }

  /** What a reader sees of a table may be a part of it: it does not hold against a writer. */
  private void schema(
      GraphState graph,
      String key,
      DatasetFacts facts,
      List<Column> told,
      Instant at,
      boolean writer) {
    DatasetState state = facts.state;
    Instant last = state.schemaAt();
    if ((last != null && at.isBefore(last)) || (state.schemaByWriter() && !writer)) {
      return;
    }
    String digest = Digests.of(told.toString());
    if (!digest.equals(state.schemaDigest())) {
      columns(graph, key)
          .tell(
              told.stream()
                  .map(column ->
                      new OpenSet.Told(
                          key,
                          LineageKeys.column(key, column.name()),
                          column.name(),
                          column.type()))
                  .distinct()
                  .toList(),
              at);
    }
    facts.state = new DatasetState(at, digest, writer || state.schemaByWriter(), state.droppedAt());
    facts.schemaTold = true;
  }

  private OpenSet columns(GraphState graph, String dataset) {
    return columns.computeIfAbsent(
        dataset, key -> new OpenSet(key, graph.columns(List.of(key)).getOrDefault(key, List.of())));
  }

  private void sources(GraphState graph, JobFold job, ObservedDataset output, Instant at) {
    List<ColumnSource> told = output.sources();
    String dataset = key(output);
    JobEdge edge = job.writes(dataset).orElse(null);
    if (told == null || edge == null) {
      return;
    }
    Instant last = edge.sourcesAt();
    if (last != null && at.isBefore(last)) {
      return;
    }
    String digest = Digests.of(told.toString());
    if (!digest.equals(edge.sourcesDigest())) {
      List<OpenSet.Told> relations = new ArrayList<>();
      for (ColumnSource source : told) {
        String from = LineageKeys.column(dataset, source.column());
        String upstream = key(source.dataset());
        String to = LineageKeys.column(upstream, source.source());
        if (!from.equals(to)) {
          relations.add(new OpenSet.Told(from, to, "", Boolean.toString(source.indirect())));
          facts(upstream, source.dataset(), at);
          column(dataset, from, source.column(), at);
          column(upstream, to, source.source(), at);
        }
      }
      String owner = job.job() + "\n" + dataset;
      sourceJobs.put(owner, job.job());
      sources
          .computeIfAbsent(owner, key -> new OpenSet(key, graph.sources(job.job(), dataset)))
          .tell(relations.stream().distinct().toList(), at);
    }
    job.put(edge.sourced(at, digest));
  }

  /** A column of which only its lineage was told is one of its dataset all the same. */
  private void column(String dataset, String key, String name, Instant at) {
    sourceColumns.putIfAbsent(
        key,
        new OpenSet.Relation(
            Digests.of(dataset, key, "by its lineage"), dataset, key, name, null, at, null));
  }

  private void derive(GraphState graph) {
    List<String> moved = jobs.values().stream().filter(JobFold::moved).map(JobFold::job).toList();
    Map<String, List<Derivations.Pair>> open = graph.pairs(moved);
    for (String key : moved) {
      JobFold job = fold(key);
      Instant seen = job.lastSeen();
      for (Derivations.Pair pair :
          Derivations.changes(
              key,
              job.edges(),
              open.getOrDefault(key, List.of()),
              seen == null ? Instant.EPOCH : seen)) {
        pairs.add(pair);
        pairJobs.put(pair.key(), key);
      }
    }
  }

  private static List<ObservedDataset> shown(LineageStatement statement) {
    return switch (statement) {
      case OfRun run -> Stream.concat(run.inputs().stream(), run.outputs().stream()).toList();
      case OfJob job -> Stream.concat(job.inputs().stream(), job.outputs().stream()).toList();
      case OfDataset dataset -> List.of(dataset.dataset());
    };
  }

  private static @Nullable JobName job(LineageStatement statement) {
    return switch (statement) {
      case OfRun run -> run.job();
      case OfJob job -> job.job();
      case OfDataset _ -> null;
    };
  }

  Map<String, JobName> jobNames() {
    return jobNames;
  }

  Collection<JobFold> jobs() {
    return jobs.values();
  }

  Map<String, DatasetFacts> datasets() {
    return datasets;
  }

  /** Datasets that are gone, with the time. */
  Map<String, Instant> gone() {
    return gone;
  }

  List<Derivations.Pair> pairs() {
    return pairs;
  }

  /** Key of the job of a pair. */
  String jobOf(Derivations.Pair pair) {
    return pairJobs.getOrDefault(pair.key(), "");
  }

  /** Columns that were told. */
  List<OpenSet.Relation> columns() {
    return columns.values().stream().flatMap(set -> set.changed().stream()).toList();
  }

  /** Columns that are there because something derives from them, or they from something. */
  Collection<OpenSet.Relation> sourceColumns() {
    return sourceColumns.values();
  }

  /** What columns derive from, by key of the job. */
  Map<String, List<OpenSet.Relation>> sources() {
    Map<String, List<OpenSet.Relation>> byJob = new LinkedHashMap<>();
    sources.forEach((owner, set) ->
        byJob
            .computeIfAbsent(sourceJobs.getOrDefault(owner, ""), job -> new ArrayList<>())
            .addAll(set.changed()));
    return byJob;
  }
}

package io.concordat.projections.observed;

import io.concordat.projections.observed.JobEdge.Kind;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Record;
import org.neo4j.driver.TransactionContext;
import org.neo4j.driver.Value;
import org.neo4j.driver.Values;

/** Reads from the graph what a batch goes on from. */
final class GraphState {

  /**
   * What is known of a dataset's columns, and of its end.
   *
   * @param schemaByWriter whether a writer told the columns, against which readers do not hold
   */
  record DatasetState(
      @Nullable Instant schemaAt,
      @Nullable String schemaDigest,
      boolean schemaByWriter,
      @Nullable Instant droppedAt) {

    static final DatasetState NEW = new DatasetState(null, null, false, null);
  }

  private final TransactionContext graph;

  GraphState(TransactionContext graph) {
    this.graph = graph;
  }

  /** Of these datasets, those that a served contract stands for. */
  Set<String> tied(Collection<String> datasets) {
    return rows(
            """
            UNWIND $keys AS key
            MATCH (dataset:Dataset {key: key})
            WHERE EXISTS { (dataset)<-[stored:STORED_IN]-() WHERE stored.validTo IS NULL }
            RETURN key
            """,
            datasets)
        .stream()
        .map(row -> row.get("key").asString())
        .collect(Collectors.toSet());
  }

  /** Jobs that read or write any of these datasets. */
  List<String> jobsOf(Collection<String> datasets) {
    return rows(
            """
            UNWIND $keys AS key
            MATCH (:Dataset {key: key})<-[edge:READS|WRITES]-(job:Job)
            WHERE edge.validTo IS NULL
            RETURN DISTINCT job.key AS key
            """,
            datasets)
        .stream()
        .map(row -> row.get("key").asString())
        .toList();
  }

  Map<String, DatasetState> datasets(Collection<String> keys) {
    Map<String, DatasetState> found = new HashMap<>();
    for (Record row :
        rows(
            """
            UNWIND $keys AS key
            MATCH (d:Dataset {key: key})
            RETURN key, d.schemaAt AS schemaAt, d.schemaDigest AS schemaDigest,
              coalesce(d.schemaByWriter, false) AS byWriter, d.droppedAt AS droppedAt
            """,
            keys)) {
      found.put(
          row.get("key").asString(),
          new DatasetState(
              time(row.get("schemaAt")),
              text(row.get("schemaDigest")),
              row.get("byWriter").asBoolean(),
              time(row.get("droppedAt"))));
    }
    return found;
  }

  /**
   * Jobs with their open edges, and their edges to these datasets.
   *
   * @param jobs keys; one that is not known gives an empty job
   */
  Map<String, JobFold> jobs(Collection<String> jobs, Collection<String> datasets) {
    Map<String, List<JobEdge>> edges = new HashMap<>();
    for (Record row :
        graph
            .run(
                """
                UNWIND $keys AS key
                MATCH (job:Job {key: key})-[e:READS|WRITES]->(d:Dataset)
                WHERE e.key IS NOT NULL AND (e.validTo IS NULL OR d.key IN $datasets)
                RETURN key, type(e) AS kind, e AS edge, d.key AS dataset
                """,
                Map.of("keys", List.copyOf(jobs), "datasets", List.copyOf(datasets)))
            .list()) {
      Value edge = row.get("edge");
      edges
          .computeIfAbsent(row.get("key").asString(), key -> new ArrayList<>())
          .add(
              new JobEdge(
                  Kind.valueOf(row.get("kind").asString()),
                  edge.get("key").asString(),
                  row.get("dataset").asString(),
                  needed(edge.get("validFrom")),
                  time(edge.get("validTo")),
                  needed(edge.get("lastSeenAt")),
                  edge.get("runs").asList(Value::asString),
                  text(edge.get("endedBy")),
                  time(edge.get("sourcesAt")),
                  text(edge.get("sourcesDigest"))));
    }
    Map<String, JobFold> found = new HashMap<>();
    for (Record row :
        rows(
            """
            UNWIND $keys AS key
            OPTIONAL MATCH (job:Job {key: key})
            RETURN key, job.completedRun AS run, job.completedAt AS at, job.lastSeenAt AS lastSeen
            """,
            jobs)) {
      String key = row.get("key").asString();
      found.put(
          key,
          new JobFold(
              key,
              edges.getOrDefault(key, List.of()),
              text(row.get("run")),
              time(row.get("at")),
              time(row.get("lastSeen"))));
    }
    return found;
  }

  /** The open pairs of jobs, by key of the job. */
  Map<String, List<Derivations.Pair>> pairs(Collection<String> jobs) {
    Map<String, List<Derivations.Pair>> found = new HashMap<>();
    for (Record row :
        rows(
            """
            UNWIND $keys AS key
            MATCH (:Job {key: key})-[:WRITES]->(out:Dataset)
            WITH DISTINCT key, out
            MATCH (out)-[e:DERIVES_FROM {job: key}]->(in:Dataset)
            WHERE e.validTo IS NULL
            RETURN key, e.key AS edge, out.key AS out, in.key AS in, e.validFrom AS validFrom
            """,
            jobs)) {
      found
          .computeIfAbsent(row.get("key").asString(), key -> new ArrayList<>())
          .add(
              new Derivations.Pair(
                  row.get("edge").asString(),
                  row.get("out").asString(),
                  row.get("in").asString(),
                  needed(row.get("validFrom")),
                  null));
    }
    return found;
  }

  /** The open columns of datasets, by key of the dataset. */
  Map<String, List<OpenSet.Relation>> columns(Collection<String> datasets) {
    Map<String, List<OpenSet.Relation>> found = new HashMap<>();
    for (Record row :
        rows(
            """
            UNWIND $keys AS key
            MATCH (:Dataset {key: key})-[e:HAS_COLUMN]->(column:Column)
            WHERE e.validTo IS NULL
            RETURN key, e.key AS edge, column.key AS column, column.name AS name, e.type AS type,
              e.validFrom AS validFrom
            """,
            datasets)) {
      found
          .computeIfAbsent(row.get("key").asString(), key -> new ArrayList<>())
          .add(
              new OpenSet.Relation(
                  row.get("edge").asString(),
                  row.get("key").asString(),
                  row.get("column").asString(),
                  row.get("name").asString(),
                  text(row.get("type")),
                  needed(row.get("validFrom")),
                  null));
    }
    return found;
  }

  /** The open sources of the columns that a job writes into a dataset. */
  List<OpenSet.Relation> sources(String job, String dataset) {
    return graph
        .run(
            """
            MATCH (:Dataset {key: $dataset})-[:HAS_COLUMN]->(column:Column)
            WITH DISTINCT column
            MATCH (column)-[e:DERIVES_FROM {job: $job}]->(source:Column)
            WHERE e.validTo IS NULL
            RETURN e.key AS edge, column.key AS column, source.key AS source,
              e.indirect AS indirect, e.validFrom AS validFrom
            """,
            Map.of("job", job, "dataset", dataset))
        .list(row ->
            new OpenSet.Relation(
                row.get("edge").asString(),
                row.get("column").asString(),
                row.get("source").asString(),
                "",
                Boolean.toString(row.get("indirect").asBoolean()),
                needed(row.get("validFrom")),
                null));
  }

  private List<Record> rows(String statement, Collection<String> keys) {
    return keys.isEmpty()
        ? List.of()
        : graph.run(statement, Values.parameters("keys", List.copyOf(keys))).list();
  }

  static @Nullable OffsetDateTime written(@Nullable Instant time) {
    return time == null ? null : time.atOffset(ZoneOffset.UTC);
  }

  static @Nullable Instant time(Value value) {
    return value.isNull() ? null : value.asZonedDateTime().toInstant();
  }

  private static Instant needed(Value value) {
    return value.asZonedDateTime().toInstant();
  }

  private static @Nullable String text(Value value) {
    return value.isNull() ? null : value.asString();
  }
}

package io.concordat.projections.observed;

import static io.concordat.projections.observed.GraphState.written;

import io.concordat.messages.observed.LineageStatement.JobName;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What a batch changes, as statements with rows, in the order in which they are to be run. Each row
 * is set by key: written again, it changes nothing.
 */
final class ObservedRows {

  /** A statement and its rows. */
  record Part(String statement, List<Map<String, @Nullable Object>> rows) {}

  private static final String DATASETS =
      """
      CYPHER replan=skip
      UNWIND $rows AS row
      MERGE (d:Dataset {key: row.key})
        ON CREATE SET d.namespace = row.namespace, d.name = row.name
      SET d += row.properties,
        d.firstSeenAt = CASE WHEN d.firstSeenAt < row.first THEN d.firstSeenAt ELSE row.first END,
        d.lastSeenAt = CASE WHEN d.lastSeenAt > row.last THEN d.lastSeenAt ELSE row.last END
      """;

  private static final String JOBS =
      """
      CYPHER replan=skip
      UNWIND $rows AS row
      MERGE (job:Job {key: row.key})
      SET job += row.properties
      """;

  private static final String JOB_EDGES =
      """
      CYPHER replan=skip
      UNWIND $rows AS row
      MATCH (job:Job {key: row.job})
      MATCH (dataset:Dataset {key: row.dataset})
      MERGE (job)-[edge:KIND {key: row.key}]->(dataset)
      SET edge += row.properties
      """;

  private static final String PAIRS =
      """
      CYPHER replan=skip
      UNWIND $rows AS row
      MATCH (out:Dataset {key: row.out})
      MATCH (in:Dataset {key: row.in})
      MERGE (out)-[edge:DERIVES_FROM {key: row.key}]->(in)
      SET edge += row.properties
      """;

  private static final String PAIRS_SEEN =
      """
      CYPHER replan=skip
      UNWIND $rows AS row
      MATCH (:Job {key: row.job})-[writes:WRITES]->(out:Dataset)
      WHERE writes.validTo IS NULL
      MATCH (out)-[edge:DERIVES_FROM {job: row.job}]->(:Dataset)
      WHERE edge.validTo IS NULL
      SET edge.lastSeenAt = row.at
      """;

  private static final String COLUMNS =
      """
      CYPHER replan=skip
      UNWIND $rows AS row
      MATCH (dataset:Dataset {key: row.dataset})
      MERGE (column:Column {key: row.column})
        ON CREATE SET column.name = row.name
      MERGE (dataset)-[edge:HAS_COLUMN {key: row.key}]->(column)
      SET edge += row.properties
      """;

  private static final String SOURCE_COLUMNS =
      """
      CYPHER replan=skip
      UNWIND $rows AS row
      MATCH (dataset:Dataset {key: row.dataset})
      MERGE (column:Column {key: row.column})
        ON CREATE SET column.name = row.name
      WITH dataset, column, row
      WHERE NOT EXISTS { (dataset)-[:HAS_COLUMN]->(column) }
      CREATE (dataset)-[edge:HAS_COLUMN {key: row.key}]->(column)
      SET edge += row.properties
      """;

  private static final String SOURCES =
      """
      CYPHER replan=skip
      UNWIND $rows AS row
      MATCH (column:Column {key: row.column})
      MATCH (source:Column {key: row.source})
      MERGE (column)-[edge:DERIVES_FROM {key: row.key}]->(source)
      SET edge += row.properties
      """;

  private static final String SOURCES_ENDED =
      """
      CYPHER replan=skip
      UNWIND $rows AS row
      MATCH (:Dataset {key: row.dataset})-[:HAS_COLUMN]->(column:Column)
      MATCH (column)-[edge:DERIVES_FROM {job: row.job}]->(:Column)
      WHERE edge.validTo IS NULL
      SET edge.validTo = CASE WHEN edge.validFrom > row.at THEN edge.validFrom ELSE row.at END
      """;

  private static final String COLUMNS_GONE =
      """
      CYPHER replan=skip
      UNWIND $rows AS row
      MATCH (:Dataset {key: row.dataset})-[has:HAS_COLUMN]->(column:Column)
      WHERE has.validTo IS NULL AND has.validFrom <= row.at
      SET has.validTo = row.at
      WITH DISTINCT column, row
      MATCH (column)-[edge:DERIVES_FROM]-(:Column)
      WHERE edge.validTo IS NULL AND edge.validFrom <= row.at
      SET edge.validTo = row.at
      """;

  private final List<Part> columnParts = new ArrayList<>();
  private final List<Part> parts = new ArrayList<>();

  ObservedRows(ObservedBatch batch) {
    Part datasets = datasets(batch);
    columnParts.add(datasets);
    columnParts.add(new Part(COLUMNS, rows(batch.columns(), relation -> column(relation))));
    columnParts.add(
        new Part(
            SOURCE_COLUMNS,
            rows(List.copyOf(batch.sourceColumns()), relation -> column(relation))));
    batch
        .sources()
        .forEach((job, relations) ->
            columnParts.add(new Part(SOURCES, rows(relations, relation -> source(job, relation)))));
    parts.add(jobs(batch));
    List<Map<String, @Nullable Object>> ended = new ArrayList<>();
    for (JobEdge.Kind kind : JobEdge.Kind.values()) {
      List<Map<String, @Nullable Object>> rows = new ArrayList<>();
      for (JobFold job : batch.jobs()) {
        job.changed().stream()
            .filter(edge -> edge.kind() == kind)
            .forEach(edge -> rows.add(edge(job.job(), edge)));
      }
      parts.add(new Part(JOB_EDGES.replace("KIND", kind.name()), rows));
    }
    for (JobFold job : batch.jobs()) {
      job.ended().stream()
          .filter(edge -> edge.kind() == JobEdge.Kind.WRITES)
          .filter(edge -> job.writes(edge.dataset()).isEmpty())
          .forEach(edge -> ended.add(ended(job.job(), edge)));
    }
    parts.add(new Part(PAIRS, rows(batch.pairs(), pair -> pair(batch.jobOf(pair), pair))));
    parts.add(seen(batch));
    parts.add(new Part(SOURCES_ENDED, ended));
    parts.add(gone(batch));
  }

  /** Datasets, columns, and what these derive from: there may be a great many. */
  List<Part> columnParts() {
    return columnParts;
  }

  /** All else. */
  List<Part> parts() {
    return parts;
  }

  private static Part datasets(ObservedBatch batch) {
    List<Map<String, @Nullable Object>> rows = new ArrayList<>();
    batch
        .datasets()
        .forEach((key, facts) -> {
          Map<String, @Nullable Object> properties = new HashMap<>();
          if (facts.schemaTold) {
            properties.put("schemaAt", written(facts.state.schemaAt()));
            properties.put("schemaDigest", facts.state.schemaDigest());
            properties.put("schemaByWriter", facts.state.schemaByWriter());
          }
          if (batch.gone().containsKey(key)) {
            properties.put("droppedAt", written(facts.state.droppedAt()));
            properties.put("renamedTo", facts.renamedTo);
          }
          Map<String, @Nullable Object> row = new HashMap<>();
          row.put("key", key);
          row.put("namespace", facts.name.namespace());
          row.put("name", facts.name.name());
          row.put("first", written(facts.seen[0]));
          row.put("last", written(facts.seen[1]));
          row.put("properties", properties);
          rows.add(row);
        });
    rows.sort(Comparator.comparing(row -> String.valueOf(row.get("key"))));
    return new Part(DATASETS, rows);
  }

  private static Part jobs(ObservedBatch batch) {
    List<Map<String, @Nullable Object>> rows = new ArrayList<>();
    for (JobFold job : batch.jobs()) {
      JobName name = batch.jobNames().get(job.job());
      Map<String, @Nullable Object> properties = new HashMap<>();
      if (name != null) {
        properties.put("namespace", name.namespace());
        properties.put("name", name.name());
      }
      properties.put("completedRun", job.completedRun());
      properties.put("completedAt", written(job.completedAt()));
      properties.put("lastSeenAt", written(job.lastSeen()));
      rows.add(row("key", job.job(), properties));
    }
    return new Part(JOBS, rows);
  }

  private static Part seen(ObservedBatch batch) {
    List<Map<String, @Nullable Object>> rows = new ArrayList<>();
    for (JobFold job : batch.jobs()) {
      Instant at = job.lastSeen();
      if (at != null && !job.changed().isEmpty()) {
        Map<String, @Nullable Object> row = new HashMap<>();
        row.put("job", job.job());
        row.put("at", written(at));
        rows.add(row);
      }
    }
    return new Part(PAIRS_SEEN, rows);
  }

  private static Part gone(ObservedBatch batch) {
    List<Map<String, @Nullable Object>> rows = new ArrayList<>();
    batch
        .gone()
        .forEach((dataset, at) -> {
          Map<String, @Nullable Object> row = new HashMap<>();
          row.put("dataset", dataset);
          row.put("at", written(at));
          rows.add(row);
        });
    return new Part(COLUMNS_GONE, rows);
  }

  private static Map<String, @Nullable Object> ended(String job, JobEdge edge) {
    Map<String, @Nullable Object> row = new HashMap<>();
    row.put("job", job);
    row.put("dataset", edge.dataset());
    row.put("at", written(edge.to()));
    return row;
  }

  private static Map<String, @Nullable Object> edge(String job, JobEdge edge) {
    Map<String, @Nullable Object> properties = new HashMap<>();
    properties.put("validFrom", written(edge.from()));
    properties.put("validTo", written(edge.to()));
    properties.put("lastSeenAt", written(edge.lastSeen()));
    properties.put("runs", edge.runs());
    properties.put("endedBy", edge.endedBy());
    properties.put("sourcesAt", written(edge.sourcesAt()));
    properties.put("sourcesDigest", edge.sourcesDigest());
    Map<String, @Nullable Object> row = row("key", edge.key(), properties);
    row.put("job", job);
    row.put("dataset", edge.dataset());
    return row;
  }

  private static Map<String, @Nullable Object> pair(String job, Derivations.Pair pair) {
    Map<String, @Nullable Object> properties = new HashMap<>();
    properties.put("job", job);
    properties.put("validFrom", written(pair.from()));
    properties.put("validTo", written(pair.to()));
    Map<String, @Nullable Object> row = row("key", pair.key(), properties);
    row.put("out", pair.out());
    row.put("in", pair.in());
    return row;
  }

  private static Map<String, @Nullable Object> column(OpenSet.Relation relation) {
    Map<String, @Nullable Object> properties = interval(relation);
    properties.put("type", relation.value());
    Map<String, @Nullable Object> row = row("key", relation.key(), properties);
    row.put("dataset", relation.from());
    row.put("column", relation.to());
    row.put("name", relation.name());
    return row;
  }

  private static Map<String, @Nullable Object> source(String job, OpenSet.Relation relation) {
    Map<String, @Nullable Object> properties = interval(relation);
    properties.put("job", job);
    properties.put("indirect", Boolean.parseBoolean(relation.value()));
    Map<String, @Nullable Object> row = row("key", relation.key(), properties);
    row.put("column", relation.from());
    row.put("source", relation.to());
    return row;
  }

  private static Map<String, @Nullable Object> interval(OpenSet.Relation relation) {
    Map<String, @Nullable Object> properties = new HashMap<>();
    properties.put("validFrom", written(relation.validFrom()));
    properties.put("validTo", written(relation.validTo()));
    return properties;
  }

  private static Map<String, @Nullable Object> row(
      String name, String key, Map<String, @Nullable Object> properties) {
    Map<String, @Nullable Object> row = new HashMap<>();
    row.put(name, key);
    row.put("properties", properties);
    return row;
  }

  private static <T> List<Map<String, @Nullable Object>> rows(
      List<T> all, Function<T, Map<String, @Nullable Object>> row) {
    return all.stream().map(row).toList();
  }
}

package io.concordat.queryside.observed;

import io.concordat.messages.contract.ContractId;
import io.concordat.messages.mesh.DatasetName;
import io.concordat.messages.observed.DatasetView;
import io.concordat.queryside.Graphs;
import io.concordat.queryside.paging.SortedList;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Record;
import org.neo4j.driver.Value;

/** Datasets in the graph, in the order of their keys. */
final class DatasetList implements SortedList<DatasetList.Row> {

  /** A dataset with its key. */
  record Row(String key, DatasetView view) {}

  private static final String FOUND =
      """
      MATCH (d:Dataset)
      WHERE d.key > $question.after AND d.firstSeenAt IS NOT NULL
        AND ($question.before IS NULL OR d.key < $question.before)
        AND ($question.key IS NULL OR d.key = $question.key)
        AND ($question.text IS NULL OR toLower(d.namespace) CONTAINS $question.text
          OR toLower(d.name) CONTAINS $question.text)
        AND ($question.unmatched IS NULL OR $question.unmatched <> EXISTS {
          MATCH (d)<-[stored:STORED_IN]-(:ContractVersion) WHERE stored.validTo IS NULL })
      """;

  private static final String SHOWN =
      """
      WITH d ORDER BY d.key %s LIMIT $question.limit
      RETURN d.key AS key, d.namespace AS namespace, d.name AS name, d.firstSeenAt AS firstSeenAt,
        d.lastSeenAt AS lastSeenAt,
        COLLECT { MATCH (d)<-[s:STORED_IN]-(v:ContractVersion) WHERE s.validTo IS NULL
          RETURN v.contract ORDER BY v.contract LIMIT 1 } AS contracts,
        COLLECT { MATCH (d)<-[e:READS]-(job:Job) WHERE e.validTo IS NULL
          RETURN job ORDER BY job.key LIMIT 50 } AS readBy,
        COLLECT { MATCH (d)<-[e:WRITES]-(job:Job) WHERE e.validTo IS NULL
          RETURN job ORDER BY job.key LIMIT 50 } AS writtenBy
      ORDER BY key
      """;

  private final Graphs graphs;
  private final @Nullable Boolean unmatched;
  private final @Nullable String text;

  DatasetList(Graphs graphs, @Nullable Boolean unmatched, @Nullable String text) {
    this.graphs = graphs;
    this.unmatched = unmatched;
    this.text = text == null || text.isBlank() ? null : text.strip().toLowerCase(Locale.ROOT);
  }

  @Override
  public String key(Row row) {
    return row.key();
  }

  @Override
  public List<Row> slice(
      @Nullable String after, @Nullable String before, int limit, boolean fromEnd) {
    return rows(asked(after, before, null), limit, fromEnd);
  }

  /** The dataset of an id, where there is one. */
  List<Row> byId(String id) {
    return DatasetIds.key(id).map(key -> rows(asked(null, null, key), 1, false)).orElse(List.of());
  }

  private List<Row> rows(Map<String, @Nullable Object> asked, int limit, boolean fromEnd) {
    asked.put("limit", limit);
    return graphs.inOne(graph ->
        graph
            .run(FOUND + SHOWN.formatted(fromEnd ? "DESC" : "ASC"), Graphs.question(asked))
            .list(DatasetList::row));
  }

  @Override
  public boolean anyUpTo(String key) {
    return count(asked(null, key, null)) > 0 || !rows(asked(null, null, key), 1, false).isEmpty();
  }

  @Override
  public boolean anyFrom(String key) {
    return count(asked(key, null, null)) > 0 || !rows(asked(null, null, key), 1, false).isEmpty();
  }

  @Override
  public long count() {
    return count(asked(null, null, null));
  }

  private long count(Map<String, @Nullable Object> asked) {
    return graphs.inOne(graph ->
        graph
            .run(FOUND + "RETURN count(d) AS datasets", Graphs.question(asked))
            .single()
            .get("datasets")
            .asLong());
  }

  private Map<String, @Nullable Object> asked(
      @Nullable String after, @Nullable String before, @Nullable String key) {
    Map<String, @Nullable Object> asked = new HashMap<>();
    asked.put("after", after == null ? "" : after);
    asked.put("before", before);
    asked.put("key", key);
    asked.put("text", text);
    asked.put("unmatched", unmatched);
    return asked;
  }

  private static Row row(Record row) {
    String key = row.get("key").asString();
    List<String> contracts = row.get("contracts").asList(Value::asString);
    return new Row(
        key,
        new DatasetView(
            DatasetIds.of(key),
            new DatasetName(row.get("namespace").asString(), row.get("name").asString()),
            time(row.get("firstSeenAt")),
            time(row.get("lastSeenAt")),
            contracts.isEmpty() ? null : new ContractId(contracts.getFirst()),
            row.get("readBy").asList(DatasetList::job),
            row.get("writtenBy").asList(DatasetList::job)));
  }

  private static DatasetView.Job job(Value job) {
    return new DatasetView.Job(
        job.get("namespace").asString(), job.get("name").asString(), time(job.get("lastSeenAt")));
  }

  private static Instant time(Value value) {
    return value.asZonedDateTime().toInstant();
  }
}

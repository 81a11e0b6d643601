package io.concordat.queryside.lineage;

import io.concordat.messages.contract.ContractId;
import io.concordat.messages.mesh.LineageDirection;
import io.concordat.messages.mesh.LineageEdgeView;
import io.concordat.messages.mesh.LineageNodeKind;
import io.concordat.messages.mesh.LineageNodeView;
import io.concordat.queryside.lineage.ColumnFields.Column;
import io.concordat.queryside.lineage.Moment.Statement;
import io.concordat.queryside.observed.DatasetIds;
import io.concordat.readstore.graph.LineageKeys;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Record;

/**
 * What is next to fields by the columns that hold them, as jobs told which column derives from
 * which. A column that no contract stands for is a node of its own, {@code dataset#column}.
 */
final class ObservedFields implements Neighbours {

  private static final char HASH = '#';

  private static final Statement ROOT =
      Statement.of("MATCH (column:Column {key: $question.key}) RETURN column.name AS name");

  private static final String STEP =
      """
      CALL () {
        UNWIND $question.fields AS asked
        MATCH (:Contract {id: asked.contract})-[:HAS_VERSION]->(:ContractVersion)
          -[stored:STORED_IN]->(dataset:Dataset)
        WHERE HOLDS(stored) AND asked.path STARTS WITH stored.object + '.'
        OPTIONAL MATCH (field:Field {key: asked.id})
        WITH DISTINCT asked.id AS id, dataset, field.physicalName AS physical,
          substring(asked.path, size(stored.object) + 1) AS path
        WITH id, dataset, toLower(CASE WHEN path CONTAINS '.' THEN replace(path, '[]', '')
          ELSE coalesce(physical, path) END) AS name
        MATCH (dataset)-[:HAS_COLUMN]->(column:Column) WHERE toLower(column.name) = name
        RETURN DISTINCT id, column
        UNION ALL
        UNWIND $question.columns AS asked
        MATCH (column:Column {key: asked.key})
        RETURN asked.id AS id, column
      }
      MATCH %s
      WHERE HOLDS
      RETURN DISTINCT id, dataset.key AS dataset, other.name AS column,
        edge.job AS job, edge.validFrom AS validFrom, edge.validTo AS validTo
      """;

  private static final Statement UPSTREAM =
      Statement.of(
          STEP.formatted(
              "(column)-[edge:DERIVES_FROM]->(other:Column)<-[:HAS_COLUMN]-(dataset:Dataset)"));

  private static final Statement DOWNSTREAM =
      Statement.of(
          STEP.formatted(
              "(column)<-[edge:DERIVES_FROM]-(other:Column)<-[:HAS_COLUMN]-(dataset:Dataset)"));

  private final Moment moment;
  private final ColumnFields columns;

  ObservedFields(Moment moment) {
    this.moment = moment;
    this.columns = new ColumnFields(moment);
  }

  @Override
  public Optional<LineageNodeView> root(String id) {
    return columnKey(id)
        .flatMap(key -> moment.run(ROOT, Map.of("key", key)).stream().findFirst())
        .map(row -> node(id, row.get("name").asString()));
  }

  @Override
  public List<Neighbour> of(Collection<String> ids, LineageDirection direction) {
    List<Map<String, String>> fields = new ArrayList<>();
    List<Map<String, String>> asked = new ArrayList<>();
    for (String id : ids) {
      int hash = id.indexOf(HASH);
      if (hash >= 0 && !ObservedWalk.isDataset(id.substring(0, hash))) {
        fields.add(
            Map.of("id", id, "contract", id.substring(0, hash), "path", id.substring(hash + 1)));
      } else {
        columnKey(id).ifPresent(key -> asked.add(Map.of("id", id, "key", key)));
      }
    }
    Statement statement =
        switch (direction) {
          case UPSTREAM -> UPSTREAM;
          case DOWNSTREAM -> DOWNSTREAM;
        };
    return neighbours(
        moment.run(statement, Map.of("fields", fields, "columns", asked)).list(), direction);
  }

  private List<Neighbour> neighbours(List<Record> rows, LineageDirection direction) {
    Map<Column, Set<String>> held =
        columns.of(
            rows.stream().map(row -> row.get("dataset").asString()).toList(),
            rows.stream().map(ObservedFields::column).toList());
    List<Neighbour> found = new ArrayList<>();
    for (Record row : rows) {
      String from = row.get("id").asString();
      Column column = column(row);
      String name = row.get("column").asString();
      Set<String> fields = held.getOrDefault(column, Set.of());
      for (String id :
          fields.isEmpty() ? Set.of(DatasetIds.of(column.dataset()) + HASH + name) : fields) {
        if (!id.equals(from)) {
          found.add(
              new Neighbour(
                  from,
                  node(id, fields.isEmpty() ? name : id.substring(id.indexOf(HASH) + 1)),
                  switch (direction) {
                    case UPSTREAM -> edge(id, from, row);
                    case DOWNSTREAM -> edge(from, id, row);
                  }));
        }
      }
    }
    return found;
  }

  private static Column column(Record row) {
    return new Column(row.get("dataset").asString(), row.get("column").asString());
  }

  private static LineageEdgeView edge(String upstream, String downstream, Record row) {
    return EdgeSet.observed(upstream, downstream, contract(upstream), row);
  }

  private static @Nullable ContractId contract(String field) {
    String owner = field.substring(0, field.indexOf(HASH));
    return ObservedWalk.isDataset(owner) ? null : new ContractId(owner);
  }

  /** The key of a column by its id; empty for the id of anything else. */
  private static Optional<String> columnKey(String id) {
    int hash = id.indexOf(HASH);
    return hash >= 0 && ObservedWalk.isDataset(id.substring(0, hash))
        ? DatasetIds.key(id.substring(0, hash))
            .map(dataset -> LineageKeys.column(dataset, id.substring(hash + 1)))
        : Optional.empty();
  }

  private static LineageNodeView node(String id, String name) {
    return new LineageNodeView(id, LineageNodeKind.FIELD, name, null, 0, 0, 0);
  }
}

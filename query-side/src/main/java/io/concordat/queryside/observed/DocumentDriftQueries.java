package io.concordat.queryside.observed;

import io.concordat.messages.InvalidValue;
import io.concordat.messages.contract.ContractId;
import io.concordat.messages.contract.ContractOutline;
import io.concordat.messages.contract.DriftRead;
import io.concordat.messages.contract.FieldOutline;
import io.concordat.messages.contract.ObjectOutline;
import io.concordat.messages.mesh.DatasetName;
import io.concordat.messages.observed.FindDriftOfDocument;
import io.concordat.messages.observed.LineageDriftView;
import io.concordat.messages.observed.LineageDriftView.SchemaDifference;
import io.concordat.queryside.Graphs;
import io.concordat.queryside.observed.DriftFold.Promised;
import io.concordat.queryside.observed.DriftFold.Seen;
import io.concordat.queryside.observed.DriftFold.Stored;
import io.concordat.readstore.graph.LineageKeys;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.axonframework.queryhandling.QueryHandler;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Record;
import org.neo4j.driver.TransactionContext;
import org.neo4j.driver.Value;

/**
 * How documents differ from what jobs were seen to do with their datasets. The document need not be
 * published: it says itself what it promises, what it derives from, and where its data is.
 */
public final class DocumentDriftQueries {

  private static final String DATASETS =
      """
      UNWIND $question.ids AS id
      MATCH (d:Dataset {key: id})
      RETURN id, d.schemaAt IS NOT NULL AS shown,
        reduce(last = NULL, at IN COLLECT {
          MATCH (d)<-[w:WRITES]-(:Job) WHERE w.validTo IS NULL RETURN w.lastSeenAt } |
          CASE WHEN last > at THEN last ELSE at END) AS writtenAt
      """;

  private static final String OBSERVABLE =
      """
      UNWIND $question.ids AS id
      MATCH (:Contract {id: id})
      WHERE EXISTS {
        MATCH (:Contract {id: id})-[:HAS_VERSION]->(:ContractVersion)-[s:STORED_IN]->()
        WHERE s.validTo IS NULL }
      RETURN id
      """;

  private static final String POSITION =
      "MATCH (p:LineagePosition {id: 'openlineage'}) RETURN p.position AS position";

  private static final Comparator<SchemaDifference> WORST_FIRST =
      Comparator.comparing((SchemaDifference each) -> kind(each))
          .thenComparing(SchemaDifference::field)
          .thenComparing(each -> each.dataset().toString());

  private final Graphs graphs;

  /** Answers from the lineage graph. */
  public DocumentDriftQueries(Graphs graphs) {
    this.graphs = graphs;
  }

  @QueryHandler
  DriftRead handle(FindDriftOfDocument query) {
    return graphs.inOne(graph -> told(query, position(graph), drift(graph, query)));
  }

  private static LineageDriftView drift(TransactionContext graph, FindDriftOfDocument query) {
    ContractId contract = query.contract();
    ContractOutline outline = query.outline();
    Map<String, Record> known = new HashMap<>();
    LineageDriftQueries.rows(graph, DATASETS, names(outline).keySet())
        .forEach(row -> known.put(row.get("id").asString(), row));
    List<Stored> own = stored(contract, outline, known);
    Map<String, List<Seen>> columns =
        LineageDriftQueries.columns(
            graph,
            known.values().stream()
                .filter(row -> row.get("shown").asBoolean())
                .map(row -> row.get("id").asString())
                .toList());
    Set<ContractId> declared = contracts(outline.upstream());
    Set<ContractId> observable = new HashSet<>();
    LineageDriftQueries.rows(graph, OBSERVABLE, outline.upstream())
        .forEach(row -> observable.add(new ContractId(row.get("id").asString())));
    return DriftFold.of(
        contract.product(),
        own,
        LineageDriftQueries.reached(graph, own),
        declared,
        observable,
        columns,
        Map.of(contract, promised(outline)));
  }

  private static Map<String, DatasetName> names(ContractOutline outline) {
    Map<String, DatasetName> names = new LinkedHashMap<>();
    for (ObjectOutline object : outline.objects()) {
      for (DatasetName name : object.datasets()) {
        names.put(LineageKeys.dataset(name), name);
      }
    }
    return names;
  }

  private static List<Stored> stored(
      ContractId contract, ContractOutline outline, Map<String, Record> known) {
    List<Stored> stored = new ArrayList<>();
    for (ObjectOutline object : outline.objects()) {
      for (DatasetName name : new LinkedHashSet<>(object.datasets())) {
        Record row = known.get(LineageKeys.dataset(name));
        if (row != null) {
          Value writtenAt = row.get("writtenAt");
          stored.add(
              new Stored(
                  contract,
                  object.name(),
                  LineageKeys.dataset(name),
                  name,
                  writtenAt.isNull() ? null : writtenAt.asZonedDateTime().toInstant()));
        }
      }
    }
    return stored;
  }

  private static List<Promised> promised(ContractOutline outline) {
    List<Promised> promised = new ArrayList<>();
    for (ObjectOutline object : outline.objects()) {
      for (FieldOutline field : object.fields()) {
        promised.add(
            new Promised(
                object.name() + "." + field.path(), field.physicalName(), field.logicalType()));
      }
    }
    return promised;
  }

  /** What is no id of a contract cannot have been seen. */
  private static Set<ContractId> contracts(Collection<String> ids) {
    Set<ContractId> contracts = new HashSet<>();
    for (String id : ids) {
      try {
        contracts.add(new ContractId(id));
      } catch (InvalidValue notAnId) {
        continue;
      }
    }
    return contracts;
  }

  private static DriftRead told(
      FindDriftOfDocument query, @Nullable Long position, LineageDriftView drift) {
    return new DriftRead(
        true,
        query.asOf(),
        position,
        drift.observedAt(),
        drift.undeclared().stream()
            .limit(DriftRead.MOST)
            .map(each ->
                new DriftRead.Undeclared(each.contract().value(), each.dataset(), each.since()))
            .toList(),
        drift.unobserved().stream().limit(DriftRead.MOST).map(ContractId::value).toList(),
        drift.schema().stream()
            .sorted(WORST_FIRST)
            .limit(DriftRead.MOST)
            .map(each ->
                new DriftRead.Difference(
                    each.field(), kind(each), each.dataset(), each.promised(), each.observed()))
            .toList());
  }

  private static DriftRead.Kind kind(SchemaDifference difference) {
    return switch (difference.kind()) {
      case MISSING -> DriftRead.Kind.MISSING;
      case ADDITIONAL -> DriftRead.Kind.ADDITIONAL;
      case TYPE -> DriftRead.Kind.TYPE;
    };
  }

  private static @Nullable Long position(TransactionContext graph) {
    return graph.run(POSITION).stream()
        .findFirst()
        .map(row -> row.get("position").asLong())
        .orElse(null);
  }
}

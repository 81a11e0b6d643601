package io.concordat.queryside.lineage;

import io.concordat.messages.mesh.ConsumerKind;
import io.concordat.messages.migration.ParticipantId;
import io.concordat.queryside.Graphs;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Record;
import org.neo4j.driver.TransactionContext;
import org.neo4j.driver.Value;

/**
 * That somebody reads a contract, now.
 *
 * @param contract id of the contract that is read
 * @param reader consumer, or contract that derives from it
 * @param name for people, null where none is known
 * @param kind null for a contract
 * @param derived what is read as {@code object.field}, and which fields of a reading contract
 *     derive from it; empty where the reader may read all
 */
record Reading(
    String contract,
    ParticipantId reader,
    @Nullable String name,
    @Nullable ConsumerKind kind,
    Map<String, SortedSet<String>> derived) {

  private static final char HASH = '#';

  /** What is read, sorted; empty where it may be all. */
  List<String> fields() {
    return derived.keySet().stream().sorted().toList();
  }

  /** All readings of some contracts. */
  static List<Reading> of(TransactionContext graph, Collection<String> contracts) {
    Map<Ends, Reading> readings = new HashMap<>();
    graph
        .run(LineageStatements.READERS, Graphs.question(Map.of("ids", List.copyOf(contracts))))
        .forEachRemaining(row -> {
          Reading reading = declared(row);
          readings.put(Ends.of(reading), reading);
        });
    graph
        .run(
            LineageStatements.DERIVED_FIELDS,
            Graphs.question(
                Map.of("prefixes", contracts.stream().map(contract -> contract + HASH).toList())))
        .forEachRemaining(row -> derive(row, readings));
    return new ArrayList<>(readings.values());
  }

  private record Ends(String contract, String reader) {

    static Ends of(Reading reading) {
      return new Ends(reading.contract(), reading.reader().value());
    }
  }

  private static Reading declared(Record row) {
    Map<String, SortedSet<String>> fields = new TreeMap<>();
    row.get("fields")
        .asList(Value::asString, List.of())
        .forEach(field -> fields.put(field, new TreeSet<>()));
    String kind = row.get("kind").asString(null);
    return new Reading(
        row.get("contract").asString(),
        new ParticipantId(row.get("reader").asString()),
        row.get("name").asString(null),
        kind == null ? null : ConsumerKind.valueOf(kind),
        fields);
  }

  private static void derive(Record row, Map<Ends, Reading> readings) {
    String source = row.get("source").asString();
    String field = row.get("field").asString();
    String contract = source.substring(0, source.indexOf(HASH));
    String reader = field.substring(0, field.indexOf(HASH));
    if (!contract.equals(reader)) {
      readings
          .computeIfAbsent(
              new Ends(contract, reader),
              _ -> new Reading(contract, new ParticipantId(reader), null, null, new TreeMap<>()))
          .derived()
          .computeIfAbsent(source.substring(source.indexOf(HASH) + 1), _ -> new TreeSet<>())
          .add(field.substring(field.indexOf(HASH) + 1));
    }
  }
}

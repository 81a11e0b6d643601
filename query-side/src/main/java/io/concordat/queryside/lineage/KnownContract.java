package io.concordat.queryside.lineage;

import io.concordat.messages.mesh.ConsumerKind;
import io.concordat.queryside.lineage.ImpactWalk.Reader;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Record;
import org.neo4j.driver.Value;

/**
 * What the graph tells of one contract that a walk comes by.
 *
 * @param name null where it has none, as while it was only named by others
 * @param byField contracts that say which of their fields derive from what of it
 * @param asWhole those that only say that they derive from it, and products that do by a port
 * @param consumers those that declare to read it
 * @param stores the datasets that hold it from which something was seen to derive; empty where a
 *     walk does not ask
 */
record KnownContract(
    String id,
    @Nullable String name,
    List<String> byField,
    List<String> asWhole,
    List<Reader> consumers,
    List<Store> stores) {

  /** An object of the contract, and the key of a dataset that holds it. */
  record Store(String dataset, String object) {}

  /** Reads a row of {@link ImpactStatements#STEP} or {@link ImpactStatements#downstream}. */
  static KnownContract of(Record row) {
    return new KnownContract(
        row.get("from").asString(),
        row.get("name").asString(null),
        row.get("byField").asList(Value::asString),
        row.get("asWhole").asList(Value::asString),
        row.get("consumers").asList(KnownContract::consumer),
        row.get("places")
            .asList(place -> new Store(place.get(0).asString(), place.get(1).asString())));
  }

  private static Reader consumer(Value consumer) {
    String id = consumer.get(0).asString();
    return new Reader(
        id,
        consumer.get(1).asString(id),
        ConsumerKind.valueOf(consumer.get(2).asString()),
        consumer.get(3).asList(Value::asString, List.of()));
  }
}

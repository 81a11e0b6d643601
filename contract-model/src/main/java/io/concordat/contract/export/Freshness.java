package io.concordat.contract.export;

import io.concordat.contract.commitment.ServiceLevels;
import io.concordat.contract.odcs.OdcsContract;
import io.concordat.contract.odcs.Property;
import io.concordat.contract.odcs.SchemaObject;
import io.concordat.contract.odcs.SlaProperty;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a contract promises of how fresh an object is, and which field tells. */
final class Freshness {

  private static final List<String> BY_MEANING = List.of("ingestion-timestamp", "event-timestamp");

  private Freshness() {}

  /** The latency that holds for an object: one that names it before one that names none. */
  static Optional<SlaProperty> latency(OdcsContract contract, SchemaObject object) {
    List<SlaProperty> latencies =
        contract.slaProperties().stream()
            .filter(sla -> ServiceLevels.property(sla).equals("latency"))
            .toList();
    return latencies.stream()
        .filter(sla -> names(sla.element(), object).isPresent())
        .findFirst()
        .or(() -> latencies.stream().filter(sla -> sla.element() == null).findFirst());
  }

  /**
   * The field that tells how fresh the object is: the one that the latency or the contract's
   * default names, else the first that by its semantic type says when a row arrived or happened.
   */
  static Optional<Property> column(OdcsContract contract, SchemaObject object) {
    return latency(contract, object)
        .flatMap(sla -> names(sla.element(), object))
        .or(() -> names(contract.slaDefaultElement(), object))
        .flatMap(name -> timestamps(object).filter(p -> p.name().equals(name)).findFirst())
        .or(() ->
            BY_MEANING.stream()
                .flatMap(meaning ->
                    timestamps(object).filter(p -> meaning.equals(new Facts(p).semanticType())))
                .findFirst());
  }

  private static Stream<Property> timestamps(SchemaObject object) {
    return object.properties().stream()
        .filter(p -> "timestamp".equals(p.logicalType()) || "date".equals(p.logicalType()));
  }

  /** The field of the object that an element such as {@code parcel.sent_at} names. */
  private static Optional<String> names(@Nullable String element, SchemaObject object) {
    String prefix = object.name() + ".";
    return element == null
        ? Optional.empty()
        : Stream.of(element.split(","))
            .map(String::strip)
            .filter(part -> part.startsWith(prefix) || part.equals(object.name()))
            .map(part -> part.equals(object.name()) ? "" : part.substring(prefix.length()))
            .findFirst();
  }
}

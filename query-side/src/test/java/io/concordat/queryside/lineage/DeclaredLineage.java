package io.concordat.queryside.lineage;

import static io.concordat.queryside.Samples.day;

import io.concordat.messages.Event;
import io.concordat.messages.Subject;
import io.concordat.messages.contract.ContractId;
import io.concordat.messages.contract.ContractOutline;
import io.concordat.messages.contract.ContractVersionPublished;
import io.concordat.messages.contract.FieldOutline;
import io.concordat.messages.contract.ObjectOutline;
import io.concordat.messages.mesh.ConsumerId;
import io.concordat.messages.mesh.ConsumerKind;
import io.concordat.messages.mesh.ConsumerRegistered;
import io.concordat.messages.mesh.ContractRead;
import io.concordat.messages.mesh.ProductId;
import io.concordat.messages.mesh.ProductInputPort;
import io.concordat.messages.mesh.ProductPortsDeclared;
import io.concordat.messages.policy.Verdict;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Events by which contracts, products and consumers declare what they derive from. */
final class DeclaredLineage {

  private DeclaredLineage() {}

  static Event ports(String product, String... contracts) {
    return new ProductPortsDeclared(
        new ProductId(product),
        Stream.of(contracts).map(id -> new ProductInputPort(id, "1.0.0", id)).toList(),
        List.of(),
        "document",
        "digest",
        day(2),
        new Subject("owner"));
  }

  static Event consumer(String id, String contract, String... fields) {
    return consumer(id, 2, contract, fields);
  }

  static Event consumer(String id, int day, String contract, String... fields) {
    return new ConsumerRegistered(
        new ConsumerId(id),
        id,
        ConsumerKind.DASHBOARD,
        "To see",
        List.of(new ContractRead(new ContractId(contract), List.of(fields))),
        new Subject("someone"),
        day(day),
        List.of());
  }

  static Event contract(
      String id, List<String> upstream, Map<String, List<String>> sourcesByField) {
    return contract(id, 1, upstream, sourcesByField);
  }

  static Event contract(
      String id, int day, List<String> upstream, Map<String, List<String>> sourcesByField) {
    return new ContractVersionPublished(
        new ContractId(id),
        "1." + day + ".0",
        "document",
        "digest",
        new ContractOutline(
            null,
            null,
            "active",
            List.of(),
            upstream,
            List.of(
                new ObjectOutline(
                    "rows",
                    null,
                    null,
                    sourcesByField.entrySet().stream()
                        .map(field ->
                            new FieldOutline(
                                field.getKey(),
                                null,
                                "string",
                                null,
                                null,
                                true,
                                null,
                                field.getValue()))
                        .toList(),
                    List.of()))),
        new Verdict(1, List.of()),
        null,
        List.of(),
        day(day),
        new Subject("publisher"));
  }
}

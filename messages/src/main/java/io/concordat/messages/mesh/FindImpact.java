package io.concordat.messages.mesh;

import io.concordat.messages.InvalidValue;
import io.concordat.messages.Query;
import io.concordat.messages.Shape;
import java.util.List;
import java.util.Optional;

/**
 * Asks who is affected, at any distance, where something changes; empty where there is no such
 * thing.
 *
 * @param of id of a contract, data product or consumer
 * @param fields of the contract, as {@code object.field}, at most 1,000; empty for all. Of anything
 *     but a contract none can be named.
 */
public record FindImpact(String of, List<String> fields) implements Query<Optional<ImpactView>> {

  public FindImpact {
    fields = fields.stream().distinct().sorted().toList();
    if (fields.size() > 1_000) {
      throw new InvalidValue("fields", "must be at most 1,000, were " + fields.size());
    }
    fields.forEach(field -> Shape.line("fields", field, 300));
    if (!fields.isEmpty() && of.chars().filter(letter -> letter == '/').count() != 2) {
      throw new InvalidValue("fields", "can be named of a contract only");
    }
  }
}

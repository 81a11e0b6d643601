package io.concordat.messages.mesh;

import io.concordat.messages.InvalidValue;
import io.concordat.messages.Query;
import io.concordat.messages.Shape;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Asks who is affected, at any distance, where something changes; empty where there is no such
 * thing.
 *
 * @param of id of a contract, data product or consumer
 * @param fields of the contract, as {@code object.field}, at most 1,000; empty for all. Of anything
 *     but a contract none can be named.
 * @param asOf as the mesh was then, UTC; null for now
 * @param depth how many steps are followed, 1 to 50
 * @param limit how many of the affected are listed, the nearest first, 1 to 20,000
 */
public record FindImpact(
    String of, List<String> fields, @Nullable Instant asOf, int depth, int limit)
    implements Query<Optional<ImpactView>> {

  /** As many steps as can be followed. */
  public static final int FURTHEST = 50;

  /** How many of the affected are listed where nothing is said. */
  public static final int LISTED = 5_000;

  public FindImpact {
    Shape.between("depth", depth, 1, FURTHEST);
    Shape.between("limit", limit, 1, 20_000);
    fields = fields.stream().distinct().sorted().toList();
    if (fields.size() > 1_000) {
      throw new InvalidValue("fields", "must be at most 1,000, were " + fields.size());
    }
    fields.forEach(field -> Shape.line("fields", field, 300));
    if (!fields.isEmpty() && of.chars().filter(letter -> letter == '/').count() != 2) {
      throw new InvalidValue("fields", "can be named of a contract only");
    }
  }

  /** Now, as far as can be followed. */
  public FindImpact(String of, List<String> fields) {
    this(of, fields, null, FURTHEST, LISTED);
  }
}

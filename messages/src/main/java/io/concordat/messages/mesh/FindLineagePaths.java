package io.concordat.messages.mesh;

import io.concordat.messages.Query;
import io.concordat.messages.Shape;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Asks why one thing is affected by a change of another; empty where either is unknown.
 *
 * @param from the contract or data product that changes
 * @param fields of the contract, as {@link FindImpact} takes them; empty for all
 * @param to the contract, data product, consumer or dataset that is affected
 * @param asOf as the mesh was then, UTC; null for now
 * @param limit how many paths are told at most, 1 to 20
 */
public record FindLineagePaths(
    String from, List<String> fields, String to, @Nullable Instant asOf, int limit)
    implements Query<Optional<LineagePathsView>> {

  public FindLineagePaths {
    fields = new FindImpact(from, fields).fields();
    Shape.between("limit", limit, 1, 20);
  }
}

package io.concordat.messages.mesh;

import io.concordat.messages.Query;
import io.concordat.messages.Shape;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Asks for what is upstream or downstream of a node, to exactly {@code depth} steps.
 *
 * @param of id of a data product, contract or consumer
 * @param depth 1 to 50
 * @param asOf lineage as it was then, UTC; null for now
 */
public record FindLineage(String of, LineageDirection direction, int depth, @Nullable Instant asOf)
    implements Query<Optional<LineageGraphView>> {

  public FindLineage {
    Shape.between("depth", depth, 1, 50);
  }
}

package io.concordat.messages.mesh;

import io.concordat.messages.Query;
import io.concordat.messages.Shape;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Asks for what is upstream or downstream of a node, to exactly {@code depth} steps.
 *
 * @param of id of a data product, contract, dataset or consumer; or a field, as {@code
 *     <contract>#object.field}, for a lineage of fields
 * @param depth 1 to 50
 * @param asOf lineage as it was then, UTC; null for now
 * @param fields whether edges shall say which fields derive from which
 */
public record FindLineage(
    String of, LineageDirection direction, int depth, @Nullable Instant asOf, boolean fields)
    implements Query<Optional<LineageGraphView>> {

  public FindLineage {
    Shape.between("depth", depth, 1, 50);
  }

  /** Without the edges' fields. */
  public FindLineage(String of, LineageDirection direction, int depth, @Nullable Instant asOf) {
    this(of, direction, depth, asOf, false);
  }
}

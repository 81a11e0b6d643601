package io.concordat.messages.mesh;

import io.concordat.messages.contract.ContractId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An edge of the lineage graph: data flows from upstream to downstream.
 *
 * @param contract the upstream contract that is read; null where a dataset is read that no contract
 *     speaks of
 * @param declaredBy ids of the contracts, product or consumer that say so, sorted; empty where it
 *     was observed only
 * @param jobs that were seen to do so, sorted; empty where it was declared only
 * @param fields which fields derive from which, sorted; empty where that was not asked for or is
 *     not known
 * @param validFrom since when, UTC
 * @param validTo until when, UTC, excluded; null where it still holds
 */
public record LineageEdgeView(
    String upstream,
    String downstream,
    @Nullable ContractId contract,
    LineageOrigin origin,
    List<String> declaredBy,
    List<String> jobs,
    List<FieldPair> fields,
    Instant validFrom,
    @Nullable Instant validTo) {

  public LineageEdgeView {
    declaredBy = List.copyOf(declaredBy);
    jobs = List.copyOf(jobs);
    fields = List.copyOf(fields);
  }

  /** The same edge with these fields. */
  public LineageEdgeView with(List<FieldPair> pairs) {
    return new LineageEdgeView(
        upstream, downstream, contract, origin, declaredBy, jobs, pairs, validFrom, validTo);
  }
}

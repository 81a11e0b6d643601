package io.concordat.queryside.lineage;

import io.concordat.messages.contract.ContractId;
import io.concordat.messages.mesh.LineageEdgeView;
import io.concordat.messages.mesh.LineageNodeView;
import java.util.Objects;
import org.neo4j.driver.Record;

/**
 * One step along the lineage.
 *
 * @param node where it leads, with depth 0
 * @param edge which it takes
 */
record Step(LineageNodeView node, LineageEdgeView edge) {

  static Step of(Record row) {
    return new Step(
        LineageQueries.node(row, 0),
        new LineageEdgeView(
            row.get("upstream").asString(),
            row.get("downstream").asString(),
            new ContractId(row.get("contract").asString()),
            Objects.requireNonNull(LineageQueries.time(row, "validFrom")),
            LineageQueries.time(row, "validTo")));
  }
}

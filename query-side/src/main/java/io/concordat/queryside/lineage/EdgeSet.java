package io.concordat.queryside.lineage;

import io.concordat.messages.contract.ContractId;
import io.concordat.messages.mesh.LineageEdgeView;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Edges, each once. Where two contracts of one product read the same upstream contract, that is one
 * edge between the products: it holds as long as one of them does.
 */
final class EdgeSet {

  private record Ends(String upstream, String downstream, ContractId contract) {}

  private final Map<Ends, LineageEdgeView> edges = new HashMap<>();

  void add(LineageEdgeView edge) {
    edges.merge(new Ends(edge.upstream(), edge.downstream(), edge.contract()), edge, EdgeSet::both);
  }

  /** By upstream, downstream and contract. */
  List<LineageEdgeView> sorted() {
    return edges.values().stream()
        .sorted(
            Comparator.comparing(LineageEdgeView::upstream)
                .thenComparing(LineageEdgeView::downstream)
                .thenComparing(LineageEdgeView::contract))
        .toList();
  }

  private static LineageEdgeView both(LineageEdgeView first, LineageEdgeView second) {
    return new LineageEdgeView(
        first.upstream(),
        first.downstream(),
        first.contract(),
        first.validFrom().isBefore(second.validFrom()) ? first.validFrom() : second.validFrom(),
        later(first.validTo(), second.validTo()));
  }

  private static @Nullable Instant later(@Nullable Instant first, @Nullable Instant second) {
    if (first == null || second == null) {
      return null;
    }
    return first.isAfter(second) ? first : second;
  }
}

package io.concordat.queryside.lineage;

import io.concordat.messages.contract.ContractId;
import io.concordat.messages.mesh.LineageEdgeView;
import io.concordat.messages.mesh.LineageOrigin;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Record;

/**
 * Edges, each once. Where two contracts of one product read the same upstream contract, or jobs
 * were seen to do what is declared, that is one edge between the products: it holds as long as one
 * of them does.
 */
final class EdgeSet {

  private record Ends(String upstream, String downstream, @Nullable ContractId contract) {}

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
                .thenComparing(
                    LineageEdgeView::contract, Comparator.nullsLast(Comparator.naturalOrder())))
        .toList();
  }

  /**
   * The edge of a row with the columns {@code upstream, downstream, contract, by, validFrom,
   * validTo}.
   */
  static LineageEdgeView edge(Record row) {
    return new LineageEdgeView(
        row.get("upstream").asString(),
        row.get("downstream").asString(),
        new ContractId(row.get("contract").asString()),
        LineageOrigin.DECLARED,
        List.of(row.get("by").asString()),
        List.of(),
        List.of(),
        Objects.requireNonNull(LineageQueries.time(row, "validFrom")),
        LineageQueries.time(row, "validTo"));
  }

  /**
   * The edge of a row with the columns {@code contract, job, validFrom, validTo}, of which the
   * first is null where what is read has no contract.
   */
  static LineageEdgeView observed(String upstream, String downstream, Record row) {
    String contract = row.get("contract").asString(null);
    return observed(upstream, downstream, contract == null ? null : new ContractId(contract), row);
  }

  /** The edge of a row with the columns {@code job, validFrom, validTo}. */
  static LineageEdgeView observed(
      String upstream, String downstream, @Nullable ContractId contract, Record row) {
    String job = row.get("job").asString(null);
    return new LineageEdgeView(
        upstream,
        downstream,
        contract,
        LineageOrigin.OBSERVED,
        List.of(),
        job == null ? List.of() : List.of(job.replace('\n', '/')),
        List.of(),
        Objects.requireNonNull(LineageQueries.time(row, "validFrom")),
        LineageQueries.time(row, "validTo"));
  }

  private static LineageEdgeView both(LineageEdgeView first, LineageEdgeView second) {
    return new LineageEdgeView(
        first.upstream(),
        first.downstream(),
        first.contract(),
        first.origin() == second.origin() ? first.origin() : LineageOrigin.BOTH,
        merged(first.declaredBy(), second.declaredBy()),
        merged(first.jobs(), second.jobs()),
        first.fields(),
        first.validFrom().isBefore(second.validFrom()) ? first.validFrom() : second.validFrom(),
        later(first.validTo(), second.validTo()));
  }

  private static List<String> merged(List<String> first, List<String> second) {
    return first.equals(second)
        ? first
        : Stream.concat(first.stream(), second.stream()).distinct().sorted().toList();
  }

  private static @Nullable Instant later(@Nullable Instant first, @Nullable Instant second) {
    if (first == null || second == null) {
      return null;
    }
    return first.isAfter(second) ? first : second;
  }
}

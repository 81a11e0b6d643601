package io.concordat.sample.load;

import io.concordat.sample.api.Mutation;
import io.concordat.sample.compliance.Counts;
import io.concordat.sample.compliance.Counts.Count;
import io.concordat.sample.compliance.Window;
import io.concordat.sample.mesh.Mesh.Product;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What the products kept of their promises, several windows in one request. */
final class ComplianceStage {

  private static final String OBSERVER = "machine-observer";

  /** So many windows in one request keep it well below the limits of the API. */
  private static final int AT_ONCE = 14;

  private final Sender sender;
  private final Counts counts;

  ComplianceStage(Sender sender, Counts counts) {
    this.sender = sender;
    this.counts = counts;
  }

  /** The requests for all products and windows. */
  List<Piece> pieces(List<Product> products, List<Window> windows) {
    List<Piece> pieces = new ArrayList<>();
    for (Product product : products) {
      for (int from = 0; from < windows.size(); from += AT_ONCE) {
        int to = Math.min(windows.size(), from + AT_ONCE);
        pieces.add(new Piece(product.id(), windows.subList(from, to)));
      }
    }
    return pieces;
  }

  void record(Piece piece) {
    sender.send(
        OBSERVER,
        Mutation.RECORD_COMPLIANCE,
        piece.windows.stream()
            .map(window -> "compliance of " + piece.product + " from " + window.from())
            .toList(),
        piece.windows.stream().map(window -> input(piece.product, window)).toList(),
        payload -> payload);
  }

  private Map<String, Object> input(String product, Window window) {
    return Map.of(
        "product", product,
        "from", window.from().toString(),
        "to", window.to().toString(),
        "counts", counts.of(product, window).stream().map(ComplianceStage::input).toList());
  }

  private static Map<String, Object> input(Count count) {
    return Map.of(
        "commitment", count.commitment(), "passed", count.passed(), "failed", count.failed());
  }

  /** One request: some windows of one product. */
  record Piece(String product, List<Window> windows) {

    int size() {
      return windows.size();
    }
  }
}

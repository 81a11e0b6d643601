package io.concordat.messages.compliance;

import io.concordat.messages.InvalidValue;
import io.concordat.messages.mesh.ProductId;
import java.time.Instant;
import java.util.List;

/**
 * Records the counts of one window. The same window with the same counts a second time changes
 * nothing.
 *
 * <p>Emits {@code compliance.recorded}; rejects with {@code PRODUCT_NOT_FOUND}, {@code
 * COMPLIANCE_WINDOW_INVALID}, {@code COMPLIANCE_ALREADY_RECORDED}, {@code NOT_ALLOWED}.
 *
 * @param from start of the window, UTC, included
 * @param to end of the window, UTC, excluded; within the same month as {@code from} or its very end
 */
public record RecordCompliance(
    ProductId product, Instant from, Instant to, List<CommitmentCount> counts)
    implements ComplianceCommand {

  public RecordCompliance {
    counts = List.copyOf(counts);
    if (counts.isEmpty() || counts.size() > 1_000) {
      throw new InvalidValue("counts", "must hold 1 to 1,000 commitments, held " + counts.size());
    }
  }

  @Override
  public String stream() {
    return ComplianceRecorded.streamOf(product, from);
  }
}

package io.concordat.messages.compliance;

import io.concordat.messages.mesh.ProductId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a product kept of its promises in a span of time. Windows that begin within the span count.
 *
 * @param from UTC, included
 * @param to UTC, excluded
 * @param counts per commitment, sorted by name
 */
public record ComplianceView(
    ProductId product,
    Instant from,
    Instant to,
    long passed,
    long failed,
    List<CommitmentCount> counts) {

  /** Share of checks that passed, in percent, 0 to 100; null where nothing was checked. */
  public @Nullable Double percent() {
    return passed + failed == 0 ? null : 100.0 * passed / (passed + failed);
  }
}

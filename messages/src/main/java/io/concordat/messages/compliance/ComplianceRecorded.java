package io.concordat.messages.compliance;

import io.concordat.messages.EventType;
import io.concordat.messages.mesh.ProductId;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;

/**
 * What a product kept of its promises within one window.
 *
 * @param from start of the window, UTC, included
 * @param to end of the window, UTC, excluded
 */
@EventType("compliance.recorded")
public record ComplianceRecorded(
    ProductId product, Instant from, Instant to, List<CommitmentCount> counts, Instant recordedAt)
    implements ComplianceEvent {

  public ComplianceRecorded {
    counts = List.copyOf(counts);
  }

  /** The stream of a product's month: {@code compliance:payments/settlements/2026-10}. */
  public static String streamOf(ProductId product, Instant from) {
    return "compliance:" + product + "/" + YearMonth.from(from.atOffset(ZoneOffset.UTC));
  }

  @Override
  public String stream() {
    return streamOf(product, from);
  }
}

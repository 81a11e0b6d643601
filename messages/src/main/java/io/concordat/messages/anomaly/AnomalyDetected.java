package io.concordat.messages.anomaly;

import io.concordat.messages.EventType;
import io.concordat.messages.contract.ContractId;
import java.time.Instant;

/**
 * A window of a field is unusual.
 *
 * @param from start of the window, UTC, included
 * @param to end of the window, UTC, excluded
 */
@EventType("anomaly.detected")
public record AnomalyDetected(
    AnomalyId anomaly,
    ContractId contract,
    String field,
    Instant from,
    Instant to,
    AnomalyKind kind,
    AnomalyFigures figures,
    Instant detectedAt)
    implements AnomalyEvent {

  @Override
  public String stream() {
    return anomaly.stream();
  }
}

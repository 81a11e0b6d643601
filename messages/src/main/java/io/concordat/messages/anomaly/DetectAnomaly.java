package io.concordat.messages.anomaly;

import io.concordat.messages.InvalidValue;
import io.concordat.messages.Shape;
import io.concordat.messages.contract.ContractId;
import java.time.Instant;

/**
 * Tells that a window of a field is unusual. The same figures a second time change nothing; others,
 * of a window that was sent anew, are told again.
 *
 * <p>Emits {@code anomaly.detected}; rejects with {@code PRODUCT_NOT_FOUND}, {@code
 * CONTRACT_NOT_FOUND}, {@code NOT_ALLOWED}.
 *
 * @param field at most 500 characters
 * @param from start of the window, UTC, included
 * @param to end of the window, UTC, excluded
 */
public record DetectAnomaly(
    ContractId contract,
    String field,
    Instant from,
    Instant to,
    AnomalyKind kind,
    AnomalyFigures figures)
    implements AnomalyCommand {

  public DetectAnomaly {
    Shape.text("field", field, 500);
    if (!from.isBefore(to)) {
      throw new InvalidValue("to", "must be after the begin of the window");
    }
  }

  /** The anomaly that it is about. */
  public AnomalyId anomaly() {
    return AnomalyId.of(contract, field, from, to, kind);
  }

  @Override
  public String stream() {
    return anomaly().stream();
  }
}

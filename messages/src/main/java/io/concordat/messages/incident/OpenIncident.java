package io.concordat.messages.incident;

import io.concordat.messages.InvalidValue;
import io.concordat.messages.Shape;
import io.concordat.messages.contract.ContractId;
import io.concordat.messages.mesh.ProductId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Opens an incident for a broken commitment.
 *
 * <p>Emits {@code incident.opened}; rejects with {@code PRODUCT_NOT_FOUND}, {@code
 * CONTRACT_NOT_FOUND}, {@code INCIDENT_EXISTS}, {@code NOT_ALLOWED}.
 *
 * @param contract whose promise is broken, null where it concerns the product as a whole
 * @param commitment which promise, at most 200 characters, for example {@code freshness}
 * @param summary what was seen, at most 2,000 characters
 * @param brokenSince since when, where that is known; what is still to come counts as now
 */
public record OpenIncident(
    IncidentId incident,
    ProductId product,
    @Nullable ContractId contract,
    String commitment,
    IncidentSeverity severity,
    String summary,
    @Nullable Instant brokenSince)
    implements IncidentCommand {

  public OpenIncident {
    Shape.line("commitment", commitment, 200);
    Shape.text("summary", summary, 2_000);
    if (contract != null && !contract.product().equals(product)) {
      throw new InvalidValue("contract", "must be a contract of " + product);
    }
  }

  /** Of which nobody knows since when. */
  public OpenIncident(
      IncidentId incident,
      ProductId product,
      @Nullable ContractId contract,
      String commitment,
      IncidentSeverity severity,
      String summary) {
    this(incident, product, contract, commitment, severity, summary, null);
  }

  /** The same under another id. */
  public OpenIncident under(IncidentId other) {
    return new OpenIncident(other, product, contract, commitment, severity, summary, brokenSince);
  }

  @Override
  public String stream() {
    return incident.stream();
  }
}

package io.concordat.messages.incident;

import io.concordat.messages.EventType;
import io.concordat.messages.Subject;
import io.concordat.messages.contract.ContractId;
import io.concordat.messages.mesh.ProductId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A commitment is broken from now on.
 *
 * @param brokenSince since when, where that is known; not after {@code openedAt}
 */
@EventType(value = "incident.opened", revision = 2)
public record IncidentOpened(
    IncidentId incident,
    ProductId product,
    @Nullable ContractId contract,
    String commitment,
    IncidentSeverity severity,
    String summary,
    Instant openedAt,
    Subject openedBy,
    @Nullable Instant brokenSince)
    implements IncidentEvent {

  /** Of which nobody knows since when. */
  public IncidentOpened(
      IncidentId incident,
      ProductId product,
      @Nullable ContractId contract,
      String commitment,
      IncidentSeverity severity,
      String summary,
      Instant openedAt,
      Subject openedBy) {
    this(incident, product, contract, commitment, severity, summary, openedAt, openedBy, null);
  }

  @Override
  public String stream() {
    return incident.stream();
  }
}

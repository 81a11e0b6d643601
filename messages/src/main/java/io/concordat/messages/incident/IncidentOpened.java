package io.concordat.messages.incident;

import io.concordat.messages.EventType;
import io.concordat.messages.Subject;
import io.concordat.messages.contract.ContractId;
import io.concordat.messages.mesh.ProductId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A commitment is broken from now on. */
@EventType("incident.opened")
public record IncidentOpened(
    IncidentId incident,
    ProductId product,
    @Nullable ContractId contract,
    String commitment,
    IncidentSeverity severity,
    String summary,
    Instant openedAt,
    Subject openedBy)
    implements IncidentEvent {

  @Override
  public String stream() {
    return incident.stream();
  }
}

package io.concordat.messages.incident;

import io.concordat.messages.Subject;
import io.concordat.messages.contract.ContractId;
import io.concordat.messages.mesh.ProductId;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** An incident as it is read. */
public record IncidentView(
    IncidentId id,
    IncidentStatus status,
    ProductId product,
    @Nullable ContractId contract,
    String commitment,
    IncidentSeverity severity,
    String summary,
    Instant openedAt,
    Subject openedBy,
    @Nullable Instant acknowledgedAt,
    @Nullable Subject acknowledgedBy,
    @Nullable Instant resolvedAt,
    @Nullable Subject resolvedBy,
    @Nullable ResolutionCause cause,
    @Nullable String note) {

  /** Whole seconds from opened to acknowledged; null where it was not acknowledged. */
  public @Nullable Long secondsToAcknowledge() {
    return acknowledgedAt == null ? null : Duration.between(openedAt, acknowledgedAt).toSeconds();
  }

  /** Whole seconds from opened to resolved; null where it is not resolved. */
  public @Nullable Long secondsToResolve() {
    return resolvedAt == null ? null : Duration.between(openedAt, resolvedAt).toSeconds();
  }
}

package io.concordat.messages.incident;

import io.concordat.messages.Subject;
import io.concordat.messages.contract.ContractId;
import io.concordat.messages.mesh.ProductId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An incident as it is read. Of one that was reopened, what was said before of its being
 * acknowledged and resolved is in its timeline alone.
 *
 * @param brokenSince since when the promise was broken when it opened; null where nobody knows
 * @param assignee whose it is to look after; null where nobody was named
 * @param root the incident upstream from which it follows; null where none was found
 * @param told who downstream was told of it, the nearest first
 * @param timeline what happened to it, the first first
 */
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
    @Nullable Instant brokenSince,
    @Nullable Instant acknowledgedAt,
    @Nullable Subject acknowledgedBy,
    @Nullable Instant resolvedAt,
    @Nullable Subject resolvedBy,
    @Nullable ResolutionCause cause,
    @Nullable String note,
    @Nullable Subject assignee,
    @Nullable IncidentId root,
    List<DownstreamReader> told,
    List<IncidentEntryView> timeline) {

  /** Whole seconds from when the promise broke to opened; null where that is not known. */
  public @Nullable Long secondsToDetect() {
    return brokenSince == null ? null : Duration.between(brokenSince, openedAt).toSeconds();
  }

  /** Whole seconds from opened to acknowledged; null where it was not acknowledged. */
  public @Nullable Long secondsToAcknowledge() {
    return acknowledgedAt == null ? null : Duration.between(openedAt, acknowledgedAt).toSeconds();
  }

  /**
   * Whole seconds from opened to resolved, what lay between a resolution and a reopening included;
   * null where it is not resolved.
   */
  public @Nullable Long secondsToResolve() {
    return resolvedAt == null ? null : Duration.between(openedAt, resolvedAt).toSeconds();
  }
}

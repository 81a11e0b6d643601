package io.concordat.messages.incident;

import io.concordat.messages.mesh.DomainId;
import io.concordat.messages.mesh.ProductId;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which incidents are asked for: those to which all of it applies.
 *
 * @param statuses only these; empty for all
 * @param severities only these; empty for all
 * @param domain of products of this domain; null for all
 * @param product of this product; null for all
 * @param commitment of this name; null for all
 * @param openedFrom opened then or later; null for no bound
 * @param openedTo opened before; null for no bound
 * @param rootsOnly whether those that follow from another are left out
 */
public record IncidentFilter(
    Set<IncidentStatus> statuses,
    Set<IncidentSeverity> severities,
    @Nullable DomainId domain,
    @Nullable ProductId product,
    @Nullable String commitment,
    @Nullable Instant openedFrom,
    @Nullable Instant openedTo,
    boolean rootsOnly) {

  /** All there are. */
  public static final IncidentFilter ALL =
      new IncidentFilter(Set.of(), Set.of(), null, null, null, null, null, false);
}

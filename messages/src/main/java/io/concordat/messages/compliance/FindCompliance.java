package io.concordat.messages.compliance;

import io.concordat.messages.Query;
import io.concordat.messages.mesh.ProductId;
import java.time.Instant;

/**
 * Asks what a product kept of its promises.
 *
 * @param from UTC, included
 * @param to UTC, excluded, after {@code from}
 */
public record FindCompliance(ProductId product, Instant from, Instant to)
    implements Query<ComplianceView> {}

package io.concordat.messages.series;

import io.concordat.messages.incident.IncidentSeverity;
import io.concordat.messages.mesh.ProductId;
import java.util.Map;

/**
 * How a product does.
 *
 * @param passed checks that passed, not negative
 * @param failed checks that failed, not negative
 * @param openIncidents incidents that are not resolved; a severity without any is left out
 */
public record ProductFigures(
    ProductId product, long passed, long failed, Map<IncidentSeverity, Integer> openIncidents) {}

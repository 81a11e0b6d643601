package io.concordat.messages.mesh;

import io.concordat.messages.Query;
import io.concordat.messages.compliance.ComplianceBand;
import java.util.Map;
import java.util.Set;

/** Asks how products' checks of the last 30 days stand; each has an answer. */
public record FindComplianceBands(Set<ProductId> products)
    implements Query<Map<ProductId, ComplianceBand>> {}

package io.concordat.contract.odcs;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What the data costs; each component is null where not given.
 *
 * @param priceAmount per unit
 * @param priceCurrency as written
 * @param priceUnit what is counted, such as {@code megabyte}
 */
public record Price(
    Locus at,
    @Nullable String id,
    @Nullable BigDecimal priceAmount,
    @Nullable String priceCurrency,
    @Nullable String priceUnit) {}

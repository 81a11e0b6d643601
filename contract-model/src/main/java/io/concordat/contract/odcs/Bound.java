package io.concordat.contract.odcs;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * An end of a range of values.
 *
 * @param text as written; of a date, timestamp or time the only form that there is
 * @param number of a number; null for other types
 */
public record Bound(String text, @Nullable BigDecimal number) {}

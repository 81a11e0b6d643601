package io.concordat.contract.odcs;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * One service level that a contract promises. Its name is not unique: the same one may stand for
 * several drivers.
 *
 * @param property as written
 * @param value as written; empty where null
 * @param number the value where it is written as a number, or as text that is one
 * @param unit as written, null where not given
 */
public record SlaProperty(
    Locus at,
    String property,
    String value,
    @Nullable BigDecimal number,
    @Nullable String unit,
    @Nullable String element,
    @Nullable String driver,
    @Nullable String description) {}

package io.concordat.contract.odcs;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * One service level that a contract promises. Its name is not unique: the same one may stand for
 * several drivers. Each nullable component is null where not given.
 *
 * @param property as written
 * @param value as written; empty where null
 * @param number the value where it is written as a number, or as text that is one
 * @param valueExt a second value that extends the first, as written; null where null
 * @param unit as written
 * @param element what it is promised of, as written: {@code object.property}, several by commas
 * @param driver such as {@code regulatory}
 * @param scheduler such as {@code cron}
 * @param schedule as the scheduler writes it
 */
public record SlaProperty(
    Locus at,
    @Nullable String id,
    String property,
    String value,
    @Nullable BigDecimal number,
    @Nullable String valueExt,
    @Nullable String unit,
    @Nullable String element,
    @Nullable String driver,
    @Nullable String description,
    @Nullable String scheduler,
    @Nullable String schedule) {}

package io.concordat.results;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An observation that a result became: what it says of a promise.
 *
 * @param version null for every version that is served
 * @param finding judged or measured
 * @param check the result
 */
public record Observed(
    String id,
    String contract,
    @Nullable String version,
    String commitment,
    String producer,
    Instant observedAt,
    CheckResult.Finding finding,
    CheckResult check) {}

package io.concordat.observation.evaluation;

import org.jspecify.annotations.Nullable;

/**
 * What somebody saw of a promise.
 *
 * @param id 1 to 100 characters, unique for its producer
 * @param contract id of a contract as written; it may not exist
 * @param version null for every version that is served
 * @param commitment name of the promise as written; it may not exist
 * @param producer null for whoever sent it
 * @param at when it was observed, milliseconds since 1970 UTC
 */
public record Observation(
    String id,
    String contract,
    @Nullable String version,
    String commitment,
    @Nullable String producer,
    long at,
    Reading reading) {}

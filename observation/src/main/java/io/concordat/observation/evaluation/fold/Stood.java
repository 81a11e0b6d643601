package io.concordat.observation.evaluation.fold;

import io.concordat.observation.evaluation.Course.Standing;
import io.concordat.observation.evaluation.Reading;
import org.jspecify.annotations.Nullable;

/**
 * Where a commitment of a version stands.
 *
 * @param since when it began to stand so, milliseconds since 1970 UTC; null where nothing was heard
 *     of it yet
 * @param at when it was observed last, milliseconds since 1970 UTC; null likewise
 * @param reading what was observed last; null likewise
 */
public record Stood(
    String version,
    String commitment,
    Promised promised,
    Standing standing,
    @Nullable Long since,
    @Nullable Long at,
    @Nullable Reading reading) {}

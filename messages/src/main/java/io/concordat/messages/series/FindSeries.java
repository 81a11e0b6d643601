package io.concordat.messages.series;

import io.concordat.messages.Query;
import java.time.Instant;
import java.util.Map;
import java.util.Set;

/**
 * Asks for figures over time; each scope has an answer.
 *
 * @param from included; the bucket that it lies in is told as a whole
 * @param to excluded, after {@code from}; the bucket that it lies in is told as a whole
 */
public record FindSeries(Set<SeriesScope> scopes, Instant from, Instant to, Resolution resolution)
    implements Query<Map<SeriesScope, SeriesView>> {}

package io.concordat.messages.series;

import io.concordat.messages.Query;
import java.time.Instant;
import java.util.List;

/**
 * Asks how all registered products do, sorted by id.
 *
 * @param since windows that begin before it do not count
 */
public record FindProductFigures(Instant since) implements Query<List<ProductFigures>> {}

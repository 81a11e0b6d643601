package io.concordat.messages.scorecard;

import io.concordat.messages.Query;
import java.time.YearMonth;
import java.util.List;

/**
 * Asks for the months (UTC) that have checks and are not closed, the earliest first.
 *
 * @param last the last that is told of
 */
public record FindOpenMonths(YearMonth last) implements Query<List<YearMonth>> {}

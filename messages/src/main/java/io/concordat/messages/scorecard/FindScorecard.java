package io.concordat.messages.scorecard;

import io.concordat.messages.Query;
import java.time.YearMonth;

/**
 * Asks for the scorecard of a month (UTC).
 *
 * @param recounted whether a closed month is counted again from what is recorded by now, instead of
 *     told as it was announced
 */
public record FindScorecard(YearMonth month, boolean recounted) implements Query<ScorecardView> {}

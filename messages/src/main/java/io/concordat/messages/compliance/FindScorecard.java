package io.concordat.messages.compliance;

import io.concordat.messages.Query;
import java.time.YearMonth;

/** Asks for the scorecard of a month (UTC). */
public record FindScorecard(YearMonth month) implements Query<ScorecardView> {}

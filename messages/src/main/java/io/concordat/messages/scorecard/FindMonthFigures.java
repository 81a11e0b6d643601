package io.concordat.messages.scorecard;

import io.concordat.messages.Query;
import java.time.YearMonth;

/** Asks what the scorecard of a month (UTC) is made of, as far as the read side knows. */
public record FindMonthFigures(YearMonth month) implements Query<MonthFigures> {}

package io.concordat.messages.compliance;

import java.time.YearMonth;
import java.util.List;

/**
 * All domains' month, ranked by compliance. A domain without any recorded check in the month is not
 * ranked and not listed.
 *
 * @param published whether the month was closed and announced
 */
public record ScorecardView(YearMonth month, boolean published, List<ScorecardRowView> rows) {}

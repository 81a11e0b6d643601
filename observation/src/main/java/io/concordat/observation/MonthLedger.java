package io.concordat.observation;

import io.concordat.messages.scorecard.MonthFigures;
import java.time.YearMonth;

/**
 * Port to what a month has come to. Answered from the read side once that has come as far as the
 * event store was when it was asked.
 */
@FunctionalInterface
public interface MonthLedger {

  /**
   * What the scorecard of a month (UTC) is made of. Throws where the read side cannot be asked, or
   * has not come far enough within a while: it is worth asking again later.
   */
  MonthFigures figures(YearMonth month);
}

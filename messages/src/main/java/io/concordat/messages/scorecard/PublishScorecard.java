package io.concordat.messages.scorecard;

import io.concordat.messages.InvalidValue;
import java.time.YearMonth;

/**
 * Closes a month (UTC): its scorecard is announced and stays as it is announced. A second time
 * changes nothing.
 *
 * <p>Emits {@code scorecard.published}, and {@code domain.escalated} for each domain that has
 * needed support for too long; rejects with {@code SCORECARD_NOT_DUE}, {@code
 * SCORECARD_EARLIER_OPEN}, {@code SCORECARD_EMPTY}, {@code NOT_ALLOWED}.
 */
public record PublishScorecard(YearMonth month) implements ScorecardCommand {

  public PublishScorecard {
    if (month.getYear() < 1 || month.getYear() > 9999) {
      throw new InvalidValue("month", "must be a month of the years 1 to 9999, was " + month);
    }
  }

  @Override
  public String stream() {
    return ScorecardPublished.streamOf(month);
  }
}

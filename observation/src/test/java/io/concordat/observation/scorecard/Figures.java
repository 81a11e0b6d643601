package io.concordat.observation.scorecard;

import io.concordat.messages.Subject;
import io.concordat.messages.mesh.DomainId;
import io.concordat.messages.scorecard.DomainFigures;
import io.concordat.messages.scorecard.MonthFigures;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;

/** Figures for tests. */
final class Figures {

  static final YearMonth OCTOBER = YearMonth.of(2026, 10);

  private Figures() {}

  static DomainFigures checks(long passed, long failed) {
    return checks(passed, failed, 0);
  }

  static DomainFigures checks(long passed, long failed, int monthsInNeed) {
    return new DomainFigures(
        passed, failed, 0, List.of(), List.of(), 0, 0, null, monthsInNeed, new Subject("director"));
  }

  static MonthFigures october(Map<DomainId, DomainFigures> domains) {
    return new MonthFigures(OCTOBER, domains, null);
  }
}

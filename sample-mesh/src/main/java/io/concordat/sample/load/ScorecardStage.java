package io.concordat.sample.load;

import io.concordat.sample.api.Mutation;
import io.concordat.sample.compliance.Window;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;

/** Closes the months that are over, one after the other. */
final class ScorecardStage {

  private static final String GOVERNANCE = "governance";

  /** The service closes no month earlier after its end. */
  private static final Duration GRACE = Duration.ofHours(24);

  private final Sender sender;

  ScorecardStage(Sender sender) {
    this.sender = sender;
  }

  /** The months of the windows that can be closed by now, the earliest first. */
  static List<YearMonth> closed(List<Window> windows, Instant now) {
    return windows.stream()
        .map(window -> YearMonth.from(window.from().atZone(ZoneOffset.UTC)))
        .distinct()
        .filter(month -> !now.isBefore(end(month).plus(GRACE)))
        .sorted()
        .toList();
  }

  void publish(YearMonth month) {
    sender.send(
        GOVERNANCE,
        Mutation.PUBLISH_SCORECARD,
        "scorecard of " + month,
        Map.of("month", month.toString()));
  }

  private static Instant end(YearMonth month) {
    return month.plusMonths(1).atDay(1).atStartOfDay(ZoneOffset.UTC).toInstant();
  }
}

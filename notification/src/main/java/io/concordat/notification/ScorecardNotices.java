package io.concordat.notification;

import io.concordat.messages.incident.IncidentSeverity;
import io.concordat.messages.mesh.DomainId;
import io.concordat.messages.scorecard.DomainEscalated;
import io.concordat.messages.scorecard.ScorecardPublished;
import io.concordat.messages.scorecard.ScorecardRow;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What is told of scorecards: low of a domain that is recognised, medium of one that needs support,
 * high where it has needed it for so long that its director is to know. Of the others nothing is.
 */
public final class ScorecardNotices {

  private ScorecardNotices() {}

  /** A month was closed: what is told of it, by rank. */
  public static List<Notice> of(ScorecardPublished published) {
    return published.rows().stream().flatMap(row -> of(published, row).stream()).toList();
  }

  private static Optional<Notice> of(ScorecardPublished published, ScorecardRow row) {
    String kept =
        percent(row.compliancePercent()) + " percent of its checks passed in " + published.month();
    return switch (row.standing()) {
      case STEADY -> Optional.empty();
      case RECOGNISED ->
          Optional.of(
              of(
                  NoticeKind.DOMAIN_RECOGNISED,
                  row.domain(),
                  published.month(),
                  IncidentSeverity.LOW,
                  kept + ": rank " + row.rank() + ".",
                  published.publishedAt()));
      case NEEDS_SUPPORT ->
          Optional.of(
              of(
                  NoticeKind.DOMAIN_IN_NEED,
                  row.domain(),
                  published.month(),
                  IncidentSeverity.MEDIUM,
                  kept + ": it needs support" + months(row.monthsInNeed()) + ".",
                  published.publishedAt()));
    };
  }

  /** A domain's director is to know. */
  public static Notice of(DomainEscalated escalated) {
    return of(
        NoticeKind.DOMAIN_ESCALATED,
        escalated.domain(),
        escalated.month(),
        IncidentSeverity.HIGH,
        percent(escalated.compliancePercent())
            + " percent of its checks passed in "
            + escalated.month()
            + ", too little"
            + months(escalated.monthsInNeed())
            + ": its engineering director is asked.",
        escalated.escalatedAt());
  }

  private static Notice of(
      NoticeKind kind,
      DomainId domain,
      YearMonth month,
      IncidentSeverity severity,
      String summary,
      Instant at) {
    return new Notice(
        kind, month.toString(), domain, null, null, null, severity, summary, null, at, List.of());
  }

  private static String months(int inARow) {
    return inARow > 1 ? ", the " + inARow + ". month in a row" : "";
  }

  private static String percent(double value) {
    return String.format(Locale.ROOT, "%.2f", value);
  }
}

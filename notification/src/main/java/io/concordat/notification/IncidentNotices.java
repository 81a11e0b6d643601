package io.concordat.notification;

import io.concordat.messages.incident.DownstreamTold;
import io.concordat.messages.incident.IncidentAcknowledged;
import io.concordat.messages.incident.IncidentEscalated;
import io.concordat.messages.incident.IncidentOpened;
import io.concordat.messages.incident.IncidentReopened;
import io.concordat.messages.incident.IncidentResolved;
import io.concordat.messages.incident.ResolutionCause;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is told of incidents. */
public final class IncidentNotices {

  private IncidentNotices() {}

  /** An incident begins. */
  public static Notice of(IncidentOpened opened) {
    return of(NoticeKind.OPENED, opened, opened.summary(), null, opened.openedAt());
  }

  /** Somebody is on an incident. */
  public static Notice of(IncidentAcknowledged acknowledged, IncidentOpened opened) {
    return of(
        NoticeKind.ACKNOWLEDGED, opened, opened.summary(), null, acknowledged.acknowledgedAt());
  }

  /** An incident has ended. */
  public static Notice of(IncidentResolved resolved, IncidentOpened opened) {
    return of(
        NoticeKind.RESOLVED, opened, opened.summary(), resolved.cause(), resolved.resolvedAt());
  }

  /** What had ended is broken again. */
  public static Notice of(IncidentReopened reopened, IncidentOpened opened) {
    return of(NoticeKind.REOPENED, opened, opened.summary(), null, reopened.reopenedAt());
  }

  /** It reaches others. */
  public static Notice of(DownstreamTold told, IncidentOpened opened) {
    return of(NoticeKind.DOWNSTREAM_TOLD, opened, opened.summary(), null, told.toldAt())
        .reaching(told.readers().stream().map(Reader::of).toList());
  }

  /** Nobody has acknowledged an incident in time. */
  public static Notice of(IncidentEscalated escalated, IncidentOpened opened) {
    String now =
        switch (escalated.level()) {
          case OWNER -> "the product's owner is asked again";
          case REPRESENTATIVE -> "the domain's representative is asked";
          case DIRECTOR -> "the engineering director is asked";
        };
    return of(
        NoticeKind.ESCALATED,
        opened,
        "Not acknowledged, " + now + ". " + opened.summary(),
        null,
        escalated.escalatedAt());
  }

  private static Notice of(
      NoticeKind kind,
      IncidentOpened opened,
      String summary,
      @Nullable ResolutionCause cause,
      Instant at) {
    return new Notice(
        kind,
        opened.incident().toString(),
        opened.product().domain(),
        opened.product(),
        opened.contract(),
        opened.commitment(),
        opened.severity(),
        summary,
        cause,
        at,
        List.of());
  }
}

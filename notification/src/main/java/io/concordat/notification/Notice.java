package io.concordat.notification;

import io.concordat.messages.contract.ContractId;
import io.concordat.messages.incident.DownstreamReader;
import io.concordat.messages.incident.DownstreamTold;
import io.concordat.messages.incident.IncidentAcknowledged;
import io.concordat.messages.incident.IncidentEscalated;
import io.concordat.messages.incident.IncidentId;
import io.concordat.messages.incident.IncidentOpened;
import io.concordat.messages.incident.IncidentReopened;
import io.concordat.messages.incident.IncidentResolved;
import io.concordat.messages.incident.IncidentSeverity;
import io.concordat.messages.incident.ResolutionCause;
import io.concordat.messages.mesh.ProductId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One thing that is told: a step of an incident, or of an error budget that is spent too fast.
 * Names no person.
 *
 * @param incident the incident; for an error budget an id of the same form for its burning, the
 *     same when that ends
 * @param contract whose promise is broken, null where it concerns the product as a whole
 * @param cause null unless the incident is resolved
 * @param at when it happened, UTC
 * @param downstream whom it reaches, the nearest first; empty but where those downstream are told
 */
public record Notice(
    NoticeKind kind,
    IncidentId incident,
    ProductId product,
    @Nullable ContractId contract,
    String commitment,
    IncidentSeverity severity,
    String summary,
    @Nullable ResolutionCause cause,
    Instant at,
    List<DownstreamReader> downstream) {

  /** Notices that were stored before they could name anybody have no list. */
  public Notice {
    downstream = downstream == null ? List.of() : List.copyOf(downstream);
  }

  /** An incident begins. */
  public static Notice of(IncidentOpened opened) {
    return of(NoticeKind.OPENED, opened, null, opened.openedAt());
  }

  /** Somebody is on an incident. */
  public static Notice of(IncidentAcknowledged acknowledged, IncidentOpened opened) {
    return of(NoticeKind.ACKNOWLEDGED, opened, null, acknowledged.acknowledgedAt());
  }

  /** An incident has ended. */
  public static Notice of(IncidentResolved resolved, IncidentOpened opened) {
    return of(NoticeKind.RESOLVED, opened, resolved.cause(), resolved.resolvedAt());
  }

  /** What had ended is broken again. */
  public static Notice of(IncidentReopened reopened, IncidentOpened opened) {
    return of(NoticeKind.REOPENED, opened, null, reopened.reopenedAt());
  }

  /** It reaches others. */
  public static Notice of(DownstreamTold told, IncidentOpened opened) {
    return of(NoticeKind.DOWNSTREAM_TOLD, opened, null, told.toldAt()).reaching(told.readers());
  }

  /** Nobody has acknowledged an incident in time. */
  public static Notice of(IncidentEscalated escalated, IncidentOpened opened) {
    String now =
        switch (escalated.level()) {
          case OWNER -> "the product's owner is asked again";
          case REPRESENTATIVE -> "the domain's representative is asked";
          case DIRECTOR -> "the engineering director is asked";
        };
    return new Notice(
        NoticeKind.ESCALATED,
        opened.incident(),
        opened.product(),
        opened.contract(),
        opened.commitment(),
        opened.severity(),
        "Not acknowledged, " + now + ". " + opened.summary(),
        null,
        escalated.escalatedAt(),
        List.of());
  }

  /** The same, to some of those whom it reaches. */
  public Notice reaching(List<DownstreamReader> some) {
    return new Notice(
        kind, incident, product, contract, commitment, severity, summary, cause, at, some);
  }

  private static Notice of(
      NoticeKind kind, IncidentOpened opened, @Nullable ResolutionCause cause, Instant at) {
    return new Notice(
        kind,
        opened.incident(),
        opened.product(),
        opened.contract(),
        opened.commitment(),
        opened.severity(),
        opened.summary(),
        cause,
        at,
        List.of());
  }
}

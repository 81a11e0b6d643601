package io.concordat.notification;

import io.concordat.messages.incident.IncidentSeverity;
import io.concordat.messages.incident.ResolutionCause;
import io.concordat.messages.mesh.DomainId;
import io.concordat.messages.mesh.ProductId;
import java.time.Instant;
import java.util.List;

/** Notices to test with. */
public final class Notices {

  /** When they happened. */
  public static final Instant AT = Instant.parse("2026-03-02T10:15:00Z");

  /** The incident that they are of. */
  public static final String INCIDENT = "0195a000-0000-7000-8000-000000000001";

  private Notices() {}

  /** A notice of {@code payments/settlements}. */
  public static Notice of(NoticeKind kind, IncidentSeverity severity) {
    return of(kind, severity, "Nothing since <noon> & before");
  }

  /** The same with a summary. */
  public static Notice of(NoticeKind kind, IncidentSeverity severity, String summary) {
    return new Notice(
        kind,
        INCIDENT,
        new DomainId("payments"),
        new ProductId("payments/settlements"),
        null,
        "freshness",
        severity,
        summary,
        kind == NoticeKind.RESOLVED ? ResolutionCause.FIXED : null,
        AT,
        List.of());
  }
}

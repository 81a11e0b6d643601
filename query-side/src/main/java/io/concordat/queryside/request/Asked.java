package io.concordat.queryside.request;

import io.concordat.messages.mesh.DomainId;
import io.concordat.messages.request.DataRequestStatus;
import io.concordat.queryside.Documents;
import io.concordat.readstore.document.Views;
import java.time.Duration;
import java.time.Instant;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * A data request as figures need it.
 *
 * @param closedAt when it was declined, delivered or withdrawn; null while somebody waits
 */
public record Asked(
    DomainId domain, DataRequestStatus status, Instant openedAt, @Nullable Instant closedAt) {

  /** From its read model. */
  public static Asked of(Document request) {
    return new Asked(
        new DomainId(Documents.text(request, Views.DOMAIN)),
        DataRequestStatus.valueOf(
            Documents.text(Documents.part(request, Views.STATE), Views.STATUS)),
        Documents.time(request, "openedAt"),
        Documents.optionalTime(request.get("closed", Document.class), "at"));
  }

  /** Whether somebody waited for it at a moment. */
  public boolean waitedAt(Instant moment) {
    return openedAt.isBefore(moment) && (closedAt == null || !closedAt.isBefore(moment));
  }

  /** How long it took; null where it was not delivered. */
  public @Nullable Duration leadTime() {
    return status == DataRequestStatus.DELIVERED && closedAt != null
        ? Duration.between(openedAt, closedAt)
        : null;
  }
}

package io.concordat.messages.request;

import io.concordat.messages.Shape;
import io.concordat.messages.mesh.DomainId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Asks a domain for a data product. Anyone may.
 *
 * <p>Emits {@code request.opened}; rejects with {@code DOMAIN_NOT_FOUND}, {@code REQUEST_EXISTS},
 * {@code REQUEST_DATE_PAST}.
 *
 * @param domain who is asked
 * @param title what is asked for, one line of at most 160 characters
 * @param purpose what it is needed for, at most 4,000 characters
 * @param wanted fields and commitments that are wanted, as text of at most 8,000 characters; null
 *     where nothing is said of them
 * @param neededBy by when, null where it does not matter
 */
public record OpenDataRequest(
    DataRequestId request,
    DomainId domain,
    String title,
    String purpose,
    @Nullable String wanted,
    @Nullable Instant neededBy)
    implements DataRequestCommand {

  public OpenDataRequest {
    Shape.line("title", title, 160);
    Shape.text("purpose", purpose, 4_000);
    wanted = Shape.optionalText("wanted", wanted, 8_000);
  }
}

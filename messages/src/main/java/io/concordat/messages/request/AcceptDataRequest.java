package io.concordat.messages.request;

import java.time.Instant;

/**
 * Says yes, and by when. Of an accepted request, moves the day; the same day again changes nothing.
 *
 * <p>Emits {@code request.accepted}; rejects with {@code REQUEST_NOT_FOUND}, {@code NOT_ALLOWED},
 * {@code REQUEST_CLOSED}, {@code REQUEST_DATE_PAST}.
 *
 * @param expectedBy when the product is expected to be there
 */
public record AcceptDataRequest(DataRequestId request, Instant expectedBy)
    implements DataRequestCommand {}

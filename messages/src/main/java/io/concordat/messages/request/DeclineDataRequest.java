package io.concordat.messages.request;

import io.concordat.messages.Shape;

/**
 * Says no to a request that is open or was accepted.
 *
 * <p>Emits {@code request.declined}; rejects with {@code REQUEST_NOT_FOUND}, {@code NOT_ALLOWED},
 * {@code REQUEST_CLOSED}.
 *
 * @param reason why, at most 4,000 characters
 */
public record DeclineDataRequest(DataRequestId request, String reason)
    implements DataRequestCommand {

  public DeclineDataRequest {
    Shape.text("reason", reason, 4_000);
  }
}

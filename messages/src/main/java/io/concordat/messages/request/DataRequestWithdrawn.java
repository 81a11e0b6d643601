package io.concordat.messages.request;

import io.concordat.messages.EventType;
import io.concordat.messages.Subject;
import java.time.Instant;

/** Who asked does not need it any more. */
@EventType("request.withdrawn")
public record DataRequestWithdrawn(DataRequestId request, Instant withdrawnAt, Subject withdrawnBy)
    implements DataRequestEvent {}

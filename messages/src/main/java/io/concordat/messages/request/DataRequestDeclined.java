package io.concordat.messages.request;

import io.concordat.messages.EventType;
import io.concordat.messages.Subject;
import java.time.Instant;

/** The domain does not deliver. */
@EventType("request.declined")
public record DataRequestDeclined(
    DataRequestId request, String reason, Instant declinedAt, Subject declinedBy)
    implements DataRequestEvent {}

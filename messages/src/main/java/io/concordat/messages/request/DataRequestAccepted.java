package io.concordat.messages.request;

import io.concordat.messages.EventType;
import io.concordat.messages.Subject;
import java.time.Instant;

/** The domain expects to deliver by a day; a later one of these moves it. */
@EventType("request.accepted")
public record DataRequestAccepted(
    DataRequestId request, Instant expectedBy, Instant acceptedAt, Subject acceptedBy)
    implements DataRequestEvent {}

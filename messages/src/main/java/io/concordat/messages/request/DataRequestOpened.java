package io.concordat.messages.request;

import io.concordat.messages.EventType;
import io.concordat.messages.Subject;
import io.concordat.messages.mesh.DomainId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A domain is asked for a data product. */
@EventType("request.opened")
public record DataRequestOpened(
    DataRequestId request,
    DomainId domain,
    String title,
    String purpose,
    @Nullable String wanted,
    @Nullable Instant neededBy,
    Instant openedAt,
    Subject openedBy)
    implements DataRequestEvent {}

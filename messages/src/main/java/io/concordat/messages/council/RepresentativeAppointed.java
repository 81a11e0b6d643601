package io.concordat.messages.council;

import io.concordat.messages.EventType;
import io.concordat.messages.Subject;
import io.concordat.messages.mesh.DomainId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A person holds the domain's seat from now on.
 *
 * @param replaced who held it before, null where it was free
 */
@EventType("council.representative-appointed")
public record RepresentativeAppointed(
    DomainId domain, Subject representative, @Nullable Subject replaced, Instant appointedAt)
    implements CouncilEvent {}
